package io.wonderlake.engine.duckdb;

import io.wonderlake.catalog.Column;
import io.wonderlake.catalog.StorageFormat;
import io.wonderlake.engine.FileReader;
import io.wonderlake.work.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// Writes the SQL that reads files as a relation: an explicit list of files, and the declared columns in their order, whatever the
/// engine would guess.
final class Relations {
    private static final Map<String, String> NATIVE_CHARSETS = Map.of(
            "utf-8", "utf-8", "us-ascii", "utf-8", "iso-8859-1", "latin-1", "utf-16", "utf-16");

    private final List<FileReader> readers;

    Relations(List<FileReader> readers) {
        this.readers = readers;
    }

    /// A SELECT over the source.
    String select(Source source) {
        if (source.files().isEmpty()) {
            return "SELECT " + columns(source, column -> "NULL::" + column.type().sql() + " AS " + Sql.name(column.name())) + " WHERE false";
        }
        return "SELECT " + columns(source, column -> column(source, column)) + " FROM " + scan(source);
    }

    private String column(Source source, Column column) {
        String name = Sql.name(column.name());
        StorageFormat format = source.format();
        boolean typed = !exact(source) && format instanceof StorageFormat.Text || format instanceof StorageFormat.JsonLines || format instanceof StorageFormat.Json;
        return typed ? name : name + "::" + column.type().sql() + " AS " + name;
    }

    /// Only the exact readers know a row's line and what is wrong with it, so they read where that is asked for.
    private static boolean exact(Source source) {
        return source.columns().stream().anyMatch(column -> column.name().equals("_row"));
    }

    private String scan(Source source) {
        if (exact(source) && !(source.format() instanceof StorageFormat.Parquet)) {
            return throughReader(source, source.format());
        }
        return switch (source.format()) {
            case StorageFormat.Parquet _ -> "read_parquet(" + files(source) + (source.drifting() ? ", union_by_name=true" : "") + hive(source) + ")";
            case StorageFormat.Text text when nativeText(text) -> text(source, text);
            case StorageFormat.JsonLines lines when charset(lines.charset()).equals("utf-8") -> json(source, "newline_delimited");
            case StorageFormat.Json _ -> json(source, "auto");
            case StorageFormat other -> throughReader(source, other);
        };
    }

    private String throughReader(Source source, StorageFormat format) {
        FileReader reader = readers.stream().filter(candidate -> candidate.reads(format)).findFirst()
                .orElseThrow(() -> Failure.of(Failure.Kind.BAD_INPUT, "failure.engine.format", format.label()).exception());
        return reader.functionName() + "(" + Sql.text(ReaderCall.of(source).json()) + ")";
    }

    private static boolean nativeText(StorageFormat.Text text) {
        return NATIVE_CHARSETS.containsKey(charset(text.charset()));
    }

    private static String charset(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static String text(Source source, StorageFormat.Text text) {
        return "read_csv(" + files(source) + ", auto_detect=false, columns=" + struct(source.columns()) + ", delim=" + Sql.text(text.delimiter())
                + ", quote=" + Sql.text(text.quote()) + ", escape=" + Sql.text(text.quote()) + ", header=" + text.header() + ", skip=" + text.skip()
                + ", encoding=" + Sql.text(NATIVE_CHARSETS.get(charset(text.charset())))
                + ", nullstr=['\\N', ''], max_line_size=" + MAX_LINE_BYTES + (source.drifting() ? ", null_padding=true" : "") + hive(source) + ")";
    }

    private static final int MAX_LINE_BYTES = 32 * 1024 * 1024;

    private static String json(Source source, String layout) {
        return "read_json(" + files(source) + ", format='" + layout + "', columns=" + struct(source.columns())
                + ", maximum_object_size=" + MAX_LINE_BYTES + hive(source) + ")";
    }

    private static String files(Source source) {
        return Sql.texts(source.files().stream().map(file -> file.toString().replace('\\', '/')).toList());
    }

    private static String hive(Source source) {
        return source.partitionColumns().isEmpty() ? ", hive_partitioning=false"
                : ", hive_partitioning=true, hive_types=" + struct(source.partitionColumns());
    }

    private static String struct(List<Column> columns) {
        return columns.stream().map(column -> Sql.text(column.name()) + ": " + Sql.text(column.type().sql())).collect(Collectors.joining(", ", "{", "}"));
    }

    private static String columns(Source source, java.util.function.Function<Column, String> spelling) {
        List<Column> all = new ArrayList<>(source.columns());
        all.addAll(source.partitionColumns());
        return all.stream().map(spelling).collect(Collectors.joining(", "));
    }
}
