package io.wonderlake.engine.athena;

/// The rows of a result as Athena's text. Used by one thread; only `abort` comes from others.
interface RawRows extends AutoCloseable {

    /// The next row, whose values may be null; or null at the end.
    String[] next();

    /// Ends a `next` that blocks.
    void abort();

    @Override
    void close();
}
