package io.wonderlake.format;

import io.wonderlake.engine.EngineSession;
import io.wonderlake.work.Strings;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Where the first row groups of a Parquet file stand, by its footer.
///
/// @param rows in the whole file
/// @param encrypted whether its columns are
record ParquetLayout(long rows, boolean encrypted, List<Group> groups) {
    private static final int GROUPS = 64;

    record Group(long rows, List<ParquetChunk> chunks) {
        long bytes() {
            return chunks.stream().mapToLong(chunk -> chunk.to() - chunk.from()).sum();
        }
    }

    /// @param footer where it begins: all data stands before it
    static ParquetLayout read(EngineSession session, Path file, long footer) {
        String name = ParquetProbe.literal(file);
        Object[] all = session.rows("select num_rows, encryption_algorithm from parquet_file_metadata(" + name + ")").getFirst();
        List<Boolean> repeated = repeated(session.rows("select num_children, repetition_type from parquet_schema(" + name + ")"));
        List<Group> groups = new ArrayList<>();
        long current = -1;
        for (Object[] row : session.rows("select row_group_id, row_group_num_rows, column_id, "
                + "least(data_page_offset, coalesce(nullif(dictionary_page_offset, 0), data_page_offset)), total_compressed_size "
                + "from parquet_metadata(" + name + ") where row_group_id < " + GROUPS + " order by row_group_id, column_id")) {
            if (number(row[0]) != current) {
                current = number(row[0]);
                groups.add(new Group(number(row[1]), new ArrayList<>()));
            }
            groups.getLast().chunks().add(chunk(file, row, repeated, footer));
        }
        return new ParquetLayout(number(all[0]), all[1] != null, groups);
    }

    private static ParquetChunk chunk(Path file, Object[] row, List<Boolean> repeated, long footer) {
        long from = number(row[3]);
        long bytes = number(row[4]);
        int column = (int) number(row[2]);
        if (number(row[1]) < 0 || from < 4 || bytes < 0 || bytes > footer - from || column >= repeated.size()) {
            throw Trouble.parquet(String.valueOf(file.getFileName()), Strings.text("format.place.footer")).exception();
        }
        return new ParquetChunk(from, from + bytes, repeated.get(column));
    }

    /// Of each column with values, in their order: whether a row may have several. The schema is a tree, each node before what stands below it.
    private static List<Boolean> repeated(List<Object[]> schema) {
        List<Boolean> leaves = new ArrayList<>();
        Deque<long[]> above = new ArrayDeque<>();
        for (Object[] node : schema) {
            boolean several = "REPEATED".equals(node[1]) || !above.isEmpty() && above.peek()[1] == 1;
            if (!above.isEmpty()) {
                above.peek()[0]--;
            }
            while (!above.isEmpty() && above.peek()[0] == 0) {
                above.pop();
            }
            long children = node[0] == null ? 0 : number(node[0]);
            if (children > 0) {
                above.push(new long[] {children, several ? 1 : 0});
            } else {
                leaves.add(several);
            }
        }
        return leaves;
    }

    private static long number(Object value) {
        return value == null ? -1 : ((Number) value).longValue();
    }
}
