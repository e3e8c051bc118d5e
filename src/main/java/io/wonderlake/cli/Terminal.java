package io.wonderlake.cli;

import io.wonderlake.work.Formats;
import io.wonderlake.work.Job;
import io.wonderlake.work.Progress;
import io.wonderlake.work.Strings;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Shows a job's progress on the terminal's one line, and cancels it when the user presses Ctrl+C. The program then ends as soon as the
/// command has put its things in order, with the exit code of the command.
final class Terminal implements AutoCloseable {
    private static final Duration PACE = Duration.ofMillis(100);
    private static final int WIDTH = 78;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Output output;
    private final PrintWriter err;
    private final boolean live = System.console() != null && System.console().isTerminal();
    private final Thread onExit;
    private volatile Instant shown = Instant.EPOCH;
    private volatile boolean ended;

    Terminal(Output output, Job job) {
        this.output = output;
        this.err = output.err();
        onExit = new Thread(() -> stop(job), "cancel on exit");
        Runtime.getRuntime().addShutdownHook(onExit);
        if (live) {
            job.onProgress(this::show);
        }
    }

    private void show(Progress progress) {
        Instant now = Instant.now();
        if (Duration.between(shown, now).compareTo(PACE) < 0) {
            return;
        }
        shown = now;
        String text = progress.phase() + count(progress);
        String cut = text.length() > WIDTH ? text.substring(0, WIDTH) : text;
        err.print("\r" + cut + " ".repeat(WIDTH - cut.length()));
        err.flush();
    }

    private static String count(Progress progress) {
        if (progress.total() <= 0) {
            return progress.done() > 0 ? "  " + amount(progress.done(), progress.unit()) : "";
        }
        return switch (progress.unit()) {
            case PERCENT -> "  " + Formats.percent(progress.fraction());
            case ROWS, BYTES, FILES, STEPS -> "  " + amount(progress.done(), progress.unit()) + " / " + amount(progress.total(), progress.unit());
        };
    }

    private static String amount(long number, Progress.Unit unit) {
        return unit == Progress.Unit.BYTES ? Formats.bytes(number) : Formats.count(number);
    }

    private void stop(Job job) {
        if (ended) {
            return;
        }
        job.cancel();
        try {
            Runtime.getRuntime().halt(output.ended().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException late) {
            err.println(Strings.text("cli.cancel.late"));
            err.flush();
        }
    }

    @Override
    public void close() {
        ended = true;
        if (live) {
            err.print("\r" + " ".repeat(WIDTH) + "\r");
            err.flush();
        }
        try {
            Runtime.getRuntime().removeShutdownHook(onExit);
        } catch (IllegalStateException exiting) {
            // The hook is running: it waits for the end of the command.
            return;
        }
    }
}
