package io.wonderlake.engine.redshift;

import io.wonderlake.engine.QueryEngine;
import io.wonderlake.engine.QueryEngineContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class RedshiftEngineContractTest extends QueryEngineContract {
    private PostgresProxy proxy;
    private RedshiftEngine engine;

    @BeforeEach
    void open() {
        proxy = Warehouse.proxy();
        engine = Warehouse.engine(proxy);
    }

    @AfterEach
    void close() {
        if (engine != null) {
            engine.close();
            proxy.close();
        }
    }

    @Override
    protected QueryEngine engine() {
        return engine;
    }

    @Override
    protected String slowStatement() {
        return "select pg_sleep(120)";
    }

    @Override
    protected String slowTail() {
        return "select i, case when i > 20000 then pg_sleep(0.05) end from (select generate_series(1, 2000000) as i) as t";
    }
}
