package io.wonderlake.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class JobsTest {
    @Test
    void endsAJobWhoseLibraryIsMissing() throws Exception {
        CompletableFuture<Outcome<String>> end = new CompletableFuture<>();
        try (ThreadJobs jobs = new ThreadJobs(Runnable::run)) {
            jobs.start(new Job("load"), () -> {
                throw new UnsatisfiedLinkError("no engine here");
            }, end::complete);
            assertThat(end.get(30, TimeUnit.SECONDS)).isInstanceOfSatisfying(Outcome.Failed.class,
                    failed -> assertThat(failed.failure().message()).contains("no engine here"));
            assertThat(jobs.active()).isEmpty();
        }
    }

    @Test
    void beginsNothingOnceClosed() throws Exception {
        CompletableFuture<Outcome<String>> end = new CompletableFuture<>();
        ThreadJobs jobs = new ThreadJobs(Runnable::run);
        jobs.close();
        jobs.start(new Job("late"), () -> {
            throw new AssertionError("it ran");
        }, end::complete);
        assertThat(end.get(30, TimeUnit.SECONDS)).isEqualTo(new Outcome.Cancelled<>());
    }

    @Test
    void stopsEverythingEvenWhenOneCancelActionFails() {
        Job job = new Job("many");
        List<String> stopped = new ArrayList<>();
        job.onCancel(() -> {
            throw new IllegalStateException("closed already");
        });
        job.onCancel(() -> stopped.add("second"));

        assertThatIllegalStateException().isThrownBy(job::cancel);

        assertThat(stopped).containsExactly("second");
        job.onCancel(() -> stopped.add("late"));
        assertThat(stopped).containsExactly("second", "late");
    }

    @Test
    void callsACancelActionOnlyWhileItIsRegistered() {
        Job job = new Job("one");
        List<String> stopped = new ArrayList<>();
        job.onCancel(() -> stopped.add("gone")).close();
        job.onCancel(() -> stopped.add("there"));

        job.cancel();
        job.cancel();

        assertThat(stopped).containsExactly("there");
    }
}
