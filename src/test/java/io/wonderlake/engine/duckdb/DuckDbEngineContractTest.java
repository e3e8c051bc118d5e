package io.wonderlake.engine.duckdb;

import io.wonderlake.engine.QueryEngine;
import io.wonderlake.engine.QueryEngineContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class DuckDbEngineContractTest extends QueryEngineContract {
    @TempDir
    Path folder;
    private PracticeLake lake;

    @BeforeEach
    void open() throws Exception {
        lake = new PracticeLake(folder.toRealPath());
    }

    @AfterEach
    void close() {
        lake.close();
    }

    @Override
    protected QueryEngine engine() {
        return lake.engine;
    }

    @Override
    protected String slowStatement() {
        return "select sum(hash(i)) from range(2000000000000) t(i)";
    }

    @Override
    protected String slowTail() {
        return "select i from range(2000000000000) t(i) where i < 20000 or hash(i) = 42";
    }
}
