package io.wonderlake.engine.redshift;

import io.wonderlake.engine.Query;
import io.wonderlake.engine.QueryEngine;
import io.wonderlake.engine.QueryRun;
import io.wonderlake.engine.Schemas;
import io.wonderlake.engine.StatementKind;
import io.wonderlake.engine.Statements;
import io.wonderlake.lake.LakeProfile;
import io.wonderlake.work.Failure;
import io.wonderlake.work.FailureException;
import io.wonderlake.work.Job;
import io.wonderlake.work.Progress;
import io.wonderlake.work.Strings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// A Redshift warehouse. Connects at the first statement; safe for several threads. Each statement is a transaction of its own.
public final class RedshiftEngine implements QueryEngine {
    private static final Set<String> TRANSACTIONS = Set.of("BEGIN", "START", "COMMIT", "END", "ROLLBACK", "ABORT", "SAVEPOINT", "RELEASE");

    private static final int PAGE = 1000;

    private final RedshiftAddress address;
    private final Sessions sessions;
    private final boolean readOnly;

    /// What answers at the address, and as whom.
    public record Server(String version, String user, String database) { }

    /// `readOnly` is the lake's profile's: nothing of the warehouse may be changed then, unlocked or not.
    public RedshiftEngine(LakeProfile.Redshift settings, RedshiftLogin login, boolean readOnly) {
        this.address = RedshiftAddress.of(settings.url());
        this.sessions = new Sessions(new Connector(address, login), address);
        this.readOnly = readOnly;
    }

    @Override
    public String name() {
        return "Redshift";
    }

    @Override
    public QueryRun run(Query query, Job job) {
        long began = System.nanoTime();
        job.checkCancelled();
        boolean reads = check(query);
        Session session = sessions.take(reads, job);
        RedshiftRun run = prepare(session, query, job, began, usable -> sessions.give(session, usable && reads));
        boolean started = false;
        try {
            job.report(new Progress(Strings.text("engine.running"), 0, -1, Progress.Unit.PERCENT));
            run.start();
            started = true;
            return run;
        } catch (FailureException failed) {
            throw run.sound() ? new Suggestions(query.sql(), asked -> rows(session, asked, job)).improve(failed) : failed;
        } finally {
            if (!started) {
                run.close();
            }
        }
    }

    private RedshiftRun prepare(Session session, Query query, Job job, long began, Consumer<Boolean> after) {
        return new RedshiftRun(new Activity(session, query, job, address), began, after);
    }

    /// Asks something small on a session that nothing runs on.
    private List<Object[]> rows(Session session, Query query, Job job) {
        try (RedshiftRun run = prepare(session, query, job, System.nanoTime(), _ -> { })) {
            run.start();
            List<Object[]> rows = new ArrayList<>();
            for (List<Object[]> page = run.next(PAGE); !page.isEmpty(); page = run.next(PAGE)) {
                rows.addAll(page);
            }
            return rows;
        }
    }

    /// Connects and asks the warehouse what it is; the failures say what to do.
    public Server server(Job job) {
        Session session = sessions.take(true, job);
        boolean usable = false;
        try {
            Object[] row = rows(session, Query.of("select version(), current_user, current_database()"), job).getFirst();
            usable = true;
            return new Server(row[0].toString(), row[1].toString(), row[2].toString());
        } finally {
            sessions.give(session, usable);
        }
    }

    /// Whether it only reads; refuses what may not run.
    private boolean check(Query query) {
        if (Statements.of(query.sql()).size() > 1) {
            throw Failure.of(Failure.Kind.BAD_INPUT, "failure.engine.several").exception();
        }
        StatementKind kind = StatementKind.of(query.sql());
        if (TRANSACTIONS.contains(kind.verb())) {
            throw Failure.of(Failure.Kind.BAD_INPUT, "failure.redshift.transaction", kind.verb()).exception();
        }
        if (!kind.reads() && readOnly) {
            throw Failure.of(Failure.Kind.DENIED, "failure.redshift.profile", kind.verb()).exception();
        }
        if (!kind.reads() && !query.unlocked()) {
            throw Failure.of(Failure.Kind.DENIED, "failure.redshift.locked", kind.verb()).exception();
        }
        return kind.reads();
    }

    @Override
    public Optional<Schemas> schemas() {
        return Optional.of(new RedshiftCatalog(this));
    }

    @Override
    public boolean busy() {
        return sessions.busy();
    }

    @Override
    public void close() {
        sessions.close();
    }
}
