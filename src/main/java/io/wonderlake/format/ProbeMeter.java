package io.wonderlake.format;

import io.wonderlake.work.Job;
import io.wonderlake.work.Progress;
import io.wonderlake.work.Strings;
import java.nio.file.Path;
import java.util.function.LongConsumer;

/// Tells a job how many bytes of a file are read, and ends the reading once the job is cancelled.
final class ProbeMeter implements LongConsumer {
    private static final long STEP = 1 << 20;

    private final Job job;
    private final long size;
    private long total;
    private long read;
    private long reported = -STEP;

    ProbeMeter(Job job, long size) {
        this.job = job;
        this.size = size;
    }

    /// The file, to be read that many times.
    Source over(Path file, int times) {
        total = size * times;
        return new Source(file, this);
    }

    /// The file, to be looked at beforehand: not counted, but no less cancelled.
    Source uncounted(Path file) {
        return new Source(file, _ -> job.checkCancelled());
    }

    @Override
    public void accept(long bytes) {
        job.checkCancelled();
        read += bytes;
        if (read - reported >= STEP) {
            reported = read;
            job.report(new Progress(Strings.text("format.reading"), Math.min(read, total), total, Progress.Unit.BYTES));
        }
    }
}
