package io.wonderlake.lake.s3;

import static org.assertj.core.api.Assertions.assertThat;

import io.wonderlake.lake.ObjectStore;
import io.wonderlake.lake.ObjectStoreContract;
import io.wonderlake.lake.aws.AwsAccount;
import io.wonderlake.lake.aws.Emulator;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.model.Tag;

class S3StoreOnEmulatorTest extends ObjectStoreContract {
    private static AwsAccount account;

    @TempDir
    Path unfinished;

    private S3Store store;

    @BeforeEach
    void open() {
        if (account == null) {
            account = Emulator.account();
            S3Server.makeBuckets(account);
        }
        store = new S3Store(account, S3Server.newLake(account.profile()), unfinished);
    }

    @AfterAll
    static void stop() {
        if (account != null) {
            account.close();
            account = null;
        }
    }

    @Override
    protected ObjectStore store() {
        return store;
    }

    @Override
    protected boolean showsFoldersOfOldVersions() {
        return true;
    }

    @Override
    protected boolean decidesRaces() {
        return false;
    }

    @Test
    void readsTheLabelsOfAnObject() {
        put(raw("x"), "x");
        Target target = store.target(raw("x")).orElseThrow();
        S3Server.client(account).putObjectTagging(r -> r.bucket(target.bucket()).key(target.key())
                .tagging(t -> t.tagSet(Tag.builder().key("confidentiality").value("internal").build())));

        assertThat(store.labels(raw("x"))).isEqualTo(Map.of("confidentiality", "internal"));
    }
}
