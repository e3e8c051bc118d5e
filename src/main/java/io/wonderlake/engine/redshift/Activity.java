package io.wonderlake.engine.redshift;

import io.wonderlake.engine.Query;
import io.wonderlake.work.FailureException;
import io.wonderlake.work.Job;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;

/// One statement's work on the server for a job: cancelling the job stops it there, and its errors become failures.
final class Activity {
    private static final Logger LOG = Logger.getLogger(Activity.class.getName());
    /// A server that has not stopped by then is hung up on.
    private static final Duration GRACE = Duration.ofMillis(700);
    private static final Duration AGAIN = Duration.ofMillis(50);

    private final Session session;
    private final Query query;
    private final Job job;
    private final RedshiftAddress address;
    private volatile Statement statement;
    private volatile boolean sound = true;

    Activity(Session session, Query query, Job job, RedshiftAddress address) {
        this.session = session;
        this.query = query;
        this.job = job;
        this.address = address;
    }

    /// Work that the server does.
    @FunctionalInterface
    interface Work<T> {
        T run() throws SQLException;
    }

    Session session() {
        return session;
    }

    /// Blocks until the server begins to answer; empty for a statement without an answer.
    Optional<ResultSet> execute() throws SQLException {
        boolean answers = query.parameters().isEmpty() ? plain() : prepared();
        return answers ? Optional.of(statement.getResultSet()) : Optional.empty();
    }

    private boolean plain() throws SQLException {
        statement = session.connection().createStatement();
        statement.setEscapeProcessing(false);
        return statement.execute(query.sql());
    }

    private boolean prepared() throws SQLException {
        PreparedStatement prepared = session.connection().prepareStatement(query.sql());
        statement = prepared;
        for (int i = 0; i < query.parameters().size(); i++) {
            Object value = query.parameters().get(i);
            prepared.setObject(i + 1, value instanceof BigInteger whole ? new BigDecimal(whole) : value);
        }
        return prepared.execute();
    }

    <T> T call(Work<T> work) {
        job.checkCancelled();
        CountDownLatch ended = new CountDownLatch(1);
        try (Job.Registration _ = job.onCancel(() -> stop(ended))) {
            T value = work.run();
            job.checkCancelled();
            return value;
        } catch (SQLException error) {
            sound &= !Errors.lost(error);
            if (job.isCancelled()) {
                throw (CancellationException) new CancellationException(job.title()).initCause(error);
            }
            throw new FailureException(Errors.translate(error, new Placeholders(query), address));
        } finally {
            ended.countDown();
        }
    }

    /// Whether the session can serve another statement: nothing was cancelled on it, and it did not break.
    boolean sound() {
        return sound && !job.isCancelled();
    }

    /// Ends the statement. Rows that nobody wants any more are not fetched: the server is told to stop, and the session can serve no other.
    void end(boolean complete) {
        if (complete && sound()) {
            try {
                if (statement != null) {
                    statement.close();
                }
            } catch (SQLException error) {
                sound = false;
                LOG.log(Level.FINE, "A statement could not be closed.", error);
            }
        } else {
            sound = false;
            CountDownLatch asked = new CountDownLatch(1);
            Thread.ofVirtual().name("redshift cancel").start(() -> {
                cancel();
                asked.countDown();
            });
            await(asked);
        }
    }

    /// Returns at once: the one who cancels may be the window.
    private void stop(CountDownLatch ended) {
        sound = false;
        Thread.ofVirtual().name("redshift cancel").start(() -> {
            while (ended.getCount() > 0) {
                cancel();
                LockSupport.parkNanos(AGAIN.toNanos());
            }
        });
        Thread.ofVirtual().name("redshift hang-up").start(() -> {
            if (!await(ended)) {
                session.drop();
            }
        });
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(GRACE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// Asks the server to stop the statement. Has no effect before the server has begun.
    private void cancel() {
        Statement running = statement;
        try {
            if (running != null) {
                running.cancel();
            }
        } catch (SQLException error) {
            LOG.log(Level.FINE, "A statement could not be cancelled.", error);
        }
    }
}
