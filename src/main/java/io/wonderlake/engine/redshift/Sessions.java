package io.wonderlake.engine.redshift;

import io.wonderlake.work.Job;
import io.wonderlake.work.Progress;
import io.wonderlake.work.Strings;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// A few connections to the warehouse, one for each running statement. One that nobody has used for a minute is closed; one that no longer
/// answers is replaced before a statement is sent.
final class Sessions implements AutoCloseable {
    private static final int MOST = 8;
    private static final Duration IDLE = Duration.ofMinutes(1);
    private static final long WAIT_MILLIS = 100;

    private final Connector connector;
    private final RedshiftAddress address;
    private final Duration idleFor;
    private final Semaphore places = new Semaphore(MOST, true);
    private final Deque<Session> idle = new ArrayDeque<>();
    private final Set<Session> used = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    Sessions(Connector connector, RedshiftAddress address) {
        this(connector, address, IDLE);
    }

    Sessions(Connector connector, RedshiftAddress address, Duration idleFor) {
        this.connector = connector;
        this.address = address;
        this.idleFor = idleFor;
    }

    /// A session for one statement; waits while all are in use.
    Session take(boolean reading, Job job) {
        await(job);
        boolean taken = false;
        try {
            Session session = ready(reading, job);
            used.add(session);
            taken = true;
            return session;
        } finally {
            if (!taken) {
                places.release();
            }
        }
    }

    private void await(Job job) {
        while (!places.tryAcquire()) {
            job.checkCancelled();
            job.report(new Progress(Strings.text("engine.redshift.waiting"), 0, -1, Progress.Unit.PERCENT));
            try {
                if (places.tryAcquire(WAIT_MILLIS, TimeUnit.MILLISECONDS)) {
                    return;
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new CancellationException(job.title());
            }
        }
    }

    private Session ready(boolean reading, Job job) {
        for (Session session = pollIdle(); session != null; session = pollIdle()) {
            if (session.answers() && turned(session, reading)) {
                return session;
            }
            session.drop();
        }
        job.checkCancelled();
        job.report(new Progress(Strings.text("engine.redshift.connecting"), 0, -1, Progress.Unit.PERCENT));
        Session session = new Session(connector.connect(job));
        try {
            session.only(reading);
            return session;
        } catch (SQLException broken) {
            session.drop();
            throw ConnectErrors.translate(broken, address, "");
        }
    }

    private static boolean turned(Session session, boolean reading) {
        try {
            session.only(reading);
            return true;
        } catch (SQLException _) {
            return false;
        }
    }

    private Session pollIdle() {
        synchronized (idle) {
            return idle.pollLast();
        }
    }

    /// Gives a session back; one that is not as it was is closed.
    void give(Session session, boolean asItWas) {
        if (!used.remove(session)) {
            return;
        }
        places.release();
        if (!asItWas || closed) {
            session.drop();
            return;
        }
        session.idle();
        synchronized (idle) {
            idle.addLast(session);
        }
        CompletableFuture.delayedExecutor(idleFor.toMillis(), TimeUnit.MILLISECONDS).execute(() -> closeIdle(idleFor));
    }

    private void closeIdle(Duration span) {
        synchronized (idle) {
            idle.removeIf(session -> {
                boolean old = session.idleFor(span);
                if (old) {
                    session.end();
                }
                return old;
            });
        }
    }

    boolean busy() {
        return !used.isEmpty();
    }

    @Override
    public void close() {
        closed = true;
        closeIdle(Duration.ZERO);
        used.forEach(Session::drop);
    }
}
