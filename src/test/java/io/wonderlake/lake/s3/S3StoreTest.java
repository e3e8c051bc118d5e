package io.wonderlake.lake.s3;

import io.wonderlake.lake.ObjectStore;
import io.wonderlake.lake.ObjectStoreContract;
import io.wonderlake.lake.aws.AwsAccount;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class S3StoreTest extends ObjectStoreContract {
    private static S3Server server;
    private static AwsAccount account;

    @TempDir
    Path unfinished;

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
    void open() {
        store = new S3Store(account, S3Server.newLake(account.profile()), unfinished);
    }

    @Override
    protected ObjectStore store() {
        return store;
    }

    @Override
    protected boolean sortsRareCharacters() {
        return false;
    }
}
