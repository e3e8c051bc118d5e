package io.wonderlake.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Writes a Parquet file of one row group whose columns have pages of different sizes, neither packed nor encoded: there a hole looks like zeros.
/// Column `cN` holds the row's number times N + 1.
final class PagedParquet {
    private static final int I32 = 5;
    private static final int I64 = 6;
    private static final int TEXT = 8;
    private static final int LIST = 9;
    private static final int STRUCT = 12;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int last;

    static void write(Path file, int rows, int... rowsInPage) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(mark());
        List<PagedParquet> chunks = new ArrayList<>();
        for (int column = 0; column < rowsInPage.length; column++) {
            int from = all.size();
            for (int row = 0; row < rows; row += rowsInPage[column]) {
                page(all, column, row, Math.min(rows, row + rowsInPage[column]));
            }
            chunks.add(chunk(column, rows, from, all.size() - from));
        }
        byte[] footer = footer(rows, chunks);
        all.writeBytes(footer);
        all.writeBytes(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(footer.length).array());
        all.writeBytes(mark());
        Files.write(file, all.toByteArray());
    }

    private static byte[] mark() {
        return "PAR1".getBytes(StandardCharsets.US_ASCII);
    }

    private static void page(ByteArrayOutputStream all, int column, int from, int to) {
        ByteBuffer values = ByteBuffer.allocate((to - from) * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int row = from; row < to; row++) {
            values.putLong((long) row * (column + 1));
        }
        PagedParquet data = new PagedParquet().number(1, I32, to - from).number(2, I32, 0).number(3, I32, 3).number(4, I32, 3);
        all.writeBytes(new PagedParquet().number(1, I32, 0).number(2, I32, values.capacity()).number(3, I32, values.capacity()).struct(5, data).end());
        all.writeBytes(values.array());
    }

    private static PagedParquet chunk(int column, int rows, int from, int size) {
        PagedParquet facts = new PagedParquet().number(1, I32, 2).list(2, I32, 1);
        facts.zigzag(0);
        facts.list(3, TEXT, 1);
        facts.text("c" + column);
        facts.number(4, I32, 0).number(5, I64, rows).number(6, I64, size).number(7, I64, size).number(9, I64, from);
        return new PagedParquet().number(2, I64, from).struct(3, facts);
    }

    private static byte[] footer(int rows, List<PagedParquet> chunks) {
        PagedParquet footer = new PagedParquet().number(1, I32, 1).list(2, STRUCT, chunks.size() + 1);
        PagedParquet root = new PagedParquet().field(4, TEXT);
        root.text("root");
        footer.out.writeBytes(root.number(5, I32, chunks.size()).end());
        for (int column = 0; column < chunks.size(); column++) {
            PagedParquet leaf = new PagedParquet().number(1, I32, 2).number(3, I32, 0).field(4, TEXT);
            leaf.text("c" + column);
            footer.out.writeBytes(leaf.end());
        }
        footer.number(3, I64, rows).list(4, STRUCT, 1);
        PagedParquet group = new PagedParquet().list(1, STRUCT, chunks.size());
        chunks.forEach(chunk -> group.out.writeBytes(chunk.end()));
        footer.out.writeBytes(group.number(2, I64, 1).number(3, I64, rows).end());
        return footer.end();
    }

    private PagedParquet field(int id, int type) {
        out.write(id - last << 4 | type);
        last = id;
        return this;
    }

    private PagedParquet number(int id, int type, long value) {
        field(id, type).zigzag(value);
        return this;
    }

    private PagedParquet list(int id, int type, int size) {
        field(id, LIST).out.write(size << 4 | type);
        return this;
    }

    private PagedParquet struct(int id, PagedParquet value) {
        field(id, STRUCT).out.writeBytes(value.end());
        return this;
    }

    private void text(String value) {
        varint(value.length());
        out.writeBytes(value.getBytes(StandardCharsets.US_ASCII));
    }

    private void zigzag(long value) {
        varint(value << 1 ^ value >> 63);
    }

    private void varint(long value) {
        long rest = value;
        for (; (rest & ~0x7FL) != 0; rest >>>= 7) {
            out.write((int) (rest & 0x7F | 0x80));
        }
        out.write((int) rest);
    }

    private byte[] end() {
        out.write(0);
        return out.toByteArray();
    }
}
