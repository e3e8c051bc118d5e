package io.wonderlake.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wonderlake.catalog.MemoryCatalog;
import io.wonderlake.catalog.ReadOnlyCatalog;
import io.wonderlake.catalog.TableName;
import io.wonderlake.lake.folder.FolderStore;
import io.wonderlake.lake.folder.LakeFolder;
import io.wonderlake.work.Failure;
import io.wonderlake.work.FailureException;
import io.wonderlake.work.Job;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadOnlyTest {
    private static final ObjectPath PATH = ObjectPath.parse("raw/tickit/sales/a.csv");
    private final Job job = new Job("test");
    private ObjectStore store;
    private ObjectStore closed;

    @BeforeEach
    void makeALakeWithOneObject(@TempDir Path folder) {
        store = new FolderStore(LakeFolder.create(folder, new LakeSettings("lake", Map.of())));
        store.put(PATH, Content.of("one"), job);
        closed = new ReadOnlyStore(store, "acme");
    }

    @Test
    void readsPass() throws IOException {
        assertThat(closed.find(PATH)).isPresent();
        assertThat(closed.read(PATH).readAllBytes()).asString().isEqualTo("one");
        assertThat(closed.versions(PATH)).hasSize(1);
    }

    @Test
    void everyWriteIsRefusedAndChangesNothing() throws IOException {
        denied(() -> closed.put(PATH, Content.of("two"), job));
        denied(() -> closed.putIfAbsent(ObjectPath.parse("raw/tickit/sales/b.csv"), Content.of("two"), job));
        denied(() -> closed.delete(PATH));
        denied(() -> closed.restore(store.versions(PATH).getFirst(), job));
        assertThat(store.read(PATH).readAllBytes()).asString().isEqualTo("one");
    }

    @Test
    void everyChangeOfTheCatalogIsRefused() {
        ReadOnlyCatalog catalog = new ReadOnlyCatalog(new MemoryCatalog(), "acme");
        TableName name = TableName.parse("tickit_raw.sales");
        denied(() -> catalog.publish(null, 0));
        denied(() -> catalog.describe(name, "", ""));
        denied(() -> catalog.drop(name));
        denied(() -> catalog.forget(name, 1));
        assertThat(catalog.databases()).isEmpty();
    }

    private static void denied(ThrowingCallable change) {
        assertThatThrownBy(change).isInstanceOfSatisfying(FailureException.class, error -> {
            assertThat(error.failure().kind()).isEqualTo(Failure.Kind.DENIED);
            assertThat(error.failure().message()).isEqualTo("The lake acme is read-only here.");
        });
    }
}
