package io.wonderlake.pipeline;

/// Where a run or a step stands. `UNKNOWN` is a state that only the system behind it can name: see `Run.said`.
public enum RunState {
    WAITING, RUNNING, DONE, WARNED, FAILED, CANCELLED, SKIPPED, INTERRUPTED, UNKNOWN;

    public boolean ended() {
        return this != WAITING && this != RUNNING;
    }

    /// Whether what it makes is in the lake.
    public boolean good() {
        return this == DONE || this == WARNED;
    }
}
