package io.wonderlake.engine.duckdb;

import io.wonderlake.catalog.Column;
import io.wonderlake.catalog.HiveValues;
import io.wonderlake.catalog.StorageFormat;
import io.wonderlake.engine.FileReader;
import io.wonderlake.work.Failure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/// Writes the SQL that reads files as a relation: an explicit list of files, and the declared columns in their order, whatever the
/// engine would guess.
final class Relations {
    private static final Map<String, String> NATIVE_CHARSETS = Map.of(
            "utf-8", "utf-8", "us-ascii", "utf-8", "iso-8859-1", "latin-1");

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_.:-]+");
    static final String FILE_NAME = "filename";
    private static final int MAX_LINE_BYTES = 16 * 1024 * 1024;

    private final List<FileReader> readers;

    Relations(List<FileReader> readers) {
        this.readers = readers;
    }

    /// A SELECT over the source.
    String select(Source source) {
        if (source.format() instanceof StorageFormat.Other unreadable) {
            throw unreadable(unreadable);
        }
        if (source.files().isEmpty()) {
            return "SELECT " + columns(source, column -> "NULL::" + column.type().sql() + " AS " + Sql.name(column.name())) + " WHERE false";
        }
        boolean exact = source.columns().stream().anyMatch(column -> ReaderPlaces.ABOUT_ROW.contains(column.name()));
        return switch (source.format()) {
            case StorageFormat.Parquet _ -> "SELECT " + columns(source, Relations::cast) + " FROM " + folders(source, parquet(source));
            case StorageFormat.Text text when !exact && nativeText(text) -> "SELECT " + columns(source, Relations::bare) + " FROM " + folders(source, text(source, text));
            case StorageFormat.JsonLines lines when !exact && charset(lines.charset()).equals("utf-8") ->
                    "SELECT " + columns(source, Relations::bare) + " FROM " + folders(source, json(source, "newline_delimited"));
            case StorageFormat.Json _ when !exact -> "SELECT " + columns(source, Relations::bare) + " FROM " + folders(source, json(source, "auto"));
            case StorageFormat.Text text when !exact -> "SELECT " + columns(source, Relations::castMarked) + " FROM " + throughReader(source, text);
            case StorageFormat other -> "SELECT " + columns(source, Relations::cast) + " FROM " + throughReader(source, other);
        };
    }

    private static String bare(Column column) {
        return Sql.name(column.name());
    }

    private static String cast(Column column) {
        return Sql.name(column.name()) + "::" + column.type().sql() + " AS " + Sql.name(column.name());
    }

    /// With the null marks that the engine's own reader of text knows.
    private static String castMarked(Column column) {
        return "nullif(nullif(" + Sql.name(column.name()) + ", ''), '\\N')::" + column.type().sql() + " AS " + Sql.name(column.name());
    }

    private static String parquet(Source source) {
        return "read_parquet(" + files(source) + (source.drifting() ? ", union_by_name=true" : "")
                + (asked(source, "file_row_number") ? ", file_row_number=true" : "") + hive(source) + ")";
    }

    private String throughReader(Source source, StorageFormat format) {
        FileReader reader = readers.stream().filter(candidate -> candidate.reads(format)).findFirst()
                .orElseThrow(() -> unreadable(format));
        return reader.functionName() + "(" + Sql.text(ReaderCall.of(source).json()) + ")";
    }

    private static RuntimeException unreadable(StorageFormat format) {
        return Failure.of(Failure.Kind.BAD_INPUT, "failure.engine.format", format.label()).exception();
    }

    private static boolean nativeText(StorageFormat.Text text) {
        return NATIVE_CHARSETS.containsKey(charset(text.charset()));
    }

    private static String charset(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static String text(Source source, StorageFormat.Text text) {
        return "read_csv(" + files(source) + ", auto_detect=false, columns=" + struct(inFile(source)) + ", delim=" + Sql.text(text.delimiter())
                + ", quote=" + Sql.text(text.quote()) + ", escape=" + Sql.text(text.quote()) + ", header=" + text.header() + ", skip=" + text.skip()
                + ", encoding=" + Sql.text(NATIVE_CHARSETS.get(charset(text.charset())))
                + ", nullstr=['\\N', ''], max_line_size=" + MAX_LINE_BYTES
                + ", buffer_size=" + 2 * MAX_LINE_BYTES + (source.drifting() ? ", null_padding=true, parallel=false" : "") + hive(source) + ")";
    }

    private static String json(Source source, String layout) {
        return "read_json(" + files(source) + ", format='" + layout + "', columns=" + struct(inFile(source))
                + ", maximum_object_size=" + MAX_LINE_BYTES + hive(source) + ")";
    }

    private static String files(Source source) {
        return Sql.texts(source.files().stream().map(Relations::spelled).toList());
    }

    private static boolean asked(Source source, String name) {
        return source.columns().stream().anyMatch(column -> column.name().equals(name));
    }

    /// What is in the names of files and folders: the partition columns, and the file's own name where a column `filename` is asked for.
    private static String hive(Source source) {
        String filename = asked(source, FILE_NAME) ? ", filename=true" : "";
        if (!spellsPlainly(source)) {
            return ", filename=true, hive_partitioning=false";
        }
        return filename + (source.partitionColumns().isEmpty() ? ", hive_partitioning=false"
                : ", hive_partitioning=true, hive_types=" + struct(source.partitionColumns()));
    }

    /// Whether the engine's own reading of folder names gives the values that the catalog has. It knows no `=` in a value, and takes
    /// folders above the table for partitions too: they do no harm as long as they are named like none of the columns.
    private static boolean spellsPlainly(Source source) {
        Set<String> partitions = names(source.partitionColumns());
        Set<String> columns = names(source.columns());
        for (int i = 0; i < source.files().size() && !partitions.isEmpty(); i++) {
            List<String> keys = keys(source.files().get(i));
            boolean named = keys.stream().filter(partitions::contains).count() == partitions.size() && keys.stream().noneMatch(columns::contains);
            if (!named || !source.partitions().get(i).values().stream().allMatch(value -> PLAIN.matcher(value).matches())) {
                return false;
            }
        }
        return true;
    }

    private static Set<String> names(List<Column> columns) {
        return columns.stream().map(column -> column.name().toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }

    /// The names of the folders that look like partitions.
    private static List<String> keys(Path file) {
        return StreamSupport.stream(file.spliterator(), false).map(Path::toString).filter(part -> part.indexOf('=') >= 0)
                .map(part -> part.substring(0, part.indexOf('=')).toLowerCase(Locale.ROOT)).toList();
    }

    /// Joins the partitions' values to the rows by their file where folder names cannot tell them.
    private static String folders(Source source, String files) {
        if (spellsPlainly(source)) {
            return files;
        }
        String names = source.partitionColumns().stream().map(column -> ", " + Sql.name(column.name())).collect(Collectors.joining());
        String values = IntStream.range(0, source.files().size()).mapToObj(i -> "(" + Sql.text(spelled(source.files().get(i))) + values(source, i) + ")")
                .collect(Collectors.joining(", "));
        return files + " JOIN (VALUES " + values + ") wonderlake_folders (" + FILE_NAME + names + ") USING (" + FILE_NAME + ")";
    }

    private static String values(Source source, int file) {
        return source.partitionColumns().stream().map(column -> ", " + HiveValues.known(source.partitions().get(file).getOrDefault(column.name(), HiveValues.NULL))
                .map(value -> Sql.text(value) + "::" + column.type().sql()).orElse("NULL::" + column.type().sql())).collect(Collectors.joining());
    }

    private static String spelled(Path file) {
        return file.toString().replace('\\', '/');
    }

    private static List<Column> inFile(Source source) {
        return source.columns().stream().filter(column -> !column.name().equals(FILE_NAME)).toList();
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
