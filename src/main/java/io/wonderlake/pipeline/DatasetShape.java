package io.wonderlake.pipeline;

import io.wonderlake.catalog.Column;
import io.wonderlake.catalog.ColumnType;
import io.wonderlake.catalog.HiveValues;
import io.wonderlake.catalog.StorageFormat;
import io.wonderlake.contract.Contract;
import io.wonderlake.lake.Prefix;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the files of a dataset agree on: one format, one list of columns, one way of partition folders.
///
/// @param format the format of most files; files of another are left out of the raw table
/// @param files the files of that format, in path order
/// @param others readable files of other formats
/// @param columns the union over the files: columns known before first, then new ones in the order of their appearance
/// @param partitionColumns from `key=value` folders that all files share
/// @param drift columns that appear later than in the first file or in the version before, each with the files that have it
public record DatasetShape(
        StorageFormat format,
        List<RawFile> files,
        List<RawFile> others,
        List<Column> columns,
        List<Column> partitionColumns,
        Map<String, List<RawFile>> drift) {
    private static final Pattern DECIMAL = Pattern.compile("decimal\\((\\d+),(\\d+)\\)");
    private static final int BIGINT_DIGITS = 19;
    private static final int MOST_DIGITS = 38;

    /// `found` is not empty and has only readable files; `before` are the columns of the table's present version.
    public static DatasetShape of(Prefix folder, List<RawFile> found, Optional<Contract> contract, List<Column> before) {
        List<RawFile> readable = found.stream().map(file -> file.named(contract)).toList();
        StorageFormat format = mostFrequent(readable);
        List<RawFile> files = readable.stream().filter(file -> storage(file).equals(format)).toList();
        List<RawFile> others = readable.stream().filter(file -> !storage(file).equals(format)).toList();
        List<Column> partitions = partitionColumns(folder, files);
        Map<String, Column> columns = new LinkedHashMap<>();
        Map<String, List<RawFile>> drift = new LinkedHashMap<>();
        before.forEach(column -> columns.put(key(column), column));
        boolean first = before.isEmpty();
        Map<String, Column> seen = new LinkedHashMap<>();
        for (RawFile file : files) {
            for (Column column : file.facts().orElseThrow().columns()) {
                boolean known = columns.containsKey(key(column)) && !drift.containsKey(column.name());
                if (!known && !first) {
                    drift.computeIfAbsent(column.name(), _ -> new ArrayList<>()).add(file);
                }
                seen.merge(key(column), column, DatasetShape::widest);
                columns.put(key(column), seen.get(key(column)));
            }
            first = false;
        }
        columns.keySet().retainAll(seen.keySet());
        partitions.forEach(partition -> columns.remove(key(partition)));
        return new DatasetShape(format, files, others, List.copyOf(columns.values()), partitions, drift);
    }

    /// The `key=value` folders between the dataset's folder and the file.
    public static Map<String, String> partition(Prefix folder, RawFile file) {
        Map<String, String> values = new LinkedHashMap<>();
        String inside = file.path().key().substring(folder.key().length());
        String[] parts = inside.split("/");
        for (int i = 0; i < parts.length - 1; i++) {
            int equals = parts[i].indexOf('=');
            if (equals > 0) {
                values.put(parts[i].substring(0, equals).toLowerCase(Locale.ROOT), HiveValues.decoded(parts[i].substring(equals + 1)));
            }
        }
        return values;
    }

    private static StorageFormat storage(RawFile file) {
        return file.facts().orElseThrow().storage();
    }

    private static StorageFormat mostFrequent(List<RawFile> files) {
        Map<StorageFormat, Integer> counts = new LinkedHashMap<>();
        files.forEach(file -> counts.merge(storage(file), 1, Integer::sum));
        return counts.entrySet().stream().reduce((a, b) -> b.getValue() > a.getValue() ? b : a).orElseThrow().getKey();
    }

    private static List<Column> partitionColumns(Prefix folder, List<RawFile> files) {
        List<Map<String, String>> all = files.stream().map(file -> partition(folder, file)).toList();
        List<String> keys = List.copyOf(all.getFirst().keySet());
        if (all.stream().anyMatch(values -> !List.copyOf(values.keySet()).equals(keys))) {
            return List.of();
        }
        return keys.stream().map(name -> new Column(name, type(all.stream().map(values -> values.get(name)).toList()))).toList();
    }

    private static String type(List<String> all) {
        List<String> values = all.stream().filter(value -> HiveValues.known(value).isPresent()).toList();
        if (values.isEmpty()) {
            return "varchar";
        }
        if (values.stream().allMatch(value -> value.matches("0|-?[1-9][0-9]{0,8}"))) {
            return "integer";
        }
        return values.stream().allMatch(DatasetShape::isDate) ? "date" : "varchar";
    }

    private static boolean isDate(String value) {
        try {
            return value.length() == 10 && LocalDate.parse(value).getYear() > 0;
        } catch (DateTimeParseException _) {
            return false;
        }
    }

    /// One type that holds the values of both.
    private static Column widest(Column a, Column b) {
        if (a.type().equals(b.type())) {
            return a;
        }
        return new Column(a.name(), new ColumnType(widest(a.type(), b.type())), a.comment());
    }

    private static String widest(ColumnType a, ColumnType b) {
        Optional<int[]> left = wholeAndScale(a);
        Optional<int[]> right = wholeAndScale(b);
        if (left.isPresent() && right.isPresent()) {
            int whole = Math.max(left.get()[0], right.get()[0]);
            int scale = Math.max(left.get()[1], right.get()[1]);
            return scale == 0 && a.family() == b.family() && whole <= BIGINT_DIGITS ? "bigint"
                    : whole + scale <= MOST_DIGITS ? "decimal(" + (whole + scale) + "," + scale + ")" : "double";
        }
        boolean times = (a.sql() + b.sql()).equals("datetimestamp") || (b.sql() + a.sql()).equals("datetimestamp");
        return a.family().numeric() && b.family().numeric() ? "double" : times ? "timestamp" : "varchar";
    }

    /// Digits before and after the point that an exact number type holds.
    private static Optional<int[]> wholeAndScale(ColumnType type) {
        return switch (type.sql()) {
            case "integer" -> Optional.of(new int[] {10, 0});
            case "bigint" -> Optional.of(new int[] {BIGINT_DIGITS, 0});
            default -> {
                Matcher decimal = DECIMAL.matcher(type.sql());
                yield decimal.matches()
                        ? Optional.of(new int[] {Integer.parseInt(decimal.group(1)) - Integer.parseInt(decimal.group(2)), Integer.parseInt(decimal.group(2))})
                        : Optional.empty();
            }
        };
    }

    private static String key(Column column) {
        return column.name().toLowerCase(Locale.ROOT);
    }
}
