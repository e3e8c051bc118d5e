package io.wonderlake.ui.query;

import io.wonderlake.catalog.Column;
import io.wonderlake.engine.Query;
import io.wonderlake.engine.QueryEngine;
import io.wonderlake.engine.QueryRun;
import io.wonderlake.engine.QueryStats;
import io.wonderlake.work.Failure;
import io.wonderlake.work.Job;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Answers `rows N` with N numbered rows, `fail` with a failure at offset 2, anything else with no rows.
final class FakeEngine implements QueryEngine {
    final List<Query> queries = new ArrayList<>();
    int open;

    @Override
    public String name() {
        return "DuckDB";
    }

    @Override
    public QueryRun run(Query query, Job job) {
        queries.add(query);
        job.checkCancelled();
        if (query.sql().startsWith("fail")) {
            throw new Failure(Failure.Kind.BAD_INPUT, "There is no column pricepayd.", "Did you mean pricepaid?", java.util.Optional.of("Binder Error"),
                    java.util.OptionalInt.of(2), java.util.Optional.empty()).exception();
        }
        open++;
        return new Rows(query.sql().startsWith("rows ") ? Long.parseLong(query.sql().substring(5)) : -1);
    }

    @Override
    public void close() {
    }

    private final class Rows implements QueryRun {
        private final long total;
        private long given;

        Rows(long total) {
            this.total = total;
        }

        @Override
        public List<Column> columns() {
            return total < 0 ? List.of() : List.of(new Column("n", "bigint"), new Column("word", "varchar"));
        }

        @Override
        public List<Object[]> next(int max) {
            List<Object[]> page = new ArrayList<>();
            while (given < total && page.size() < max) {
                page.add(new Object[] {given, "row " + given++});
            }
            return page;
        }

        @Override
        public QueryStats stats() {
            return new QueryStats(1, 3, 4096, Duration.ofMillis(12));
        }

        @Override
        public void close() {
            open--;
        }
    }
}
