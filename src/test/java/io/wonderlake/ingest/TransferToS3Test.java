package io.wonderlake.ingest;

import io.wonderlake.lake.ObjectStore;
import io.wonderlake.lake.aws.AwsAccount;
import io.wonderlake.lake.s3.S3Server;
import io.wonderlake.lake.s3.S3Store;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class TransferToS3Test extends TransferTest {
    private static S3Server server;
    private static AwsAccount account;

    private S3Store store;

    @BeforeAll
    static void start() {
        server = new S3Server();
        account = server.account();
    }

    @AfterAll
    static void stop() {
        account.close();
        server.close();
    }

    @BeforeEach
    void open(@TempDir Path unfinished) {
        store = new S3Store(account, S3Server.newLake(account.profile()), unfinished);
    }

    @Override
    protected ObjectStore store() {
        return store;
    }
}
