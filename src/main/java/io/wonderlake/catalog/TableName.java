package io.wonderlake.catalog;

import io.wonderlake.work.Failure;

/// A table's full name, as SQL says it: `database.table`, both in lower case.
public record TableName(String database, String table) implements Comparable<TableName> {

    public static TableName parse(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 2 || parts[0].isBlank() || parts[1].isBlank()) {
            throw Failure.of(Failure.Kind.BAD_INPUT, "failure.table.name", text).exception();
        }
        return new TableName(parts[0], parts[1]);
    }

    @Override
    public int compareTo(TableName other) {
        int byDatabase = database.compareTo(other.database);
        return byDatabase != 0 ? byDatabase : table.compareTo(other.table);
    }

    @Override
    public String toString() {
        return database + "." + table;
    }
}
