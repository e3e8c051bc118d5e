package io.wonderlake.catalog.index;

import io.wonderlake.catalog.Column;
import io.wonderlake.catalog.DataFile;
import io.wonderlake.catalog.Partition;
import io.wonderlake.catalog.TableDraft;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Sums files up to partitions.
public final class Partitions {
    private Partitions() {
    }

    /// In the order of their values: whole numbers by size and before words, words by letters.
    public static List<Partition> of(TableDraft draft) {
        return of(draft.partitionColumns(), draft.files());
    }

    /// The same of files that were found.
    public static List<Partition> of(List<Column> columns, List<DataFile> files) {
        Map<Map<String, String>, List<DataFile>> groups = new LinkedHashMap<>();
        files.forEach(file -> groups.computeIfAbsent(file.partition(), _ -> new ArrayList<>()).add(file));
        Comparator<Partition> order = Comparator.comparing(_ -> 0);
        for (Column column : columns) {
            order = order.thenComparing(partition -> partition.values().getOrDefault(column.name(), ""), Partitions::compare);
        }
        return groups.entrySet().stream()
                .map(group -> new Partition(group.getKey(), group.getValue().size(), bytes(group.getValue()), rows(group.getValue())))
                .sorted(order).toList();
    }

    public static long bytes(List<DataFile> files) {
        return files.stream().mapToLong(DataFile::size).sum();
    }

    /// -1 as soon as one file's rows are unknown.
    public static long rows(List<DataFile> files) {
        return files.stream().anyMatch(file -> file.rows() < 0) ? -1 : files.stream().mapToLong(DataFile::rows).sum();
    }

    private static int compare(String left, String right) {
        boolean leftNumber = isNumber(left);
        boolean rightNumber = isNumber(right);
        if (leftNumber && rightNumber) {
            int bySize = new BigInteger(left).compareTo(new BigInteger(right));
            return bySize != 0 ? bySize : left.compareTo(right);
        }
        return leftNumber != rightNumber ? Boolean.compare(rightNumber, leftNumber) : left.compareTo(right);
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.length() < 40 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
