package io.wonderlake.workspace;

import io.wonderlake.pipeline.Run;
import io.wonderlake.pipeline.RunState;
import io.wonderlake.sample.PracticeLake;
import io.wonderlake.sample.SampleOptions;
import io.wonderlake.sample.SampleStep;
import io.wonderlake.work.Failure;
import io.wonderlake.work.Job;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/// Makes a lake the practice lake: puts its files there and runs its pipelines.
public final class PracticeLakes {
    private static final String MADE = ".wonderlake/practice-lake-made";

    private PracticeLakes() {
    }

    /// Whether the folder holds a practice lake whose making came to its end.
    public static boolean made(Path root) {
        return Files.exists(root.resolve(MADE));
    }

    /// Safe to repeat: what is there stays, and what an interrupted making left undone is done. Each finished run is handed to `ran`.
    public static List<Run> make(LocalLake lake, SampleOptions options, Job job, Consumer<Run> ran) {
        List<Run> runs = new ArrayList<>();
        for (SampleStep step : new PracticeLake(lake.objects(), lake.root()).steps(options)) {
            job.checkCancelled();
            step.perform(lake.pipelines(), job).ifPresent(run -> {
                runs.add(run);
                ran.accept(run);
                check(run, step);
            });
        }
        remember(lake.root());
        return runs;
    }

    private static void remember(Path root) {
        try {
            Files.writeString(root.resolve(MADE), Instant.now().toString());
        } catch (IOException error) {
            throw Failure.of(Failure.Kind.STORAGE, "failure.write", root.resolve(MADE), String.valueOf(error.getMessage())).withOrigin(error).exception();
        }
    }

    private static void check(Run run, SampleStep step) {
        if (run.state() == RunState.CANCELLED) {
            throw new CancellationException(run.pipeline());
        }
        boolean meantToFail = step instanceof SampleStep.Pipeline pipeline && pipeline.expected() == RunState.FAILED;
        if (meantToFail == run.state().good()) {
            throw Failure.of(Failure.Kind.BUG, "failure.sample.run", run.pipeline(), run.id(), run.cause()).exception();
        }
    }
}
