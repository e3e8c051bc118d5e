package io.wonderlake.engine.duckdb;

import io.wonderlake.catalog.Column;
import io.wonderlake.catalog.StorageFormat;
import io.wonderlake.engine.EngineSession;
import io.wonderlake.engine.Query;
import io.wonderlake.engine.QueryRun;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A session in its own scope: staging tables stand in its private database, which spills to the disk and vanishes at the end.
final class DuckDbSession implements EngineSession {
    private static final int PAGE = 1_000;

    private final Workplace workplace;

    DuckDbSession(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public long execute(String sql) {
        try (DuckDbRun run = start(sql)) {
            return run.changed();
        }
    }

    @Override
    public List<Object[]> rows(String sql) {
        List<Object[]> all = new ArrayList<>();
        try (DuckDbRun run = start(sql)) {
            for (List<Object[]> page = run.next(PAGE); !page.isEmpty(); page = run.next(PAGE)) {
                all.addAll(page);
            }
        }
        return all;
    }

    @Override
    public QueryRun query(String sql) {
        return start(sql);
    }

    private DuckDbRun start(String sql) {
        return workplace.run(new Query(sql, List.of(), true), System.nanoTime(), () -> { });
    }

    @Override
    public List<WrittenFile> writeParquet(String select, Path folder, List<String> partitionBy) {
        return new ParquetOutput(folder, partitionBy).write(this, select);
    }

    @Override
    public List<Column> describe(String select) {
        return workplace.activity(select).plan(() -> {
            workplace.bind(select);
            try (PreparedStatement statement = workplace.connection().prepare(select)) {
                return Types.columns(statement.getMetaData());
            }
        });
    }

    @Override
    public String relation(List<Path> files, StorageFormat format, List<Column> columns) {
        return "(" + workplace.relations().select(new Source(files, format, columns, List.of(), files.stream().map(_ -> Map.<String, String>of()).toList(), false)) + ")";
    }

    @Override
    public void close() {
        workplace.close();
    }
}
