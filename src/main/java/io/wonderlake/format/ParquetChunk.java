package io.wonderlake.format;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/// One column's bytes in a row group, fetched from their beginning on: knows how many rows the whole pages among them hold.
///
/// Zeros where nothing was fetched yet must never be taken for values; so each page is measured by its header, and a page that is not
/// there to its last byte does not count.
final class ParquetChunk {
    private static final int DATA = 0;
    private static final int DATA_2 = 3;
    private static final int HEADER = 1 << 14;
    private static final int LARGEST_HEADER = 16 << 20;

    private final long from;
    private final long to;
    private final boolean repeated;
    private long fetched;
    private long page;
    private long rows;
    private long wanted;
    private boolean complete;

    /// @param repeated whether a row may have several values of it: then its pages do not tell their rows
    ParquetChunk(long from, long to, boolean repeated) {
        this.from = from;
        this.to = to;
        this.repeated = repeated;
        this.fetched = from;
        this.page = from;
        this.wanted = from;
    }

    long from() {
        return from;
    }

    long to() {
        return to;
    }

    boolean repeated() {
        return repeated;
    }

    /// Up to where bytes should be there before the pages are looked at again.
    long wanted() {
        return Math.min(to, wanted);
    }

    long fetched() {
        return fetched;
    }

    boolean covers(long rowsWanted) {
        return complete || !repeated && rows >= rowsWanted;
    }

    /// Rows in its whole pages; all where it is there to its end.
    long rows() {
        return complete ? Long.MAX_VALUE : repeated ? 0 : rows;
    }

    void want(long bytes) {
        wanted = Math.max(wanted, Math.min(to, from + bytes));
    }

    /// Takes in that the bytes up to `end` are in the file now, and goes through the pages.
    void arrived(FileChannel file, long end, long rowsWanted) throws IOException {
        fetched = Math.max(fetched, Math.min(to, end));
        complete = fetched == to;
        if (!complete && !repeated) {
            walk(file, rowsWanted);
        }
    }

    private void walk(FileChannel file, long rowsWanted) throws IOException {
        while (page < fetched && rows < rowsWanted) {
            ByteBuffer head = header(file);
            ThriftStruct header;
            try {
                header = ThriftStruct.read(head);
            } catch (EOFException tooShort) {
                if (fetched - page > LARGEST_HEADER) {
                    throw new IOException(tooShort);
                }
                wanted = fetched + Math.max(HEADER, fetched - page);
                return;
            }
            long size = header.number(3, -1);
            long end = page + head.position() + size;
            if (size < 0 || end > to) {
                throw new IOException("page of " + size + " bytes at " + page);
            }
            if (end > fetched) {
                wanted = Math.max(end, estimate(rowsWanted, end, rowsIn(header)));
                return;
            }
            page = end;
            rows += rowsIn(header);
        }
        wanted = rows >= rowsWanted ? wanted : Math.max(wanted, estimate(rowsWanted, page, 0));
    }

    /// Where the rows that are still missing should end, judged by the pages so far.
    private long estimate(long rowsWanted, long end, long inPage) {
        long known = rows + inPage;
        if (known <= 0) {
            return end + (end - from) + HEADER;
        }
        double each = (double) (end - from) / known;
        long missing = Math.max(0, rowsWanted - known);
        return missing == 0 ? end : end + (long) (each * missing * 1.1) + HEADER;
    }

    private ByteBuffer header(FileChannel file) throws IOException {
        for (int size = HEADER; ; size = size * 8) {
            ByteBuffer head = ByteBuffer.allocate((int) Math.min(size, fetched - page));
            long at = page;
            while (head.hasRemaining() && file.read(head, at) > 0) {
                at = page + head.position();
            }
            head.flip();
            if (head.limit() == fetched - page || size >= LARGEST_HEADER || whole(head.duplicate())) {
                return head;
            }
        }
    }

    private static boolean whole(ByteBuffer head) throws IOException {
        try {
            ThriftStruct.read(head);
            return true;
        } catch (EOFException _) {
            return false;
        }
    }

    private static long rowsIn(ThriftStruct header) throws IOException {
        long type = header.number(1, -1);
        boolean described = type == DATA && header.has(5) || type == DATA_2 && header.has(8);
        if (type == DATA || type == DATA_2) {
            long rows = !described ? -1 : type == DATA ? header.struct(5).number(1, -1) : header.struct(8).number(3, -1);
            if (rows < 0) {
                throw new IOException("a page without a count");
            }
            return rows;
        }
        return 0;
    }
}
