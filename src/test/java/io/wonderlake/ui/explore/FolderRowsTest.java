package io.wonderlake.ui.explore;

import static org.assertj.core.api.Assertions.assertThat;

import io.wonderlake.lake.Content;
import io.wonderlake.lake.LakeSettings;
import io.wonderlake.lake.ObjectPath;
import io.wonderlake.lake.Prefix;
import io.wonderlake.lake.folder.FolderStore;
import io.wonderlake.lake.folder.LakeFolder;
import io.wonderlake.work.Job;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderRowsTest {
    @TempDir
    private Path folder;
    private FolderStore store;

    @BeforeEach
    void makeLake() {
        store = new FolderStore(LakeFolder.create(folder.resolve("lake"), new LakeSettings("Test", Map.of())));
    }

    private void put(String path) {
        store.put(ObjectPath.parse(path), Content.of("a,b"), new Job("put"));
    }

    private FolderRows counted(String prefix) {
        FolderRows rows = new FolderRows(store, Prefix.parse(prefix), false);
        Job job = new Job("count");
        boolean more = true;
        while (more) {
            more = rows.countOn(job);
        }
        return rows;
    }

    @Test
    void findsTheRowsOfEveryPage() {
        for (int i = 0; i < FolderRows.PAGE + 7; i++) {
            put("raw/shop/part/file_%05d.csv".formatted(i));
        }
        FolderRows rows = counted("raw/shop");
        assertThat(rows.rows()).isEqualTo(FolderRows.PAGE + 7);
        assertThat(rows.bytes()).isEqualTo(3L * (FolderRows.PAGE + 7));
        assertThat(rows.page(FolderRows.PAGE - 1, 3)).extracting(row -> row[0]).containsExactly("part/file_00999.csv", "part/file_01000.csv", "part/file_01001.csv");
        assertThat(rows.entries(FolderRows.PAGE + 6, 5)).hasSize(1);
    }

    @Test
    void leavesBookkeepingAway() {
        put("raw/shop/_upload-1.json");
        put("raw/shop/day.csv");
        assertThat(counted("raw/shop").page(0, 10)).hasSize(1);
    }

    @Test
    void anEmptyFolderHasNoRows() {
        FolderRows rows = counted("raw/nothing");
        assertThat(rows.complete()).isTrue();
        assertThat(rows.rows()).isZero();
        assertThat(rows.page(0, 10)).isEmpty();
    }
}
