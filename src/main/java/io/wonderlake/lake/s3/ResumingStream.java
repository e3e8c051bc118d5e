package io.wonderlake.lake.s3;

import io.wonderlake.work.Failure;
import io.wonderlake.work.Formats;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ThreadLocalRandom;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/// The bytes of one object. When the connection breaks, it goes on where it was, in the same object and in no other.
final class ResumingStream extends InputStream {
    private static final int TRIES = 5;
    private static final long PROGRESS = 1 << 20;
    private static final int PAUSE_MILLIS = 50;
    private static final long WORTH_DRAINING = 1 << 16;

    private final Reading reading;
    private final long end;
    private ResponseInputStream<GetObjectResponse> body;
    private long position;
    private long brokenAt;
    private int tries;

    ResumingStream(Reading reading, ResponseInputStream<GetObjectResponse> body, long offset) {
        this.reading = reading.tagged(Entries.bare(body.response().eTag()));
        this.body = body;
        this.position = offset;
        this.end = offset + body.response().contentLength();
    }

    /// What the first answer said of the object.
    GetObjectResponse response() {
        return body.response();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (true) {
            try {
                int count = body.read(bytes, offset, length);
                if (count < 0 && position < end) {
                    throw new IOException("ended at " + position + " of " + end);
                }
                position += Math.max(count, 0);
                return count;
            } catch (IOException | RetryableException error) {
                resume(error);
            } catch (SdkException damaged) {
                throw Failure.of(Failure.Kind.STORAGE, "failure.s3.damaged", reading.target().name()).withOrigin(damaged).withDetail(damaged.toString()).exception();
            }
        }
    }

    private void resume(Exception error) {
        body.abort();
        if (position - brokenAt > PROGRESS) {
            tries = 0;
        }
        brokenAt = position;
        if (++tries > TRIES) {
            throw broken(error);
        }
        pause();
        body = reading.open(position, end - position).orElseThrow(() -> broken(error));
    }

    private RuntimeException broken(Exception error) {
        return Failure.of(Failure.Kind.OFFLINE, "failure.s3.broken", reading.target().name(), Formats.bytes(position), Formats.bytes(end))
                .withOrigin(error).withDetail(error.toString()).exception();
    }

    private void pause() {
        try {
            Thread.sleep(Duration.ofMillis(ThreadLocalRandom.current().nextInt(PAUSE_MILLIS << tries)));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new CancellationException(reading.target().toString());
        }
    }

    @Override
    public int available() throws IOException {
        return body.available();
    }

    /// What is left of a large object is not read only to be thrown away.
    @Override
    public void close() throws IOException {
        if (end - position > WORTH_DRAINING) {
            body.abort();
        } else {
            body.close();
        }
    }
}
