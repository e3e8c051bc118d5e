package io.wonderlake.lake.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeaseTest {
    @TempDir
    Path folder;
    private LakeIndex window;
    private LakeIndex command;

    @BeforeEach
    void open() {
        window = LakeIndex.open(folder.resolve("index.db"));
        command = LakeIndex.open(folder.resolve("index.db"));
    }

    @AfterEach
    void close() {
        window.close();
        command.close();
    }

    /// Changes what the index says of the holder, as if it were another one.
    private void pretend(String change, Object... arguments) {
        window.update(handle -> handle.execute("update lease set " + change, arguments));
    }

    private static long deadPid() throws Exception {
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        return gone.pid();
    }

    @Test
    void isHeldByOneAtATime() {
        Lease lease = window.tryLease("pipeline tickit", "the window").orElseThrow();

        assertThat(lease.stillHeld()).isTrue();
        assertThat(command.tryLease("pipeline tickit", "the command line")).isEmpty();
        assertThat(window.tryLease("pipeline tickit", "the window again")).isEmpty();
        assertThat(command.leaseOwner("pipeline tickit")).contains("the window");
        assertThat(command.tryLease("pipeline retail", "the command line")).isPresent();
    }

    @Test
    void isFreeAfterItWasGivenBack() {
        Lease lease = window.tryLease("pipeline tickit", "the window").orElseThrow();
        lease.close();
        lease.close();

        assertThat(lease.stillHeld()).isFalse();
        assertThat(command.leaseOwner("pipeline tickit")).isEmpty();
        assertThat(command.tryLease("pipeline tickit", "the command line")).isPresent();
    }

    @Test
    void isFreeAfterItsIndexWasClosed() {
        window.tryLease("pipeline tickit", "the window").orElseThrow();
        window.close();

        assertThat(command.tryLease("pipeline tickit", "the command line")).isPresent();
    }

    @Test
    void isTakenOverAtOnceFromADeadProcess() throws Exception {
        Lease lease = window.tryLease("pipeline tickit", "the window").orElseThrow();
        pretend("pid = ?", deadPid());

        assertThat(command.leaseOwner("pipeline tickit")).isEmpty();
        Lease taken = command.tryLease("pipeline tickit", "the command line").orElseThrow();

        assertThat(taken.stillHeld()).isTrue();
        assertThat(lease.stillHeld()).isFalse();
    }

    @Test
    void isTakenOverFromAHolderThatHasBeenSilentForLong() {
        Lease lease = window.tryLease("pipeline tickit", "the window").orElseThrow();
        pretend("beat = beat - 60000");
        assertThat(command.tryLease("pipeline tickit", "the command line")).as("it may wait behind a long write").isEmpty();
        pretend("beat = 0");

        Lease taken = command.tryLease("pipeline tickit", "the command line").orElseThrow();
        lease.close();

        assertThat(taken.stillHeld()).isTrue();
        assertThat(window.tryLease("pipeline tickit", "the window")).isEmpty();
    }

    @Test
    void isLeftToAProcessOfAnotherComputerWhileItBeats() {
        window.tryLease("pipeline tickit", "the window").orElseThrow();
        pretend("host = 'elsewhere', pid = 1");

        assertThat(command.tryLease("pipeline tickit", "the command line")).isEmpty();
        pretend("beat = beat - 60000");
        assertThat(command.tryLease("pipeline tickit", "the command line")).isPresent();
    }

    @Test
    void isLeftToAProcessWhoseNumberIsInDoubtWhileItBeats() {
        window.tryLease("pipeline tickit", "the window").orElseThrow();
        pretend("started = started - 100000");

        assertThat(command.tryLease("pipeline tickit", "the command line")).isEmpty();
    }

    @Test
    void staysAliveThroughItsHeartbeat() throws Exception {
        window.tryLease("pipeline tickit", "the window").orElseThrow();
        pretend("beat = 0");

        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        Optional<Lease> other = Optional.empty();
        while (window.leaseOwner("pipeline tickit").isEmpty() && System.nanoTime() < end) {
            Thread.onSpinWait();
            java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
        }

        other = command.tryLease("pipeline tickit", "the command line");
        assertThat(other).isEmpty();
    }

    @Test
    void isWonByOneOfManyThreads() throws Exception {
        List<Callable<Boolean>> racers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            LakeIndex index = i % 2 == 0 ? window : command;
            racers.add(() -> index.tryLease("race", "a racer").isPresent());
        }
        int winners = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<Boolean> racer : threads.invokeAll(racers)) {
                winners += racer.get() ? 1 : 0;
            }
        }
        assertThat(winners).isEqualTo(1);
    }
}
