package io.wonderlake.engine.athena;

import io.wonderlake.engine.QueryEngine;
import io.wonderlake.engine.QueryEngineContract;
import io.wonderlake.lake.aws.AwsAccount;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class AthenaEngineContractTest extends QueryEngineContract {
    @TempDir
    Path folder;
    private FakeAthena athena;
    private AwsAccount account;
    private AthenaEngine engine;

    @BeforeEach
    void open() {
        athena = new FakeAthena(folder);
        account = athena.aws.account();
        engine = new AthenaEngine(account);
    }

    @AfterEach
    void close() {
        engine.close();
        account.close();
        athena.close();
    }

    @Override
    protected QueryEngine engine() {
        return engine;
    }

    @Override
    protected String slowStatement() {
        return "select sum(hash(i)) from range(2000000000000) t(i)";
    }

    /// The result is there at once; its object comes slowly.
    @Override
    protected String slowTail() {
        athena.objects.stallAfter(100_000);
        return "select i from range(20000) t(i)";
    }
}
