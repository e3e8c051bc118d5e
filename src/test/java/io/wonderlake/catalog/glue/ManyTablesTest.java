package io.wonderlake.catalog.glue;

import static org.assertj.core.api.Assertions.assertThat;

import io.wonderlake.lake.LakeSettings;
import io.wonderlake.lake.aws.AwsAccount;
import io.wonderlake.lake.aws.FakeAws;
import io.wonderlake.lake.folder.FolderStore;
import io.wonderlake.lake.folder.LakeFolder;
import io.wonderlake.work.Job;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How long a large catalog takes; the property `tables` says how large (20,000 were measured). What is asserted is the order of magnitude.
class ManyTablesTest {
    private static final int TABLES = Integer.getInteger("tables", 1_000);
    private static final int DATABASES = 40;

    @TempDir
    Path root;

    @Test
    void searchesManyTablesWhileSomebodyTypes() {
        try (FakeAws aws = new FakeAws(); AwsAccount account = aws.account(); GlueCatalog catalog = fill(aws, account)) {
            said("first refresh", millis(() -> catalog.refresh(new Job("refresh"))));
            long revision = catalog.revision();
            said("refresh without changes", millis(() -> catalog.refresh(new Job("refresh"))));
            assertThat(catalog.revision()).isEqualTo(revision);
            said("list of one database", millis(() -> assertThat(catalog.tables("domain7_curated")).hasSize(TABLES / DATABASES)));
            for (String words : List.of("table_00999", "price", "domain7 amount", "nowhere to be found", "re", "zz")) {
                long best = Stream.generate(() -> millis(() -> catalog.search(words, 50))).limit(5).min(Long::compare).orElseThrow();
                said("search for " + words, best);
                assertThat(best).as(words).isLessThan(1_000);
            }
        }
    }

    private GlueCatalog fill(FakeAws aws, AwsAccount account) {
        FakeGlue glue = new FakeGlue(aws);
        glue.page(100);
        String columns = Stream.of("id", "name", "amount", "region", "created_at", "updated_at", "status", "quantity", "price", "currency")
                .map(name -> "{\"Name\": \"%s\", \"Type\": \"string\", \"Comment\": \"The %s as the sender reported it.\"}".formatted(name, name)).collect(Collectors.joining(", "));
        for (int i = 0; i < TABLES; i++) {
            glue.add("domain" + i % DATABASES + "_curated", "table_%05d".formatted(i), "{\"StorageDescriptor\": {\"Columns\": [%s]}}".formatted(columns));
        }
        return new GlueCatalog(account, new FolderStore(LakeFolder.create(root.resolve("lake"), new LakeSettings("practice", Map.of()))), root.resolve("cache"));
    }

    private static long millis(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }

    private static void said(String what, long millis) {
        System.out.printf("%,d tables, %s: %,d ms%n", TABLES, what, millis);
    }
}
