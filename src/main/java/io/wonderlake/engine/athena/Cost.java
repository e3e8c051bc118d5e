package io.wonderlake.engine.athena;

import io.wonderlake.engine.QueryStats;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.services.athena.model.QueryExecution;

/// What a statement took and costs.
///
/// @param began on the clock of [System#nanoTime]
record Cost(QueryExecution ended, Billing billing, long began) {

    QueryStats until(long nanos) {
        return new QueryStats(0, 0, Billing.scanned(ended), Duration.ofNanos(nanos - began), Optional.of(billing.bill(ended)));
    }
}
