package io.wonderlake.ui.query;

import io.wonderlake.catalog.Column;
import io.wonderlake.engine.Query;
import io.wonderlake.engine.QueryEngine;
import io.wonderlake.engine.QueryRun;
import io.wonderlake.engine.QueryStats;
import io.wonderlake.work.Failure;
import io.wonderlake.work.Job;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.LongFunction;

/// Answers `rows N` with N numbered rows, what holds `select` with 21 rows of sales, `fail` with a failure at offset 2, anything else with no rows.
final class FakeEngine implements QueryEngine {
    private static final List<Column> SALES = List.of(new Column("city", "varchar"), new Column("category", "varchar"), new Column("units", "integer"),
            new Column("net_revenue", "decimal(38,2)"), new Column("report_date", "date"));
    private static final long SCANNED = (long) (38.4 * (1L << 30));
    final List<Query> queries = new ArrayList<>();
    int open;
    private final String name;

    FakeEngine() {
        this("DuckDB");
    }

    /// `Athena` sends a bill: 38.4 GiB for 19 cents.
    FakeEngine(String name) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean billed() {
        return name.equals("Athena");
    }

    @Override
    public QueryRun run(Query query, Job job) {
        queries.add(query);
        job.checkCancelled();
        if (query.sql().startsWith("fail")) {
            throw new Failure(Failure.Kind.BAD_INPUT, "There is no column pricepayd.", "Did you mean pricepaid?", Optional.of("Binder Error"),
                    OptionalInt.of(2), Optional.of("pricepaid"), Optional.empty()).exception();
        }
        open++;
        return query.sql().toLowerCase(Locale.ROOT).contains("select") ? new Rows(21, SALES, FakeEngine::sale) : new Rows(query.sql().startsWith("rows ") ? Long.parseLong(query.sql().substring(5)) : -1,
                List.of(new Column("n", "bigint"), new Column("word", "varchar")), n -> new Object[] {n, "row " + n});
    }

    @Override
    public void close() {
    }

    private static Object[] sale(long n) {
        String[] cities = {"London", "Paris", "Berlin", "Madrid", "Oxford"};
        String[] categories = {"Hats", "Teaware", "Clocks"};
        return new Object[] {cities[(int) (n % 5)], n == 7 ? null : categories[(int) (n % 3)], 18_402 - (int) n * 731,
            new BigDecimal("731884.50").divide(BigDecimal.valueOf(n + 1), 2, RoundingMode.HALF_UP), LocalDate.of(2026, 11, 1).plusDays(n)};
    }

    private final class Rows implements QueryRun {
        private final long total;
        private final List<Column> columns;
        private final LongFunction<Object[]> make;
        private long given;

        Rows(long total, List<Column> columns, LongFunction<Object[]> make) {
            this.total = total;
            this.columns = columns;
            this.make = make;
        }

        @Override
        public List<Column> columns() {
            return total < 0 ? List.of() : columns;
        }

        @Override
        public List<Object[]> next(int max) {
            List<Object[]> page = new ArrayList<>();
            while (given < total && page.size() < max) {
                page.add(make.apply(given++));
            }
            return page;
        }

        @Override
        public QueryStats stats() {
            return billed() ? new QueryStats(0, 0, SCANNED, Duration.ofMillis(4_200), Optional.of(new QueryStats.Bill("1f6c9c1e-0f4e-4d8e-9a53-0c6d2f1b7e42", SCANNED, new BigDecimal("0.192"), false)))
                    : new QueryStats(1, 3, 4096, Duration.ofMillis(12));
        }

        @Override
        public void close() {
            open--;
        }
    }
}
