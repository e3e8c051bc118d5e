package io.wonderlake.catalog.local;

import io.wonderlake.catalog.Catalog;
import io.wonderlake.catalog.CatalogContract;
import io.wonderlake.lake.LakeSettings;
import io.wonderlake.lake.folder.FolderStore;
import io.wonderlake.lake.folder.LakeFolder;
import io.wonderlake.lake.index.LakeIndex;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class LocalCatalogTest extends CatalogContract {
    @TempDir
    Path root;
    private LakeFolder lake;
    private LakeIndex index;
    private LocalCatalog catalog;

    @BeforeEach
    void open() {
        lake = LakeFolder.create(root, new LakeSettings("practice", Map.of()));
        index = LakeIndex.open(lake.indexFile());
        catalog = new LocalCatalog(index, new FolderStore(lake));
    }

    @AfterEach
    void close() {
        index.close();
    }

    @Override
    protected Catalog catalog() {
        return catalog;
    }
}
