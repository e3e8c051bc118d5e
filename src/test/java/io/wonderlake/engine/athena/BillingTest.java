package io.wonderlake.engine.athena;

import static org.assertj.core.api.Assertions.assertThat;

import io.wonderlake.engine.QueryStats.Bill;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.athena.model.QueryExecution;
import software.amazon.awssdk.services.athena.model.QueryExecutionState;
import software.amazon.awssdk.services.athena.model.StatementType;

class BillingTest {
    private static final Billing BILLING = new Billing(new BigDecimal("5"));

    private static QueryExecution execution(StatementType type, QueryExecutionState state, Long scanned, boolean reused) {
        return QueryExecution.builder().queryExecutionId("id").statementType(type).status(s -> s.state(state))
                .statistics(s -> s.dataScannedInBytes(scanned).resultReuseInformation(r -> r.reusedPreviousResult(reused))).build();
    }

    private static Bill bill(StatementType type, QueryExecutionState state, Long scanned) {
        return BILLING.bill(execution(type, state, scanned, false));
    }

    private static Bill query(long scanned) {
        return bill(StatementType.DML, QueryExecutionState.SUCCEEDED, scanned);
    }

    @Test
    void chargesTenMegabytesAtLeast() {
        assertThat(query(1)).isEqualTo(new Bill("id", 10_000_000, new BigDecimal("0.00005"), false));
        assertThat(query(0).bytes()).isEqualTo(10_000_000);
        assertThat(query(10_000_000).bytes()).isEqualTo(10_000_000);
    }

    @Test
    void roundsUpToTheMegabyte() {
        assertThat(query(10_000_001).bytes()).isEqualTo(11_000_000);
        assertThat(query(11_000_000).bytes()).isEqualTo(11_000_000);
        assertThat(query(3_000_000_000_000L).dollars()).isEqualByComparingTo("15");
        assertThat(query(123_456_789_012L).dollars()).isEqualByComparingTo("0.617285");
    }

    @Test
    void chargesByThePriceOfTheProfile() {
        QueryExecution whole = execution(StatementType.DML, QueryExecutionState.SUCCEEDED, 1_000_000_000_000L, false);
        assertThat(new Billing(new BigDecimal("6.75")).bill(whole).dollars()).isEqualByComparingTo("6.75");
        assertThat(new Billing(BigDecimal.ZERO).bill(whole).dollars()).isEqualTo(BigDecimal.ZERO);
    }

    @Test
    void chargesNothingForDdlListingsFailuresAndReuse() {
        assertThat(bill(StatementType.DDL, QueryExecutionState.SUCCEEDED, 0L).bytes()).isZero();
        assertThat(bill(StatementType.UTILITY, QueryExecutionState.SUCCEEDED, null).bytes()).isZero();
        assertThat(bill(StatementType.DML, QueryExecutionState.FAILED, 50_000_000L).bytes()).isZero();
        assertThat(BILLING.bill(execution(StatementType.DML, QueryExecutionState.SUCCEEDED, 50_000_000L, true))).isEqualTo(new Bill("id", 0, BigDecimal.ZERO, true));
    }

    @Test
    void chargesATableMadeFromAQueryAndAnAnalysedPlan() {
        assertThat(bill(StatementType.DDL, QueryExecutionState.SUCCEEDED, 20_500_000L).bytes()).isEqualTo(21_000_000);
        assertThat(bill(StatementType.UTILITY, QueryExecutionState.SUCCEEDED, 20_500_000L).bytes()).isEqualTo(21_000_000);
    }

    @Test
    void chargesAStoppedStatementForWhatItHadScanned() {
        assertThat(bill(StatementType.DML, QueryExecutionState.CANCELLED, 20_500_000L).bytes()).isEqualTo(21_000_000);
        assertThat(bill(StatementType.DML, QueryExecutionState.CANCELLED, 0L).bytes()).isZero();
    }

    @Test
    void livesWithoutStatistics() {
        QueryExecution bare = QueryExecution.builder().queryExecutionId("id").status(s -> s.state(QueryExecutionState.SUCCEEDED)).build();
        assertThat(BILLING.bill(bare).bytes()).isEqualTo(10_000_000);
        assertThat(Billing.scanned(bare)).isZero();
    }
}
