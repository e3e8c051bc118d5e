/// What tables a lake has: names, columns, partitions, versions and the files behind each. Browsing never runs a query. Knows no engine and no window.
package io.wonderlake.catalog;
