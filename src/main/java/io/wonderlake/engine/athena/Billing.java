package io.wonderlake.engine.athena;

import io.wonderlake.engine.QueryStats.Bill;
import java.math.BigDecimal;
import java.util.Optional;
import software.amazon.awssdk.services.athena.model.QueryExecution;
import software.amazon.awssdk.services.athena.model.QueryExecutionState;
import software.amazon.awssdk.services.athena.model.QueryExecutionStatistics;
import software.amazon.awssdk.services.athena.model.ResultReuseInformation;
import software.amazon.awssdk.services.athena.model.StatementType;

/// What Athena charges: for the bytes scanned, in whole megabytes and ten at least. A failed statement, one that scans nothing and is no
/// query, and a result given again cost nothing; a stopped one costs what it had scanned.
record Billing(BigDecimal dollarsPerTerabyte) {
    private static final long MEGABYTE = 1_000_000;
    private static final long LEAST = 10 * MEGABYTE;
    private static final int TERABYTE_DIGITS = 12;

    Bill bill(QueryExecution execution) {
        boolean reused = reused(execution);
        long bytes = reused ? 0 : charged(execution);
        BigDecimal dollars = dollarsPerTerabyte.multiply(BigDecimal.valueOf(bytes)).movePointLeft(TERABYTE_DIGITS).stripTrailingZeros();
        return new Bill(execution.queryExecutionId(), bytes, dollars.signum() == 0 ? BigDecimal.ZERO : dollars, reused);
    }

    static long scanned(QueryExecution execution) {
        return Optional.ofNullable(execution.statistics()).map(QueryExecutionStatistics::dataScannedInBytes).orElse(0L);
    }

    private static boolean reused(QueryExecution execution) {
        return Optional.ofNullable(execution.statistics()).map(QueryExecutionStatistics::resultReuseInformation)
                .map(ResultReuseInformation::reusedPreviousResult).orElse(false);
    }

    private static long charged(QueryExecution execution) {
        long scanned = scanned(execution);
        QueryExecutionState state = execution.status().state();
        boolean query = execution.statementType() != StatementType.DDL && execution.statementType() != StatementType.UTILITY;
        boolean free = state == QueryExecutionState.FAILED || scanned == 0 && (!query || state == QueryExecutionState.CANCELLED);
        return free ? 0 : Math.max(LEAST, Math.ceilDiv(scanned, MEGABYTE) * MEGABYTE);
    }
}
