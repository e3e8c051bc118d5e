package io.wonderlake.catalog.glue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wonderlake.catalog.Catalog;
import io.wonderlake.catalog.CatalogContract;
import io.wonderlake.catalog.DataFile;
import io.wonderlake.catalog.Table;
import io.wonderlake.catalog.TableName;
import io.wonderlake.lake.Content;
import io.wonderlake.lake.LakeSettings;
import io.wonderlake.lake.ObjectStore;
import io.wonderlake.lake.aws.AwsAccount;
import io.wonderlake.lake.aws.FakeAws;
import io.wonderlake.lake.folder.FolderStore;
import io.wonderlake.lake.folder.LakeFolder;
import io.wonderlake.work.Failure;
import io.wonderlake.work.FailureException;
import io.wonderlake.work.Job;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GlueCatalogTest extends CatalogContract {
    private static FakeAws aws;
    private static FakeGlue glue;
    private static AwsAccount account;

    @TempDir
    Path root;
    private ObjectStore store;
    private GlueCatalog catalog;

    @BeforeAll
    static void start() {
        aws = new FakeAws();
        glue = new FakeGlue(aws);
        account = aws.account();
    }

    @AfterAll
    static void stop() {
        account.close();
        aws.close();
    }

    @BeforeEach
    void open() {
        glue.clear();
        store = new FolderStore(LakeFolder.create(root.resolve("lake"), new LakeSettings("practice", Map.of())));
        catalog = new GlueCatalog(account, store, root.resolve("cache"));
    }

    @AfterEach
    void close() {
        catalog.close();
    }

    @Override
    protected Catalog catalog() {
        return catalog;
    }

    @Override
    protected void write(DataFile file) {
        store.put(file.path(), Content.of(new byte[(int) file.size()]), new Job("write"));
    }

    @Override
    protected boolean countsRowsOfFiles() {
        return false;
    }
}
