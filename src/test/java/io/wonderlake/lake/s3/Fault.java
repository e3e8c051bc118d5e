package io.wonderlake.lake.s3;

import java.time.Duration;

/// What happens to one request on its way.
sealed interface Fault {
    /// It gets there, and its answer comes back.
    record None() implements Fault { }

    /// It gets no further; this is the answer.
    record Answer(int status, String code) implements Fault { }

    /// It gets there; of the answer's body so many bytes come back, then the connection is reset.
    record Reset(int bytes) implements Fault { }

    /// The same, but the connection ends in good order.
    record Truncated(int bytes) implements Fault { }

    /// The same, but then nothing more happens for a while; with no bytes, nothing comes back at all.
    record Stall(int bytes, Duration span) implements Fault { }

    /// It gets there and is done, and nobody hears of it.
    record LostAnswer() implements Fault { }

    /// It gets no further, and nothing comes back for a while.
    record Gone(Duration span) implements Fault { }

    Fault NONE = new None();
}
