package io.wonderlake.workspace;

import io.wonderlake.lake.aws.Policies;
import io.wonderlake.work.Failure;
import io.wonderlake.work.FailureException;
import io.wonderlake.work.Job;
import io.wonderlake.work.Probe;
import io.wonderlake.work.Progress;
import io.wonderlake.work.Strings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/// Looks over a lake on AWS: who asks, then everything else side by side, each within its time. At the end stands one policy with all that was
/// not allowed.
public final class AwsCheckup {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Probe who;
    private final List<Probe> rest;
    private final Duration patience;

    /// `who` comes first, and may ask the person at the keyboard; where nobody is logged in, nothing else is looked at.
    public AwsCheckup(Probe who, List<Probe> rest) {
        this(who, rest, PATIENCE);
    }

    AwsCheckup(Probe who, List<Probe> rest, Duration patience) {
        this.who = who;
        this.rest = List.copyOf(rest);
        this.patience = patience;
    }

    public List<Check> run(Job job) {
        job.report(progress(who.subject(), 0));
        List<Look> looks = new ArrayList<>(List.of(look(who, job)));
        if (looks.getFirst().failure().filter(failure -> failure.kind() == Failure.Kind.SIGN_IN).isEmpty()) {
            looks.addAll(sideBySide(job));
        }
        List<Check> checks = new ArrayList<>(looks.stream().map(Look::check).toList());
        missing(looks).ifPresent(checks::add);
        return checks;
    }

    /// What came of a probe.
    private record Look(Check check, Optional<Failure> failure) { }

    private List<Look> sideBySide(Job job) {
        AtomicInteger done = new AtomicInteger(1);
        List<Started> started = rest.stream().map(probe -> start(probe, () -> {
            Look look = look(probe, job);
            job.report(progress(probe.subject(), done.incrementAndGet()));
            return look;
        })).toList();
        long until = System.nanoTime() + patience.toNanos();
        try (Job.Registration _ = job.onCancel(() -> started.forEach(each -> each.task().cancel(true)))) {
            return started.stream().map(each -> await(each, until, job)).toList();
        } finally {
            started.forEach(each -> each.task().cancel(true));
        }
    }

    private Progress progress(String subject, int done) {
        return new Progress(subject, done, rest.size() + 1L, Progress.Unit.STEPS);
    }

    private record Started(Probe probe, FutureTask<Look> task) { }

    /// A thread of its own for each: some drivers wait in a way that virtual threads cannot share.
    private static Started start(Probe probe, Callable<Look> look) {
        FutureTask<Look> task = new FutureTask<>(look);
        Thread.ofPlatform().daemon().name("probe " + probe.subject()).start(task);
        return new Started(probe, task);
    }

    private Look await(Started started, long until, Job job) {
        try {
            return started.task().get(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            return failed(started.probe(), Failure.of(Failure.Kind.OFFLINE, "failure.probe.late", started.probe().subject(), String.valueOf(patience.toSeconds())));
        } catch (ExecutionException broken) {
            return failed(started.probe(), Failure.of(broken.getCause()));
        } catch (CancellationException cancelled) {
            job.checkCancelled();
            throw cancelled;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CancellationException(job.title());
        }
    }

    private static Look look(Probe probe, Job job) {
        try {
            Probe.Finding finding = probe.look().look(job);
            return new Look(new Check(probe.subject(), true, finding.text(), finding.advice()), Optional.empty());
        } catch (FailureException failed) {
            job.checkCancelled();
            return failed(probe, failed.failure());
        }
    }

    private static Look failed(Probe probe, Failure failure) {
        return new Look(new Check(probe.subject(), false, failure.message(), failure.advice(), failure.detail()), Optional.of(failure));
    }

    private static Optional<Check> missing(List<Look> looks) {
        Policies missing = Policies.of(looks.stream().flatMap(look -> look.failure().stream()).filter(failure -> failure.kind() == Failure.Kind.DENIED)
                .flatMap(failure -> failure.detail().stream()).toList());
        if (missing.actions().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Check(Strings.text("probe.policy"), false, Strings.text("probe.policy.missing", String.join(", ", missing.allActions())),
                Strings.text("probe.policy.advice"), Optional.of(missing.json())));
    }
}
