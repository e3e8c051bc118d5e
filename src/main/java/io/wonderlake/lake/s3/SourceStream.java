package io.wonderlake.lake.s3;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.ClosedByInterruptException;

/// Bytes that are sent. When they cannot be read, that is a failure of the source, and sending them again does not help.
final class SourceStream extends FilterInputStream {
    private final Target target;

    SourceStream(InputStream in, Target target) {
        super(in);
        this.target = target;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        try {
            return super.read(bytes, offset, length);
        } catch (ClosedByInterruptException cancelled) {
            throw cancelled;
        } catch (IOException error) {
            throw Uploads.source(error, target);
        }
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
