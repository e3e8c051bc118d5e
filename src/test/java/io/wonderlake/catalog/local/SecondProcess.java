package io.wonderlake.catalog.local;

import io.wonderlake.catalog.Catalog;
import io.wonderlake.catalog.TableName;
import io.wonderlake.lake.folder.FolderStore;
import io.wonderlake.lake.folder.LakeFolder;
import io.wonderlake.lake.index.LakeIndex;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Another program on the same lake, which publishes, or is killed while it does.
final class SecondProcess {
    private SecondProcess() {
    }

    /// Arguments: the lake; how many versions to publish; at which change of the lake's objects to die (0 for never) and whether before or after it.
    public static void main(String[] args) {
        LakeFolder lake = LakeFolder.open(Path.of(args[0]));
        BreakingStore store = new BreakingStore(new FolderStore(lake), Integer.parseInt(args[2]), args[3].equals("before"), () -> Runtime.getRuntime().halt(9));
        try (LakeIndex index = LakeIndex.open(lake.indexFile())) {
            Catalog catalog = new LocalCatalog(index, store);
            TableName sales = TableName.parse("tickit_curated.sales");
            for (int i = 0; i < Integer.parseInt(args[1]); i++) {
                int current = catalog.find(sales).orElseThrow().version();
                catalog.publish(LocalCatalogTest.salesDraft(current + 1), current);
            }
        }
    }

    static Process start(Path lake, int versions, int dieAt, String when) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = Stream.of(java, "--enable-native-access=ALL-UNNAMED", "-Xmx256m", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
                SecondProcess.class.getName(), lake.toString(), Integer.toString(versions), Integer.toString(dieAt), when).toList();
        return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    }
}
