package io.wonderlake.lake.s3;

import io.wonderlake.work.Job;
import io.wonderlake.work.Progress;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Counts the bytes of one transfer, from all of its threads, and tells the job.
final class Meter {
    private final Job job;
    private final String phase;
    private final long total;
    private long done;

    /// `total` is -1 when it is not known yet.
    Meter(Job job, String phase, long total) {
        this.job = job;
        this.phase = phase;
        this.total = total;
    }

    /// Negative when something has to be sent again. Ends the work when the job is cancelled.
    void add(long bytes) {
        synchronized (this) {
            done += bytes;
            job.report(new Progress(phase, done, total, Progress.Unit.BYTES));
        }
        job.checkCancelled();
    }

    /// One attempt to send something: when it is begun again, what was counted for the attempt before is taken back.
    final class Attempt {
        private long counted;

        InputStream begin(InputStream in) {
            add(-counted);
            counted = 0;
            return new Metered(in, this);
        }

        private void count(long bytes) {
            counted += bytes;
            add(bytes);
        }
    }

    Attempt attempt() {
        return new Attempt();
    }

    /// Counts before it hands the bytes on, so that a cancelled job sends no further.
    private static final class Metered extends FilterInputStream {
        private final Attempt attempt;

        Metered(InputStream in, Attempt attempt) {
            super(in);
            this.attempt = attempt;
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            if (value >= 0) {
                attempt.count(1);
            }
            return value;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = super.read(bytes, offset, length);
            if (count > 0) {
                attempt.count(count);
            }
            return count;
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
