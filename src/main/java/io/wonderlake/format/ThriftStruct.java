package io.wonderlake.format;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/// The whole numbers of a Thrift struct in the compact protocol, by field and by the fields of structs in it; other values are passed over.
final class ThriftStruct {
    private static final int DEEPEST = 8;

    private final ByteBuffer bytes;
    private final Map<Integer, Long> numbers = new HashMap<>();
    private final Map<Integer, ThriftStruct> structs = new HashMap<>();

    private ThriftStruct(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    /// Reads a struct from the buffer's position and leaves it behind its end. An [EOFException] says that the buffer ends too early.
    static ThriftStruct read(ByteBuffer bytes) throws IOException {
        return read(bytes, 0);
    }

    private static ThriftStruct read(ByteBuffer bytes, int depth) throws IOException {
        if (depth > DEEPEST) {
            throw new IOException("nested too deeply");
        }
        var struct = new ThriftStruct(bytes);
        int field = 0;
        for (int head = struct.next(); head != 0; head = struct.next()) {
            field = head >>> 4 == 0 ? (int) struct.zigzag() : field + (head >>> 4);
            struct.value(field, head & 0xf, depth);
        }
        return struct;
    }

    long number(int field, long otherwise) {
        return numbers.getOrDefault(field, otherwise);
    }

    boolean has(int struct) {
        return structs.containsKey(struct);
    }

    ThriftStruct struct(int field) {
        return structs.get(field);
    }

    private void value(int field, int type, int depth) throws IOException {
        switch (type) {
            case 4, 5, 6 -> numbers.put(field, zigzag());
            case 12 -> structs.put(field, read(bytes, depth + 1));
            default -> skip(type, depth, false);
        }
    }

    /// In a list, a truth value takes a byte of its own.
    private void skip(int type, int depth, boolean inList) throws IOException {
        switch (type) {
            case 1, 2 -> pass(inList ? 1 : 0);
            case 3 -> pass(1);
            case 4, 5, 6 -> zigzag();
            case 7 -> pass(8);
            case 8 -> pass(varint());
            case 9, 10 -> skipList(depth);
            case 12 -> read(bytes, depth + 1);
            default -> throw new IOException("a value of unknown type " + type);
        }
    }

    private void skipList(int depth) throws IOException {
        int head = next();
        long size = head >>> 4 == 15 ? varint() : head >>> 4;
        if (depth > DEEPEST || size > bytes.remaining()) {
            throw new EOFException();
        }
        for (long i = 0; i < size; i++) {
            skip(head & 0xf, depth + 1, true);
        }
    }

    private void pass(long size) throws IOException {
        if (size < 0 || size > bytes.remaining()) {
            throw new EOFException();
        }
        bytes.position(bytes.position() + (int) size);
    }

    private int next() throws IOException {
        if (!bytes.hasRemaining()) {
            throw new EOFException();
        }
        return bytes.get() & 0xff;
    }

    private long varint() throws IOException {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int next = next();
            value |= (next & 0x7FL) << shift;
            if (next < 0x80) {
                return value;
            }
        }
        throw new IOException("a number without end");
    }

    private long zigzag() throws IOException {
        long value = varint();
        return value >>> 1 ^ -(value & 1);
    }
}
