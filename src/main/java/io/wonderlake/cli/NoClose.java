package io.wonderlake.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/// The terminal's stream, for a sink that closes what it writes to.
final class NoClose extends FilterOutputStream {
    NoClose(OutputStream out) {
        super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        out.write(bytes, from, length);
    }

    @Override
    public void close() throws IOException {
        flush();
    }
}
