/// The catalog of a lake on AWS: the Glue Data Catalog, with a copy of what it holds in an embedded database on this computer. Tables that
/// other programs made are shown as they are; what we write stays readable for them. Never runs a query.
package io.wonderlake.catalog.glue;
