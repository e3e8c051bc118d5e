package io.wonderlake.format;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.ZipException;

/// Counts what of a text is UTF-8 and what is not, and keeps the surroundings of what is not.
final class Survey {
    private static final int SAMPLE = 1 << 16;
    private static final int AROUND = 32;

    private final ByteArrayOutputStream sample = new ByteArrayOutputStream();
    private long good;
    private long bad;
    private int rest;
    private int least;
    private int most;

    private Survey() {
    }

    static Survey of(InputStream bytes) {
        var survey = new Survey();
        byte[] buffer = new byte[1 << 16];
        try {
            for (int read; (read = bytes.read(buffer)) > 0; ) {
                survey.see(buffer, read);
            }
        } catch (EOFException | ZipException _) {
            // A packed file that breaks off: what could be read decides, and the rows say where it breaks.
            return survey;
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
        return survey;
    }

    boolean isAscii() {
        return good == 0 && bad == 0;
    }

    /// A few wrong bytes among good ones are damage, not another encoding.
    boolean isUtf8() {
        return bad == 0 || good > 4 * bad;
    }

    byte[] sample() {
        return sample.toByteArray();
    }

    static long notAscii(byte[] bytes) {
        long count = 0;
        for (byte b : bytes) {
            count += b < 0 ? 1 : 0;
        }
        return count;
    }

    private void see(byte[] bytes, int size) {
        for (int i = 0; i < size; i++) {
            int b = bytes[i] & 0xff;
            if (rest > 0) {
                if (b >= least && b <= most) {
                    good += --rest == 0 ? 1 : 0;
                    least = 0x80;
                    most = 0xbf;
                    continue;
                }
                rest = 0;
                wrong(bytes, i, size);
            }
            if (b >= 0x80 && !begins(b)) {
                wrong(bytes, i, size);
            }
        }
    }

    private boolean begins(int b) {
        rest = b >= 0xc2 && b <= 0xdf ? 1 : b >= 0xe0 && b <= 0xef ? 2 : b >= 0xf0 && b <= 0xf4 ? 3 : 0;
        least = b == 0xe0 ? 0xa0 : b == 0xf0 ? 0x90 : 0x80;
        most = b == 0xed ? 0x9f : b == 0xf4 ? 0x8f : 0xbf;
        return rest > 0;
    }

    private void wrong(byte[] bytes, int at, int size) {
        bad++;
        if (sample.size() < SAMPLE) {
            int from = Math.max(0, at - AROUND);
            sample.write(bytes, from, Math.min(size, at + AROUND) - from);
        }
    }
}
