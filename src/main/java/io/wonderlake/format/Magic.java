package io.wonderlake.format;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/// What the first bytes of a file say that it is.
enum Magic {
    EMPTY(""), PARQUET("Parquet"), AVRO("Avro"), ORC("ORC"), ZIP("ZIP"), OLE("XLS"), OLE_PROTECTED("XLSX"), GZIP("gzip"), ZSTD("Zstandard"),
    BZIP2("bzip2"), XZ("XZ"), SEVEN_ZIP("7-Zip"), PDF("PDF"), IMAGE("an image"), SQLITE("SQLite"), TAR("TAR"), NONE("");

    private final String label;

    Magic(String label) {
        this.label = label;
    }

    /// What people call it.
    String label() {
        return label;
    }

    static Magic of(Path file) {
        byte[] head = new byte[300];
        int size;
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            size = bytes.read(head);
            Magic magic = size <= 0 ? EMPTY : of(Arrays.copyOf(head, size));
            return magic == OLE && isProtected(bytes) ? OLE_PROTECTED : magic;
        } catch (IOException error) {
            throw Source.of(file).unreadable(error);
        }
    }

    static Magic of(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        if (text.startsWith("PAR1")) {
            return PARQUET;
        } else if (text.startsWith("Obj\u0001")) {
            return AVRO;
        } else if (text.startsWith("ORC") && text.chars().skip(3).limit(16).anyMatch(c -> c < '\t' || c > '~')) {
            return ORC;
        } else if (text.startsWith("PK\u0003\u0004") || text.startsWith("PK\u0005\u0006")) {
            return ZIP;
        } else if (text.startsWith("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1")) {
            return OLE;
        }
        return packed(text);
    }

    private static Magic packed(String text) {
        if (text.startsWith("\u001f\u008b")) {
            return GZIP;
        } else if (text.startsWith("\u0028\u00b5\u002f\u00fd")) {
            return ZSTD;
        } else if (text.startsWith("BZh") && text.length() > 9 && text.startsWith("1AY&SY", 4)) {
            return BZIP2;
        } else if (text.startsWith("\u00fd7zXZ\u0000")) {
            return XZ;
        } else if (text.startsWith("7z\u00bc\u00af\u0027\u001c")) {
            return SEVEN_ZIP;
        }
        return other(text);
    }

    private static Magic other(String text) {
        if (text.startsWith("%PDF-")) {
            return PDF;
        } else if (text.startsWith("SQLite format 3\u0000")) {
            return SQLITE;
        }
        if (text.startsWith("ustar", 257)) {
            return TAR;
        }
        boolean image = text.startsWith("\u0089PNG\r\n") || text.startsWith("\u00ff\u00d8\u00ff") || text.startsWith("GIF87a") || text.startsWith("GIF89a")
                || text.startsWith("RIFF") && text.startsWith("WEBP", 8);
        return image ? IMAGE : NONE;
    }

    /// A protected workbook is an OLE file whose folder names a packet named EncryptedPackage.
    private static boolean isProtected(RandomAccessFile bytes) throws IOException {
        byte[] header = new byte[512];
        bytes.seek(0);
        if (bytes.read(header) < header.length) {
            return false;
        }
        ByteBuffer numbers = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN);
        long place = (numbers.getInt(48) + 1L) << Math.min(numbers.getShort(30), 16);
        byte[] folder = new byte[4096];
        if (place < 0 || place >= bytes.length()) {
            return false;
        }
        bytes.seek(place);
        int size = Math.max(0, bytes.read(folder));
        return new String(folder, 0, size, StandardCharsets.UTF_16LE).contains("EncryptedPackage");
    }
}
