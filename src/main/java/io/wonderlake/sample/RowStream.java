package io.wonderlake.sample;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.LongConsumer;

/// The bytes of generated lines, made while they are read, so that a table is never held whole.
final class RowStream extends InputStream {
    private static final int ROWS_AT_ONCE = 1_000;

    private final Rows rows;
    private final LongConsumer progress;
    private final StringBuilder text = new StringBuilder();
    private byte[] chunk = {};
    private int at;
    private long next;

    /// `progress` hears how many rows have been made.
    RowStream(Rows rows, LongConsumer progress) {
        this.rows = rows;
        this.progress = progress;
    }

    @Override
    public int read() {
        return fill() ? chunk[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, chunk.length - at);
        System.arraycopy(chunk, at, target, offset, count);
        at += count;
        return count;
    }

    private boolean fill() {
        while (at == chunk.length && next < rows.count()) {
            text.setLength(0);
            long end = Math.min(next + ROWS_AT_ONCE, rows.count());
            while (next < end) {
                rows.append(next++, text);
            }
            chunk = text.toString().getBytes(StandardCharsets.UTF_8);
            at = 0;
            progress.accept(next);
        }
        return at < chunk.length;
    }
}
