package io.wonderlake.contract;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContractsTest {

    private static final String GOOD = """
            kind: DataContract
            id: t.a
            name: a
            domain: t
            schema: [{physicalName: t_curated.a, properties: [{name: id, physicalType: integer}]}]
            """;

    @TempDir
    private Path folder;

    @Test
    void leavesTheOthersUsableWhenOneFileIsBroken() {
        FolderStore store = new FolderStore(LakeFolder.create(folder, new LakeSettings("test", Map.of())));
        put(store, "config/contracts/t.a.yaml", GOOD);
        put(store, "config/contracts/t.b.yaml", GOOD.replace("integer", "whole"));
        put(store, "config/contracts/t.c.yaml", "kind: [");
        put(store, "config/contracts/notes.txt", "not a contract");
        Contracts contracts = Contracts.load(store);
        assertThat(contracts.all()).extracting(Contract::id).containsExactly("t.a");
        assertThat(contracts.find("t.a")).isPresent();
        assertThat(contracts.find("t.b")).isEmpty();
        assertThat(contracts.reading(Prefix.parse("raw/t/a"))).isPresent();
        assertThat(contracts.broken().keySet()).containsExactlyInAnyOrder(ObjectPath.parse("config/contracts/t.b.yaml"), ObjectPath.parse("config/contracts/t.c.yaml"));
        assertThat(contracts.broken().get(ObjectPath.parse("config/contracts/t.b.yaml")).message()).contains("t.b.yaml, line 5: the column id has the type whole");
    }

    private static void put(FolderStore store, String path, String text) {
        store.put(ObjectPath.parse(path), Content.of(text), new Job(path));
    }
}
