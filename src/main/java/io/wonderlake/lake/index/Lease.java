package io.wonderlake.lake.index;

/// The right to be the only one who does something in a lake, until it is closed or its holder is dead.
public interface Lease extends AutoCloseable {
    String name();

    /// False when another one took the lease over, because this process stood still for too long. Ask before anything final.
    boolean stillHeld();

    /// Gives the lease back. A second call does nothing.
    @Override
    void close();
}
