package io.wonderlake.format;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/// Walks over the blocks of an Avro file without reading their records, since a damaged length would make a reader ask for any memory.
final class AvroBlocks {
    static final int LARGEST = 256 << 20;
    private static final int LARGEST_HEADER = 16 << 20;
    private static final Set<String> CODECS = Set.of("null", "deflate", "bzip2");

    private final Source source;
    private final InputStream in;
    private long passed;
    private long records;

    private AvroBlocks(Source source, InputStream in) {
        this.source = source;
        this.in = in;
    }

    /// Of a file that may break off: how long it is up to the end of its last whole block, and how many records these hold.
    record Whole(long bytes, long records) { }

    /// Ends in a failure where a block that is there whole is none.
    static Whole whole(Source source) {
        try (InputStream in = source.bytes()) {
            return new AvroBlocks(source, in).whole();
        } catch (IOException error) {
            throw source.unreadable(error);
        }
    }

    private Whole whole() throws IOException {
        long end = 0;
        try {
            byte[] sync = header();
            end = passed;
            while (peek() >= 0) {
                block(sync);
                end = passed;
            }
        } catch (EOFException error) {
            if (in.read() >= 0) {
                throw damaged(end, error);
            }
        }
        return new Whole(end, records);
    }

    /// Ends in a failure where the file does not fall apart into whole blocks.
    static void check(Source source) {
        try (InputStream in = source.bytes()) {
            new AvroBlocks(source, in).check();
        } catch (IOException error) {
            throw source.unreadable(error);
        }
    }

    private void check() throws IOException {
        long place = 0;
        try {
            byte[] sync = header();
            place = 1;
            while (peek() >= 0) {
                block(sync);
            }
        } catch (EOFException error) {
            throw damaged(place, error);
        }
    }

    private RuntimeException damaged(long place, EOFException error) {
        return Trouble.avro(source.name(), place == 0 ? Trouble.start() : Trouble.record(records + 1))
                .withDetail(String.valueOf(error.getMessage())).exception();
    }

    private void block(byte[] sync) throws IOException {
        long count = number();
        long size = number();
        if (count < 0 || size < 0 || size > LARGEST) {
            throw new EOFException("block of " + size + " bytes");
        }
        in.skipNBytes(size);
        passed += size;
        if (!Arrays.equals(sync, bytes(16))) {
            throw new EOFException("no mark at the end of a block");
        }
        records += count;
    }

    private byte[] header() throws IOException {
        bytes(4);
        for (long entries = entries(); entries != 0; entries = entries()) {
            for (; entries > 0; entries--) {
                String key = new String(bytes(length()), StandardCharsets.UTF_8);
                byte[] value = bytes(length());
                String text = new String(value, 0, Math.min(value.length, 64), StandardCharsets.UTF_8);
                if (key.equals("avro.codec") && !CODECS.contains(text)) {
                    throw Trouble.codec(source.name(), text).exception();
                }
            }
        }
        return bytes(16);
    }

    private long entries() throws IOException {
        long count = number();
        if (count < 0) {
            number();
        }
        return Math.abs(count);
    }

    private int length() throws IOException {
        long length = number();
        if (length < 0 || length > LARGEST_HEADER) {
            throw new EOFException("header of " + length + " bytes");
        }
        return (int) length;
    }

    private byte[] bytes(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        passed += bytes.length;
        if (bytes.length < length) {
            throw new EOFException();
        }
        return bytes;
    }

    private int peek() throws IOException {
        in.mark(1);
        int next = in.read();
        in.reset();
        return next;
    }

    private long number() throws IOException {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException();
            }
            passed++;
            value |= (next & 0x7FL) << shift;
            if (next < 0x80) {
                return value >>> 1 ^ -(value & 1);
            }
        }
        throw new EOFException("a number without end");
    }
}
