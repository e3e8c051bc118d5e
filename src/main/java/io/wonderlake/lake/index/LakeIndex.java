package io.wonderlake.lake.index;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.RetryPolicy;
import io.wonderlake.work.Failure;
import io.wonderlake.work.FailureException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// The lake's embedded database. Readers never wait; writers take turns, in this process and among processes.
public final class LakeIndex implements AutoCloseable {
    /// In order; a package that keeps tables here adds its file at the end. A file that was released is never changed.
    private static final List<String> MIGRATIONS = List.of("V1__catalog.sql", "V2__runs.sql", "V3__glue.sql");

    private final Path file;
    private final Connections connections;
    private final Jdbi jdbi;
    private final Leases leases;
    private final ThreadLocal<LakeIndex> writing = new ThreadLocal<>();
    private final FailsafeExecutor<Object> patient = Failsafe.with(RetryPolicy.builder()
            .handleIf(IndexFailures::isBusy)
            .withBackoff(Duration.ofMillis(5), Duration.ofMillis(500))
            .withJitter(0.5)
            .withMaxAttempts(-1)
            .withMaxDuration(Duration.ofSeconds(60))
            .build());

    private LakeIndex(Path file) {
        this.file = file;
        this.connections = new Connections(file);
        this.jdbi = Jdbi.create(connections);
        this.leases = new Leases(this);
    }

    /// Opens the index, or makes it where there is none.
    public static LakeIndex open(Path file) {
        return open(file, MIGRATIONS);
    }

    static LakeIndex open(Path file, List<String> migrations) {
        LakeIndex index = new LakeIndex(file);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            new Migrations(index, file, migrations).apply();
            return index;
        } catch (IOException error) {
            index.close();
            throw Failure.of(Failure.Kind.STORAGE, "failure.index.storage", file.toString()).withOrigin(error).exception();
        } catch (RuntimeException error) {
            index.close();
            throw error;
        }
    }

    /// Opens the index as it is when it is sound throughout, and otherwise starts over. Any other trouble, such as a full disk, fails.
    public static LakeIndex openOrStartOver(Path file) {
        try {
            LakeIndex index = open(file);
            if (index.isSound()) {
                return index;
            }
            index.close();
        } catch (FailureException error) {
            if (!IndexFailures.isDamage(error)) {
                throw error;
            }
        }
        return startOver(file);
    }

    private boolean isSound() {
        try {
            return read(handle -> handle.createQuery("pragma quick_check(1)").mapTo(String.class).one()).equals("ok");
        } catch (FailureException error) {
            if (IndexFailures.isDamage(error)) {
                return false;
            }
            close();
            throw error;
        }
    }

    /// Lays a damaged index aside and opens an empty one. Not while another process has the lake open.
    public static LakeIndex startOver(Path file) {
        String aside = ".damaged-" + Instant.now().toEpochMilli();
        try {
            for (String part : List.of("-wal", "-shm", "")) {
                Path from = file.resolveSibling(file.getFileName() + part);
                if (Files.exists(from)) {
                    Files.move(from, file.resolveSibling(file.getFileName() + aside + part), StandardCopyOption.ATOMIC_MOVE);
                }
            }
        } catch (IOException error) {
            throw Failure.of(Failure.Kind.STORAGE, "failure.index.storage", file.toString()).withOrigin(error).exception();
        }
        return open(file);
    }

    /// Reads in one transaction: everything that `work` sees is of one moment.
    public <T> T read(Function<Handle, T> work) {
        return transaction("begin", work);
    }

    /// Writes in one transaction, as the only writer. Waits for other writers; `work` may run again when it was disturbed, and must not
    /// write through the index itself.
    public <T> T write(Function<Handle, T> work) {
        if (writing.get() != null) {
            throw new IllegalStateException("a write within a write would wait for itself");
        }
        writing.set(this);
        try {
            return transaction("begin immediate", work);
        } finally {
            writing.remove();
        }
    }

    /// Like `write`, for work without a result.
    public void update(Consumer<Handle> work) {
        write(handle -> {
            work.accept(handle);
            return true;
        });
    }

    /// Takes the lease of this name, from a holder that is dead if need be; empty while another one holds it. It stays until it is closed
    /// or this process ends. `owner` says in words who holds it.
    public Optional<Lease> tryLease(String name, String owner) {
        return leases.take(name, owner);
    }

    /// Who holds a lease, in the words given when it was taken.
    public Optional<String> leaseOwner(String name) {
        return leases.owner(name);
    }

    private <T> T transaction(String begin, Function<Handle, T> work) {
        return guarded(() -> patient.get(() -> {
            try (Handle handle = jdbi.open()) {
                handle.execute(begin);
                return finish(handle, work);
            }
        }));
    }

    private static <T> T finish(Handle handle, Function<Handle, T> work) {
        boolean done = false;
        try {
            T result = work.apply(handle);
            handle.execute("commit");
            done = true;
            return result;
        } finally {
            if (!done) {
                rollBack(handle);
            }
        }
    }

    private static void rollBack(Handle handle) {
        try {
            handle.execute("rollback");
        } catch (RuntimeException _) {
            // the database has ended the transaction itself, as it does on a full disk
            return;
        }
    }

    private <T> T guarded(Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException error) {
            throw IndexFailures.translate(error, file);
        }
    }

    /// Gives back the leases and closes the file.
    @Override
    public void close() {
        leases.close();
        connections.close();
    }
}
