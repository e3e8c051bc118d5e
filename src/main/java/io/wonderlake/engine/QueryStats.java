package io.wonderlake.engine;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/// What a statement took.
///
/// @param filesRead files that the engine was given after pruning
/// @param filesTotal files of the tables that the statement names; 0 where the engine does not say
/// @param bytesRead size of the files read; an upper bound where the engine reads only parts
/// @param elapsed from the start of the call to now, or to the last row
/// @param bill what it costs; empty for an engine that costs nothing by the statement
public record QueryStats(int filesRead, int filesTotal, long bytesRead, Duration elapsed, Optional<Bill> bill) {

    public QueryStats(int filesRead, int filesTotal, long bytesRead, Duration elapsed) {
        this(filesRead, filesTotal, bytesRead, elapsed, Optional.empty());
    }

    /// What an engine charges for one statement.
    ///
    /// @param execution the engine's own name for the run, to find it again there
    /// @param bytes that are charged for, with the engine's minimum
    /// @param reused whether an earlier result was given again, free of charge
    public record Bill(String execution, long bytes, BigDecimal dollars, boolean reused) { }
}
