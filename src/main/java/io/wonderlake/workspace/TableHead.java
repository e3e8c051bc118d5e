package io.wonderlake.workspace;

import io.wonderlake.catalog.Column;
import io.wonderlake.catalog.ColumnType.Family;
import io.wonderlake.catalog.DataFile;
import io.wonderlake.catalog.HiveValues;
import io.wonderlake.catalog.StorageFormat;
import io.wonderlake.catalog.Table;
import io.wonderlake.engine.EngineSession;
import io.wonderlake.format.Previews.Preview;
import io.wonderlake.work.Failure;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The first rows of a table, as they stand in its first files.
///
/// @param all whether the parts hold all rows of the table
public record TableHead(Table table, List<Part> parts, boolean all) {

    /// One of the table's files, as far as it was read.
    public record Part(DataFile file, Preview preview) { }

    /// Bytes that had to be got just now.
    public long fetched() {
        return parts.stream().mapToLong(part -> part.preview().fetched()).sum();
    }

    /// The SELECT that gives the rows of all parts, with the table's columns: those of the files, then the partition's.
    public String sql(EngineSession session) {
        if (parts.isEmpty()) {
            return "select " + table.allColumns().stream().map(column -> "null as " + quoted(column.name())).collect(Collectors.joining(", ")) + " where false";
        }
        return parts.stream().map(part -> sql(part, session)).collect(Collectors.joining(" union all "));
    }

    private String sql(Part part, EngineSession session) {
        List<Column> own = part.preview().facts().columns();
        boolean declared = declared(part);
        String files = table.columns().stream().map(column -> declared ? quoted(column.name()) : byName(column, own)).collect(Collectors.joining(", "));
        String partition = table.partitionColumns().stream().map(column -> ", " + value(column, part.file())).collect(Collectors.joining());
        if (!declared && table.columns().stream().noneMatch(column -> find(column, own).isPresent())) {
            throw Failure.of(Failure.Kind.BAD_INPUT, "failure.preview.columns", part.file().path(), table.name()).exception();
        }
        String from = declared ? session.relation(List.of(part.preview().file()), table.format(), table.columns()) : "(" + part.preview().sql(session) + ")";
        return "select " + files + partition + " from " + from;
    }

    /// Text says nothing of its columns, and JSON little: there the catalog's word counts.
    private boolean declared(Part part) {
        StorageFormat found = part.preview().facts().storage();
        return switch (table.format()) {
            case StorageFormat.Text _ -> found instanceof StorageFormat.Text;
            case StorageFormat.JsonLines _, StorageFormat.Json _ -> found instanceof StorageFormat.JsonLines || found instanceof StorageFormat.Json;
            case StorageFormat.Parquet _, StorageFormat.Avro _, StorageFormat.Xlsx _, StorageFormat.Other _ -> false;
        };
    }

    private static Optional<Column> find(Column column, List<Column> own) {
        return own.stream().filter(each -> each.name().equals(column.name())).findFirst()
                .or(() -> own.stream().filter(each -> each.name().equalsIgnoreCase(column.name())).findFirst());
    }

    /// A column that the file does not have is null in each of its rows.
    private static String byName(Column column, List<Column> own) {
        String name = quoted(column.name());
        return find(column, own).map(found -> nested(column) || found.type().equals(column.type())
                ? quoted(found.name()) + " as " + name
                : "cast(" + quoted(found.name()) + " as " + column.type().sql() + ") as " + name).orElse("null as " + name);
    }

    /// A nested type is spelled differently by each engine; the values are shown as they stand in the file.
    private static boolean nested(Column column) {
        Family family = column.type().family();
        return family == Family.NESTED || family == Family.LIST;
    }

    private static String value(Column column, DataFile file) {
        return HiveValues.known(file.partition().getOrDefault(column.name(), HiveValues.NULL))
                .map(value -> "cast('" + value.replace("'", "''") + "' as " + column.type().sql() + ")").orElse("cast(null as " + column.type().sql() + ")")
                + " as " + quoted(column.name());
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
