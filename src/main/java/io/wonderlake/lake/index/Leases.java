package io.wonderlake.lake.index;

import io.wonderlake.lake.Holder;
import io.wonderlake.work.FailureException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jdbi.v3.core.Handle;

/// The leases of this process, kept alive by a heartbeat.
final class Leases implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Leases.class.getName());
    private static final Duration BEAT = Duration.ofSeconds(3);
    private static final Duration SILENCE = Duration.ofSeconds(15);
    /// For a process that is surely there: it may wait behind a long write of another one.
    private static final Duration LONG_SILENCE = Duration.ofMinutes(2);

    private final LakeIndex index;
    private final Map<String, String> held = new ConcurrentHashMap<>();
    private Thread heart;

    Leases(LakeIndex index) {
        this.index = index;
    }

    /// A row of the table.
    private record Row(String owner, Holder holder, long beat) {
        boolean isDead(long now) {
            return switch (holder.life()) {
                case DEAD -> true;
                case UNKNOWN -> now - beat > SILENCE.toMillis();
                case ALIVE -> now - beat > LONG_SILENCE.toMillis();
            };
        }
    }

    Optional<Lease> take(String name, String owner) {
        String token = UUID.randomUUID().toString();
        boolean taken = index.write(handle -> {
            if (row(handle, name).filter(row -> !row.isDead(System.currentTimeMillis())).isPresent()) {
                return false;
            }
            Holder self = Holder.self();
            handle.execute("insert or replace into lease (name, token, owner, host, pid, started, beat) values (?, ?, ?, ?, ?, ?, ?)",
                    name, token, owner, self.host(), self.pid(), self.started(), System.currentTimeMillis());
            return true;
        });
        if (!taken) {
            return Optional.empty();
        }
        held.put(token, name);
        startHeart();
        return Optional.of(new Held(name, token));
    }

    Optional<String> owner(String name) {
        return index.read(handle -> row(handle, name)).filter(row -> !row.isDead(System.currentTimeMillis())).map(Row::owner);
    }

    private static Optional<Row> row(Handle handle, String name) {
        return handle.createQuery("select owner, host, pid, started, beat from lease where name = :name").bind("name", name)
                .map((row, _) -> new Row(row.getString(1), new Holder(row.getString(2), row.getLong(3), row.getLong(4)), row.getLong(5)))
                .findOne();
    }

    private synchronized void startHeart() {
        if (heart == null) {
            heart = Thread.ofPlatform().daemon().name("lease heartbeat").start(this::beat);
        }
    }

    private void beat() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(BEAT);
                beatOnce();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void beatOnce() {
        if (held.isEmpty()) {
            return;
        }
        try {
            index.update(handle -> held.keySet().forEach(
                    token -> handle.execute("update lease set beat = ? where token = ?", System.currentTimeMillis(), token)));
        } catch (FailureException failure) {
            LOG.log(Level.WARNING, failure.failure().message(), failure);
        }
    }

    @Override
    public void close() {
        Map.copyOf(held).forEach((token, name) -> new Held(name, token).close());
        synchronized (this) {
            if (heart != null) {
                heart.interrupt();
            }
        }
    }

    /// A lease of this process.
    private final class Held implements Lease {
        private final String name;
        private final String token;

        Held(String name, String token) {
            this.name = name;
            this.token = token;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public boolean stillHeld() {
            return held.containsKey(token) && index.read(handle -> handle.createQuery("select count(*) from lease where name = :name and token = :token")
                    .bind("name", name).bind("token", token).mapTo(Integer.class).one()) == 1;
        }

        @Override
        public void close() {
            if (held.remove(token) != null) {
                index.update(handle -> handle.execute("delete from lease where name = ? and token = ?", name, token));
            }
        }
    }
}
