package io.wonderlake.engine.athena;

import io.wonderlake.catalog.Catalog;
import io.wonderlake.engine.Query;
import io.wonderlake.engine.QueryEngine;
import io.wonderlake.engine.QueryRun;
import io.wonderlake.engine.StatementKind;
import io.wonderlake.lake.S3Place;
import io.wonderlake.lake.aws.AwsAccount;
import io.wonderlake.work.Failure;
import io.wonderlake.work.Job;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.athena.model.QueryExecution;

/// Athena, in the workgroup of a profile. Touches the network at the first statement; safe for several threads.
public final class AthenaEngine implements QueryEngine {
    private final AwsAccount account;
    private final AthenaCalls calls;
    private final Optional<Catalog> catalog;
    private final AtomicInteger open = new AtomicInteger();

    public AthenaEngine(AwsAccount account) {
        this(account, Optional.empty());
    }

    /// With a catalog, a name that is slightly wrong is answered with the right one.
    public AthenaEngine(AwsAccount account, Catalog catalog) {
        this(account, Optional.of(catalog));
    }

    private AthenaEngine(AwsAccount account, Optional<Catalog> catalog) {
        this.account = account;
        this.calls = new AthenaCalls(account);
        this.catalog = catalog;
    }

    @Override
    public String name() {
        return "Athena";
    }

    @Override
    public QueryRun run(Query query, Job job) {
        long began = System.nanoTime();
        job.checkCancelled();
        StatementKind kind = StatementKind.of(query.sql());
        if (!kind.reads() && (!query.unlocked() || account.profile().readOnly())) {
            throw Failure.of(Failure.Kind.DENIED, "failure.engine.readonly", kind.verb()).exception();
        }
        open.incrementAndGet();
        try {
            AthenaErrors errors = new AthenaErrors(query, catalog);
            QueryExecution ended = new Execution(calls, query, job, errors).run();
            return new Answer(calls, ended, kind, job).open(began, open::decrementAndGet);
        } catch (RuntimeException | Error failed) {
            open.decrementAndGet();
            throw failed;
        }
    }

    @Override
    public boolean billed() {
        return true;
    }

    @Override
    public boolean busy() {
        return open.get() > 0;
    }

    /// The workgroup as Athena has it; needs `athena:GetWorkGroup`.
    public Workgroup workgroup() {
        return Workgroup.of(calls.workgroup());
    }

    /// Writes a tiny object where results go, and removes it. Says where that was; empty where Athena keeps results itself.
    public Optional<S3Place> tryOutput() {
        Workgroup workgroup = workgroup();
        if (workgroup.managed()) {
            return Optional.empty();
        }
        Optional<S3Place> own = calls.settings().output();
        Optional<S3Place> place = workgroup.enforced() ? workgroup.output().or(() -> own) : own.or(workgroup::output);
        calls.tryWriting(place.orElseThrow(() -> AthenaErrors.noOutput(workgroup.name())), "_wonderlake-checkup");
        return place;
    }

    /// Nothing is held: what still runs belongs to its jobs, and the clients to the account.
    @Override
    public void close() {
    }
}
