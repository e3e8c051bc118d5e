package io.wonderlake.catalog.glue;

import io.wonderlake.lake.index.Lease;
import io.wonderlake.work.Failure;
import io.wonderlake.work.FailureException;
import io.wonderlake.work.Formats;
import io.wonderlake.work.Job;
import io.wonderlake.work.Progress;
import io.wonderlake.work.SideBySide;
import io.wonderlake.work.Strings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import software.amazon.awssdk.services.glue.model.Table;

/// Brings the copy up to date: reads all tables, writes what has changed, notices what is gone. One at a time, among all processes.
/// When a call fails or the job is cancelled, the copy stays as it was.
final class Refresh {
    private static final Logger LOG = Logger.getLogger(Refresh.class.getName());
    private static final String LEASE = "catalog refresh";
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int AT_ONCE = 4;

    private final GlueCalls calls;
    private final CatalogCopy copy;
    private final Scope scope;
    private final Tables tables;

    /// Makes our table of one of Glue's.
    @FunctionalInterface
    interface Tables {
        Known known(String database, Table glue);
    }

    Refresh(GlueCalls calls, CatalogCopy copy, Scope scope, Tables tables) {
        this.calls = calls;
        this.copy = copy;
        this.scope = scope;
        this.tables = tables;
    }

    /// Waits for a refresh that runs already; one that began after this call is as good as an own one.
    void run(Job job) {
        long asked = System.currentTimeMillis();
        while (copy.asOf().isEmpty() || copy.asOf().get().toEpochMilli() < asked) {
            job.checkCancelled();
            Optional<Lease> lease = copy.index().tryLease(LEASE, job.title());
            if (lease.isPresent()) {
                try (Lease held = lease.get()) {
                    read(job, held);
                }
                return;
            }
            pause();
        }
    }

    private void read(Job job, Lease lease) {
        long started = System.currentTimeMillis();
        Staging staging = new Staging(copy);
        staging.clear();
        List<String> databases = databases(job);
        List<FailureException> denied = Collections.synchronizedList(new ArrayList<>());
        AtomicInteger count = new AtomicInteger();
        try (SideBySide threads = new SideBySide(job, AT_ONCE)) {
            AtomicInteger done = new AtomicInteger();
            for (String database : databases) {
                threads.start(() -> {
                    tolerating(denied, () -> read(database, staging, count, job));
                    job.report(new Progress(Strings.text("glue.refreshing", Formats.count(count.get())), done.incrementAndGet(), databases.size(), Progress.Unit.STEPS));
                });
            }
            threads.finish();
        }
        if (!denied.isEmpty() && denied.size() == databases.size()) {
            throw denied.getFirst();
        }
        // another one took over when this computer slept; it will finish
        if (lease.stillHeld()) {
            staging.apply(started, job);
        }
    }

    private List<String> databases(Job job) {
        List<String> databases = new ArrayList<>();
        calls.eachDatabase(job, database -> {
            if (database.name() != null && scope.includes(TableReading.lower(database.name()))) {
                databases.add(database.name());
            }
        });
        return databases;
    }

    private void read(String database, Staging staging, AtomicInteger count, Job job) {
        calls.eachPage(database, job, (page, asked) -> {
            job.checkCancelled();
            staging.add(page.stream().filter(table -> table.name() != null).map(table -> tables.known(database, table)).toList(), asked);
            count.addAndGet(page.size());
        });
    }

    /// A database that one is not allowed to look into must not hide the others.
    private static void tolerating(List<FailureException> denied, Runnable work) {
        try {
            work.run();
        } catch (FailureException error) {
            if (error.failure().kind() != Failure.Kind.DENIED) {
                throw error;
            }
            LOG.log(Level.WARNING, error.failure().message(), error);
            denied.add(error);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new CancellationException(LEASE);
        }
    }
}
