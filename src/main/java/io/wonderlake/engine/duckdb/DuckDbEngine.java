package io.wonderlake.engine.duckdb;

import io.wonderlake.catalog.Catalog;
import io.wonderlake.engine.EngineSession;
import io.wonderlake.engine.FileReader;
import io.wonderlake.engine.LocalEngine;
import io.wonderlake.engine.Query;
import io.wonderlake.engine.QueryRun;
import io.wonderlake.lake.LocalFiles;
import io.wonderlake.work.Job;
import java.sql.SQLException;
import java.util.List;

/// DuckDB over the files of a lake on this computer. Opens at the first statement; safe for several threads.
public final class DuckDbEngine implements LocalEngine {
    private final EngineSettings settings;
    private final Catalog catalog;
    private final LocalFiles files;
    private final List<FileReader> readers;
    private Instance instance;

    public DuckDbEngine(EngineSettings settings, Catalog catalog, LocalFiles files, List<FileReader> readers) {
        this.settings = settings;
        this.catalog = catalog;
        this.files = files;
        this.readers = List.copyOf(readers);
    }

    @Override
    public String name() {
        return "DuckDB";
    }

    @Override
    public QueryRun run(Query query, Job job) {
        long began = System.nanoTime();
        job.checkCancelled();
        Workplace workplace = open(job);
        try {
            return workplace.run(query, began, workplace::close);
        } catch (RuntimeException | Error failed) {
            workplace.close();
            throw failed;
        }
    }

    @Override
    public EngineSession session(Job job) {
        return new DuckDbSession(open(job));
    }

    @Override
    public synchronized boolean busy() {
        return instance != null && instance.busy();
    }

    @Override
    public synchronized void close() {
        if (instance != null) {
            instance.close();
            instance = null;
        }
    }

    private Workplace open(Job job) {
        try {
            Instance open = instance();
            return new Workplace(Scope.open(open), job, catalog, files, new Relations(readers));
        } catch (SQLException error) {
            throw Errors.translate(error);
        }
    }

    private synchronized Instance instance() throws SQLException {
        if (instance == null) {
            instance = new Instance(settings);
            ReaderFunctions.register(instance.base(), readers, settings.allowedFolders());
        }
        return instance;
    }
}
