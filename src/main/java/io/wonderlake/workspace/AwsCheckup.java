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
        Look first = look(who, job);
        List<Check> checks = new ArrayList<>(List.of(first.check()));
        if (!first.signIn()) {
            checks.addAll(sideBySide(job));
        }
        missing(checks).ifPresent(checks::add);
        return checks;
    }

    private List<Check> sideBySide(Job job) {
        AtomicInteger done = new AtomicInteger(1);
        List<Started> started = rest.stream().map(probe -> start(probe, () -> {
            Check check = look(probe, job).check();
            job.report(progress(probe.subject(), done.incrementAndGet()));
            return check;
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

    private record Started(Probe probe, FutureTask<Check> task) { }

    /// A thread of its own for each: some drivers wait in a way that virtual threads cannot share.
    private static Started start(Probe probe, Callable<Check> look) {
        FutureTask<Check> task = new FutureTask<>(look);
        Thread.ofPlatform().daemon().name("probe " + probe.subject()).start(task);
        return new Started(probe, task);
    }

    private Check await(Started started, long until, Job job) {
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

    /// @param signIn whether nobody is logged in
    private record Look(Check check, boolean signIn) { }

    private static Look look(Probe probe, Job job) {
        try {
            Probe.Finding finding = probe.look().look(job);
            return new Look(new Check(probe.subject(), true, finding.text(), finding.advice()), false);
        } catch (FailureException failed) {
            job.checkCancelled();
            return new Look(failed(probe, failed.failure()), failed.failure().kind() == Failure.Kind.SIGN_IN);
        }
    }

    private static Check failed(Probe probe, Failure failure) {
        Optional<String> policy = failure.detail().filter(text -> failure.kind() == Failure.Kind.DENIED && !Policies.of(List.of(text)).actions().isEmpty());
        return new Check(probe.subject(), false, failure.message(), failure.advice(), policy);
    }

    private static Optional<Check> missing(List<Check> checks) {
        Policies missing = Policies.of(checks.stream().flatMap(check -> check.policy().stream()).toList());
        if (missing.actions().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Check(Strings.text("probe.policy"), false, Strings.text("probe.policy.missing", String.join(", ", missing.allActions())),
                Strings.text("probe.policy.advice"), Optional.of(missing.json())));
    }
}
