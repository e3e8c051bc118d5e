package io.wonderlake.ui.explore;

import io.wonderlake.catalog.Column;
import io.wonderlake.catalog.ColumnType.Family;
import io.wonderlake.engine.EngineSession;
import io.wonderlake.engine.LocalEngine;
import io.wonderlake.engine.Query;
import io.wonderlake.engine.QueryEngine;
import io.wonderlake.engine.QueryRun;
import io.wonderlake.ui.explore.Profile.Frequent;
import io.wonderlake.ui.explore.Profile.Numbers;
import io.wonderlake.ui.kit.grid.CellText;
import io.wonderlake.work.Job;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Measures a column with the engine: one query for its figures, one for its distribution.
final class Profiler {
    private static final int BARS = 24;
    private static final int TOP = 6;

    private final Asked engine;

    /// Gives all rows of a query.
    @FunctionalInterface
    interface Asked {
        List<Object[]> rows(String sql, Job job);
    }

    Profiler(Asked engine) {
        this.engine = engine;
    }

    /// Asks an engine for rows of the catalog's tables.
    static Profiler over(QueryEngine engine) {
        return new Profiler((sql, job) -> all(engine, sql, job));
    }

    /// Asks this computer's engine for rows of files.
    static Profiler overFiles(LocalEngine engine) {
        return new Profiler((sql, job) -> {
            try (EngineSession session = engine.session(job)) {
                return session.rows(sql);
            }
        });
    }

    /// @param from what stands after FROM
    Profile measure(String from, Column column, Job job) {
        String name = SqlName.quoted(column.name());
        return switch (column.type().family()) {
            case INTEGER, DECIMAL -> numbers(from, name, column, job);
            case DATE, TIMESTAMP -> column.type().sql().equals("time") ? words(from, name, column, job) : moments(from, name, column, job);
            case TEXT, BOOLEAN -> words(from, name, column, job);
            case NESTED, LIST, BINARY -> counts(from, name, column, job);
        };
    }

    private Profile numbers(String from, String name, Column column, Job job) {
        String value = "cast(" + name + " as double)";
        Object[] row = rows("select count(*), count(" + name + "), count(distinct " + name + "), min(" + name + "), max(" + name + "), avg(" + value
                + "), median(" + value + "), quantile_cont(" + value + ", 0.95), min(" + value + "), max(" + value + ") from " + from, job).getFirst();
        if (row[8] == null) {
            return plain(column, row, List.of());
        }
        double low = number(row[8]);
        double high = number(row[9]);
        List<Long> bars = bars(from, value, low, high, column.type().family() == Family.INTEGER, job);
        return new Profile(column, whole(row[0]), whole(row[0]) - whole(row[1]), whole(row[2]),
                Optional.of(new Numbers(number(row[5]), number(row[6]), number(row[7]))), CellText.shown(row[3], column), CellText.shown(row[4], column), bars, List.of());
    }

    private Profile moments(String from, String name, Column column, Job job) {
        String value = "epoch(cast(" + name + " as timestamp))";
        Object[] row = rows("select count(*), count(" + name + "), count(distinct " + name + "), min(" + name + "), max(" + name + "), min(" + value
                + "), max(" + value + ") from " + from, job).getFirst();
        if (row[5] == null) {
            return plain(column, row, List.of());
        }
        List<Long> bars = bars(from, value, number(row[5]), number(row[6]), false, job);
        return new Profile(column, whole(row[0]), whole(row[0]) - whole(row[1]), whole(row[2]), Optional.empty(),
                CellText.shown(row[3], column), CellText.shown(row[4], column), bars, List.of());
    }

    private Profile words(String from, String name, Column column, Job job) {
        Object[] row = rows("select count(*), count(" + name + "), count(distinct " + name + ") from " + from, job).getFirst();
        List<Frequent> top = rows("select " + name + ", count(*) from " + from + " where " + name + " is not null group by 1 order by 2 desc, 1 limit " + TOP, job)
                .stream().map(each -> new Frequent(CellText.shown(each[0], column), whole(each[1]))).toList();
        return plain(column, row, top);
    }

    private Profile counts(String from, String name, Column column, Job job) {
        Object[] row = rows("select count(*), count(" + name + "), -1 from " + from, job).getFirst();
        return plain(column, row, List.of());
    }

    private static Profile plain(Column column, Object[] row, List<Frequent> top) {
        return new Profile(column, whole(row[0]), whole(row[0]) - whole(row[1]), whole(row[2]), Optional.empty(), "", "", List.of(), top);
    }

    /// Counts in equal steps from the smallest to the largest value; whole numbers that are few get one bar each.
    private List<Long> bars(String from, String value, double low, double high, boolean integers, Job job) {
        if (!(high > low) || Double.isInfinite(high - low)) {
            return List.of();
        }
        int count = integers && high - low < BARS ? (int) (high - low) + 1 : BARS;
        double width = integers && high - low < BARS ? 1 : (high - low) / count;
        Long[] bars = new Long[count];
        Arrays.fill(bars, 0L);
        String sql = "select cast(least(floor((" + value + " - cast(" + low + " as double)) / cast(" + width + " as double)), " + (count - 1)
                + ") as integer), count(*) from " + from + " where " + value + " between cast(" + low + " as double) and cast(" + high + " as double) group by 1";
        for (Object[] row : rows(sql, job)) {
            bars[Math.clamp(whole(row[0]), 0, count - 1)] = whole(row[1]);
        }
        return List.of(bars);
    }

    private List<Object[]> rows(String sql, Job job) {
        return engine.rows(sql, job);
    }

    private static List<Object[]> all(QueryEngine engine, String sql, Job job) {
        List<Object[]> rows = new ArrayList<>();
        try (QueryRun run = engine.run(Query.of(sql), job)) {
            for (List<Object[]> page = run.next(1_000); !page.isEmpty(); page = run.next(1_000)) {
                rows.addAll(page);
            }
        }
        return rows;
    }

    private static long whole(Object value) {
        return ((Number) value).longValue();
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }
}
