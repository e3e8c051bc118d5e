package io.wonderlake.format;

import io.wonderlake.catalog.StorageFormat;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// One way to take a text apart, tried on its beginning: how well the records fit together, and which of them is the header.
final class Dialect {
    private static final List<String> DELIMITERS = List.of(",", ";", "\t", "|");
    private static final int MOST_RECORDS = 1_000;
    private static final int MOST_FIELDS = 200_000;
    private static final int MOST_PREAMBLE = 30;
    private static final double LEAST_FIT = 0.5;

    private final String delimiter;
    private final String quote;
    private final List<List<String>> records = new ArrayList<>();
    private final List<Long> lines = new ArrayList<>();
    private int width = 1;
    private int fitting;
    private int broken;
    private int first;

    private Dialect(String head, String delimiter, String quote) {
        this.delimiter = delimiter;
        this.quote = quote;
        read(head);
        first = first();
    }

    /// The best way to read a text that begins with `head`.
    static StorageFormat.Text of(String head, String charset) {
        Dialect best = null;
        for (String delimiter : DELIMITERS) {
            for (String quote : List.of("\"", "")) {
                Dialect tried = new Dialect(head, delimiter, quote);
                best = tried.width > 1 && tried.fit() >= LEAST_FIT && (best == null || tried.score() > best.score() + 1e-9) ? tried : best;
            }
        }
        return best != null ? best.format(charset) : new Dialect(head, unused(head), "").format(charset);
    }

    /// For a text of one column: a delimiter that it does not have.
    private static String unused(String head) {
        return List.of("\t", "|", ";", ",").stream().filter(delimiter -> !head.contains(delimiter)).findFirst().orElse("\t");
    }

    private StorageFormat.Text format(String charset) {
        int skip = records.isEmpty() ? 0 : (int) (lines.get(first) - 1);
        return new StorageFormat.Text(delimiter, quote, header(), skip, charset);
    }

    private void read(String head) {
        Map<Integer, Integer> widths = new HashMap<>();
        try (RecordScanner scanner = new RecordScanner(new StringReader(head), delimiter, quote)) {
            int all = 0;
            while (records.size() < MOST_RECORDS && (all < MOST_FIELDS || records.size() < 3) && scanner.next()) {
                all += scanner.size();
                var fields = new ArrayList<String>();
                for (int i = 0; i < scanner.size(); i++) {
                    fields.add(scanner.field(i));
                }
                records.add(fields);
                lines.add(scanner.line());
                boolean whole = scanner.problem() == null;
                broken += whole ? 0 : 1;
                int count = whole ? widths.merge(fields.size(), 1, Integer::sum) : 0;
                if (count > fitting) {
                    fitting = count;
                    width = fields.size();
                }
            }
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    private double fit() {
        return records.isEmpty() ? 0 : (double) fitting / Math.max(1, records.size() - first);
    }

    /// Fitting records count most; then how many of the values are more than text; quotes that say nothing are worth a little less.
    private double score() {
        long typed = 0;
        long all = 0;
        for (List<String> record : records) {
            for (String field : record) {
                all += TypeGuess.isNull(field) ? 0 : 1;
                typed += TypeGuess.typed(field) || TypeGuess.typed(field.replace(',', '.')) ? 1 : 0;
            }
        }
        return fit() + (all == 0 ? 0 : 0.3 * typed / all) - (broken > 0 ? 0.05 : 0);
    }

    /// The first record that belongs to the table: titles above it have fewer fields and no values.
    private int first() {
        for (int i = 0; i < Math.min(records.size(), MOST_PREAMBLE) && i < records.size() / 2 + 1; i++) {
            if (records.get(i).size() >= (closed() ? width - 1 : width) || records.get(i).stream().anyMatch(TypeGuess::typed)) {
                return i;
            }
        }
        return 0;
    }

    /// Whether each record ends in a delimiter, which a header need not do.
    private boolean closed() {
        return width > 2 && records.stream().filter(record -> record.size() == width).allMatch(record -> record.getLast().isEmpty());
    }

    private boolean header() {
        if (records.size() <= first) {
            return false;
        }
        List<String> names = records.get(first);
        if (names.stream().anyMatch(TypeGuess::typed) || names.stream().allMatch(TypeGuess::isNull) || names.contains("\\N") || repeats(names)) {
            return false;
        }
        List<List<String>> rows = records.subList(first + 1, records.size());
        return rows.isEmpty() ? width > 1 : anyTypedColumn(rows) || width > 1 && !anyRecurs(names, rows);
    }

    private static boolean repeats(List<String> names) {
        Set<String> seen = new HashSet<>();
        long doubled = names.stream().filter(name -> !name.isEmpty() && !seen.add(name)).count();
        return doubled * 2 > names.size();
    }

    private boolean anyTypedColumn(List<List<String>> rows) {
        for (int column = 0; column < width; column++) {
            int typed = 0;
            int values = 0;
            for (List<String> row : rows) {
                boolean value = column < row.size() && !TypeGuess.isNull(row.get(column));
                values += value ? 1 : 0;
                typed += value && TypeGuess.typed(row.get(column)) ? 1 : 0;
            }
            if (values > 0 && typed >= 0.8 * values) {
                return true;
            }
        }
        return false;
    }

    private static boolean anyRecurs(List<String> names, List<List<String>> rows) {
        return rows.stream().anyMatch(row -> {
            for (int i = 0; i < Math.min(names.size(), row.size()); i++) {
                if (!names.get(i).isEmpty() && names.get(i).equals(row.get(i))) {
                    return true;
                }
            }
            return false;
        });
    }
}
