package io.wonderlake.engine.athena;

import io.wonderlake.work.Failure;
import io.wonderlake.work.Job;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CancellationException;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/// The bytes of a result object as they come. Where the connection breaks it goes on from there, with the same object or not at all.
final class ResultStream extends InputStream {
    private static final int ATTEMPTS = 5;
    private static final long FIRST_WAIT_MILLIS = 50;

    private final AthenaCalls calls;
    private final ObjectAddress address;
    private final Job job;
    private final String etag;
    private final long length;
    private volatile ResponseInputStream<GetObjectResponse> body;
    private volatile boolean aborted;
    private long position;

    ResultStream(AthenaCalls calls, ObjectAddress address, Job job) {
        this.calls = calls;
        this.address = address;
        this.job = job;
        this.body = calls.open(address, 0, "", job);
        this.etag = body.response().eTag();
        this.length = body.response().contentLength();
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int max) {
        for (int attempt = 1; position < length && max > 0; attempt++) {
            int count = attempt(bytes, offset, max, attempt);
            if (count > 0) {
                position += count;
                return count;
            }
        }
        return max == 0 ? 0 : -1;
    }

    /// The bytes read, or none when the connection broke and another one stands in its place.
    private int attempt(byte[] bytes, int offset, int max, int attempt) {
        try {
            int count = body.read(bytes, offset, max);
            if (count <= 0) {
                resume(attempt, new IOException("ended at " + position + " of " + length));
            }
            return count;
        } catch (IOException | SdkException broken) {
            resume(attempt, broken);
            return 0;
        }
    }

    private void resume(int attempt, Exception broken) {
        checkAborted();
        body.abort();
        if (attempt == ATTEMPTS) {
            throw Failure.of(Failure.Kind.OFFLINE, "failure.athena.result.broken", address).withOrigin(broken).exception();
        }
        pause(FIRST_WAIT_MILLIS << attempt);
        body = calls.open(address, position, etag, job);
        checkAborted();
    }

    private synchronized void pause(long millis) {
        try {
            if (!aborted) {
                wait(millis);
            }
        } catch (InterruptedException unwanted) {
            Thread.currentThread().interrupt();
            aborted = true;
        }
        checkAborted();
    }

    private void checkAborted() {
        if (aborted) {
            body.abort();
            throw new CancellationException(job.title());
        }
    }

    /// Ends a read that blocks. What has not been read is never fetched.
    synchronized void abort() {
        aborted = true;
        notifyAll();
        body.abort();
    }

    @Override
    public void close() {
        if (position < length) {
            body.abort();
        } else {
            release();
        }
    }

    private void release() {
        try {
            body.close();
        } catch (IOException all) {
            body.abort();
        }
    }
}
