package io.wonderlake.lake;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// The process that holds something of a lake (a lease, an unfinished file): enough to tell later whether it is gone.
///
/// @param host the computer's name
/// @param started when the process began, in milliseconds since 1970; 0 where the system does not say
public record Holder(String host, long pid, long started) {
    private static final long SAME_START = Duration.ofSeconds(2).toMillis();
    private static final Holder SELF = of(ProcessHandle.current());

    /// What can be said of a holder from here.
    public enum Life { ALIVE, DEAD, UNKNOWN }

    /// This process.
    public static Holder self() {
        return SELF;
    }

    /// `UNKNOWN` for a process of another computer, and where the process number may belong to somebody else by now.
    public Life life() {
        if (!host.equals(SELF.host)) {
            return Life.UNKNOWN;
        }
        Optional<ProcessHandle> process = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
        if (process.isEmpty()) {
            return Life.DEAD;
        }
        long now = startOf(process.get());
        return started == 0 || now == 0 || Math.abs(now - started) > SAME_START ? Life.UNKNOWN : Life.ALIVE;
    }

    private static Holder of(ProcessHandle process) {
        return new Holder(hostName(), process.pid(), startOf(process));
    }

    private static long startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException _) {
            return "localhost";
        }
    }
}
