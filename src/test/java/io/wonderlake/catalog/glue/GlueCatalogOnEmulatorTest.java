package io.wonderlake.catalog.glue;

import io.wonderlake.catalog.Catalog;
import io.wonderlake.catalog.CatalogContract;
import io.wonderlake.catalog.DataFile;
import io.wonderlake.lake.Content;
import io.wonderlake.lake.LakeProfile;
import io.wonderlake.lake.LakeSettings;
import io.wonderlake.lake.ObjectStore;
import io.wonderlake.lake.aws.AwsAccount;
import io.wonderlake.lake.aws.Emulator;
import io.wonderlake.lake.aws.FakeAws;
import io.wonderlake.lake.folder.FolderStore;
import io.wonderlake.lake.folder.LakeFolder;
import io.wonderlake.work.Job;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.EntityNotFoundException;

/// The same catalog against an AWS emulator, when one runs beside the tests.
class GlueCatalogOnEmulatorTest extends CatalogContract {
    private static final List<String> DATABASES = List.of("tickit_curated", "retail_curated", "retail_raw");

    @TempDir
    Path root;
    private AwsAccount account;
    private ObjectStore store;
    private GlueCatalog catalog;

    @BeforeEach
    void open() {
        System.setProperty("aws.cborEnabled", "false");
        LakeProfile.Aws all = FakeAws.profile(Emulator.endpoint());
        account = FakeAws.account(new LakeProfile.Aws(all.name(), all.awsProfile(), all.region(), all.endpoint(), all.tiers(), all.tierNames(), DATABASES, List.of(),
                all.athena(), all.redshift(), "", false));
        GlueClient glue = account.build(GlueClient.builder());
        DATABASES.forEach(name -> delete(glue, name));
        store = new FolderStore(LakeFolder.create(root.resolve("lake"), new LakeSettings("practice", Map.of())));
        catalog = new GlueCatalog(account, store, root.resolve("cache"));
    }

    private static void delete(GlueClient glue, String database) {
        try {
            glue.deleteDatabase(r -> r.name(database));
        } catch (EntityNotFoundException none) {
            return;
        }
    }

    @AfterEach
    void close() {
        if (catalog != null) {
            catalog.close();
        }
        if (account != null) {
            account.close();
        }
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

    @Override
    protected void assumeLock() {
        Assumptions.abort("emulators of Glue know no optimistic lock");
    }
}
