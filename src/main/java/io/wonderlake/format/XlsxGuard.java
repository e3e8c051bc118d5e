package io.wonderlake.format;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// Unpacks a workbook once into nothing, counting, before anything reads it: a packed file may be small and hold any amount.
final class XlsxGuard {
    static final int MOST_ENTRIES = 10_000;
    static final long MOST_BYTES = 4L << 30;
    static final long SMALL = 10 << 20;
    static final int MOST_RATIO = 200;
    static final int LONGEST_TAG = 1 << 20;

    private final Source source;
    private final byte[] buffer = new byte[1 << 16];
    private long total;

    private XlsxGuard(Source source) {
        this.source = source;
    }

    /// Ends in a failure when the file is no sound zip, or when it would unpack to more than a workbook holds.
    static void check(Source source) {
        signature(source);
        try (ZipFile zip = new ZipFile(source.file().toFile())) {
            new XlsxGuard(source).check(zip);
        } catch (ZipException | EOFException | IllegalArgumentException error) {
            throw Trouble.zip(source.name()).withDetail(String.valueOf(error.getMessage())).withOrigin(error).exception();
        } catch (IOException error) {
            throw source.unreadable(error);
        }
    }

    private static void signature(Source source) {
        Magic magic = Magic.of(source.file());
        if (magic == Magic.OLE_PROTECTED) {
            throw Trouble.protectedBook(source.name()).exception();
        }
        if (magic == Magic.OLE) {
            throw Trouble.notYet(source.name(), "XLS").exception();
        }
        if (magic != Magic.ZIP) {
            throw Trouble.noWorkbook(source.name()).exception();
        }
    }

    private void check(ZipFile zip) throws IOException {
        if (zip.size() > MOST_ENTRIES) {
            throw Trouble.bomb(source.name()).exception();
        }
        Set<String> names = new HashSet<>();
        for (ZipEntry entry : (Iterable<ZipEntry>) zip.stream().map(ZipEntry.class::cast)::iterator) {
            if (leaves(entry.getName()) || !names.add(entry.getName().toLowerCase(Locale.ROOT))) {
                throw Trouble.zipNames(source.name(), entry.getName()).exception();
            }
            try (InputStream in = zip.getInputStream(entry)) {
                check(entry, in);
            }
            source.meter().accept(Math.max(0, entry.getCompressedSize()));
        }
    }

    private void check(ZipEntry entry, InputStream in) throws IOException {
        var crc = new CRC32();
        var tags = new Tags();
        long packed = Math.max(1, Math.min(entry.getCompressedSize(), source.size()));
        long size = 0;
        for (int read; (read = in.read(buffer)) > 0; ) {
            crc.update(buffer, 0, read);
            size += read;
            total += read;
            boolean bomb = total > MOST_BYTES || size > SMALL && size / packed > MOST_RATIO;
            if (bomb || isXml(entry) && tags.longest(buffer, read) > LONGEST_TAG) {
                throw Trouble.bomb(source.name()).exception();
            }
            source.meter().accept(0);
        }
        if (entry.getCrc() >= 0 && entry.getCrc() != crc.getValue()) {
            throw new ZipException("checksum of " + entry.getName());
        }
    }

    private static boolean isXml(ZipEntry entry) {
        return entry.getName().endsWith(".xml") || entry.getName().endsWith(".rels");
    }

    private static boolean leaves(String name) {
        return name.startsWith("/") || name.contains(":") || List.of(name.split("[/\\\\]")).contains("..");
    }

    /// Measures how far a tag goes on, since an XML reader keeps a whole tag in memory.
    private static final class Tags {
        private boolean inside;
        private int length;
        private int longest;

        int longest(byte[] bytes, int size) {
            for (int i = 0; i < size; i++) {
                byte b = bytes[i];
                if (b == '<' && !inside) {
                    inside = true;
                    length = 0;
                } else if (b == '>') {
                    inside = false;
                } else if (inside) {
                    longest = Math.max(longest, ++length);
                }
            }
            return longest;
        }
    }
}
