/// Data contracts: what a dataset's rows must be, read from YAML (a subset of the Open Data Contract Standard), and the SQL that types rows
/// or rejects them with a reason. Knows the vocabulary of lake, catalog and engine, but runs nothing itself.
package io.wonderlake.contract;
