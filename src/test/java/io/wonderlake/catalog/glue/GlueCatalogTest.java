package io.wonderlake.catalog.glue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wonderlake.catalog.Catalog;
import io.wonderlake.catalog.CatalogContract;
import io.wonderlake.catalog.Column;
import io.wonderlake.catalog.DataFile;
import io.wonderlake.catalog.Partition;
import io.wonderlake.catalog.Table;
import io.wonderlake.catalog.TableDraft;
import io.wonderlake.catalog.TableName;
import io.wonderlake.lake.Content;
import io.wonderlake.lake.LakeProfile;
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
import java.time.Instant;
import java.util.ArrayList;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    private static void refuse(JsonNode request) {
        throw new FakeAws.Refusal(400, "InvalidInputException", "The program was killed.");
    }

    /// What another computer sees, which has no copy yet.
    private Table seenElsewhere(TableName name) {
        try (GlueCatalog other = new GlueCatalog(account, store, root.resolve("other-" + System.nanoTime()))) {
            Table table = other.find(name).orElseThrow();
            assertThat(other.tables(name.database())).containsExactly(table);
            return table;
        }
    }

    @ParameterizedTest
    @CsvSource({"UpdateTable, 1", "BatchUpdatePartition, 2", "BatchCreatePartition, 2", "BatchDeletePartition, 2"})
    void isWholeAfterAKillAtAnyStepOfAPublication(String step, int version) {
        publish(byMonth(1), 0);
        TableDraft draft = byMonth(2);
        List<DataFile> files = new ArrayList<>(draft.files());
        files.removeIf(file -> file.partition().get("month").equals("1"));
        files.add(file("curated/tickit/sales/_v=2/year=2009/month=1/part-0.parquet", Map.of("year", "2009", "month", "1"), 10, 1));
        files.forEach(this::write);
        glue.disturb(step, request -> {
            glue.calm();
            glue.disturb("*", GlueCatalogTest::refuse);
            refuse(request);
        });
        TableDraft next = new TableDraft(draft.name(), draft.tier(), draft.columns(), draft.partitionColumns(), draft.format(), draft.location(), "", "", files, Map.of());
        assertThatExceptionOfType(FailureException.class).isThrownBy(() -> catalog.publish(next, 1));
        glue.calm();

        assertThat(seenElsewhere(SALES).version()).isEqualTo(version);
        assertThat(catalog.files(SALES, version, Map.of())).extracting(DataFile::path)
                .isEqualTo((version == 1 ? byMonth(1).files() : files).stream().map(DataFile::path).sorted().toList());
        catalog.publish(draft(new TableName("tickit_curated", "venue"), 1, List.of(new Column("id", "integer"))), 0);
        assertThat(glue.places("tickit_curated", "sales").values()).as("after the next change").isNotEmpty()
                .allMatch(place -> place.contains("/_v=" + version + "/")).hasSize(3);
        assertThat(catalog.find(SALES).orElseThrow().version()).isEqualTo(version);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UpdateTable", "CreateTable"})
    void knowsItsOwnPublicationWhenTheAnswerWasLost(String step) {
        int current = step.equals("UpdateTable") ? publish(sales(1), 0).version() : 0;
        glue.loseAnswerOf(step);

        assertThat(publish(sales(current + 1), current).version()).isEqualTo(current + 1);
        assertThat(catalog.versions(SALES)).hasSize(current + 1);
    }

    @Test
    void movesManyPartitionsInBatches() {
        for (int version = 1; version <= 2; version++) {
            List<DataFile> files = new ArrayList<>();
            for (int day = version; day < version + 130; day++) {
                files.add(file("curated/tickit/sales/_v=%d/day=%d/part-0.parquet".formatted(version, day), Map.of("day", Integer.toString(day)), 1, 1));
            }
            TableDraft plain = sales(version);
            catalog.publish(new TableDraft(SALES, plain.tier(), plain.columns(), List.of(new Column("day", "integer")), plain.format(), plain.location(), "", "", files, Map.of()),
                    version - 1);
        }

        assertThat(glue.places("tickit_curated", "sales")).hasSize(130).allSatisfy((values, place) ->
                assertThat(place).isEqualTo("s3://wonderlake-curated/tickit/sales/_v=2/day=" + values.getFirst() + "/"));
        assertThat(catalog.partitions(SALES, 2, 0, 3)).extracting(one -> one.values().get("day")).containsExactly("2", "3", "4");
        assertThat(catalog.partitions(SALES, 2, 128, 10)).extracting(one -> one.values().get("day")).containsExactly("130", "131");
        assertThat(catalog.find(SALES).orElseThrow().version()).isEqualTo(2);
    }

    @Test
    void writesThePartitionsThatSomebodyAddedMeanwhile() {
        publish(sales(1), 0);
        glue.disturb("BatchCreatePartition", _ -> {
            glue.calm();
            glue.addPartition("tickit_curated", "sales", "s3://elsewhere/x/", Map.of(), "2008", "2");
        });
        publish(byMonth(2), 1);

        assertThat(glue.places("tickit_curated", "sales").values()).hasSize(3).allMatch(place -> place.startsWith("s3://wonderlake-curated/tickit/sales/_v=2/year=2008/month="));
    }

    @Test
    void keepsTheOldCopyWhenAPageFailsInTheMiddleOfARefresh() {
        publish(sales(1), 0);
        catalog.refresh(new Job("refresh"));
        long revision = catalog.revision();
        Optional<Instant> asOf = catalog.asOf();
        for (String name : List.of("a", "b", "c", "d", "e")) {
            glue.add("aaa_raw", name, "{}");
        }
        glue.remove("tickit_curated", "sales");
        AtomicInteger pages = new AtomicInteger();
        glue.disturb("GetTables", request -> {
            if (pages.incrementAndGet() == 3) {
                refuse(request);
            }
        });

        assertThatExceptionOfType(FailureException.class).isThrownBy(() -> catalog.refresh(new Job("refresh")));

        assertThat(catalog.databases()).containsExactly("tickit_curated");
        assertThat(catalog.search("sales", 10)).isNotEmpty();
        assertThat(catalog.revision()).isEqualTo(revision);
        assertThat(catalog.asOf()).isEqualTo(asOf);
        glue.calm();
        catalog.refresh(new Job("refresh"));
        assertThat(catalog.databases()).containsExactly("aaa_raw");
        assertThat(catalog.tables("aaa_raw")).hasSize(5);
        assertThat(catalog.search("sales", 10)).isEmpty();
        assertThat(catalog.revision()).isGreaterThan(revision);
        assertThat(catalog.asOf().orElseThrow()).isAfter(asOf.orElseThrow());
    }

    @Test
    void keepsTheOldCopyWhenARefreshIsCancelled() {
        publish(sales(1), 0);
        catalog.refresh(new Job("refresh"));
        glue.add("aaa_raw", "a", "{}");
        Job job = new Job("refresh");
        glue.disturb("GetTables", _ -> job.cancel());

        assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> catalog.refresh(job));

        assertThat(catalog.databases()).containsExactly("tickit_curated");
        glue.calm();
        catalog.refresh(new Job("refresh"));
        assertThat(catalog.databases()).containsExactly("aaa_raw", "tickit_curated");
    }

    @Test
    void doesNotLetARefreshUndoWhatWasPublishedMeanwhile() {
        publish(sales(1), 0);
        catalog.refresh(new Job("refresh"));
        sales(2).files().forEach(this::write);
        glue.disturb("GetTables", _ -> {
            glue.calm();
            catalog.publish(sales(2), 1);
            glue.change("tickit_curated", "sales", table -> table.put("Description", "An answer from before."));
        });
        catalog.refresh(new Job("refresh"));

        assertThat(catalog.tables("tickit_curated")).extracting(Table::version).containsExactly(2);
    }

    @Test
    void refreshesOnceForTwoThatAskAtTheSameTime() throws Exception {
        glue.add("tickit_raw", "event", "{}");
        try (GlueCatalog second = new GlueCatalog(account, store, root.resolve("cache"))) {
            List<Thread> threads = new ArrayList<>();
            for (GlueCatalog each : List.of(catalog, second)) {
                threads.add(Thread.ofPlatform().start(() -> each.refresh(new Job("refresh"))));
            }
            for (Thread thread : threads) {
                thread.join();
            }
            assertThat(second.tables("tickit_raw")).hasSize(1).isEqualTo(catalog.tables("tickit_raw"));
            assertThat(second.revision()).isEqualTo(catalog.revision());
        }
    }

    @Test
    void answersFromTheCopyWhenAwsCannotBeReached() {
        Path cache = root.resolve("offline");
        FakeAws mortal = new FakeAws();
        FakeGlue own = new FakeGlue(mortal);
        own.add("tickit_raw", "event", "{\"StorageDescriptor\": {\"Columns\": [{\"Name\": \"eventid\", \"Type\": \"int\"}]}}");
        try (AwsAccount once = mortal.account(); GlueCatalog online = new GlueCatalog(once, store, cache)) {
            online.refresh(new Job("refresh"));
            mortal.close();
            TableName event = new TableName("tickit_raw", "event");

            assertThat(online.databases()).containsExactly("tickit_raw");
            assertThat(online.tables("tickit_raw")).extracting(Table::name).containsExactly(event);
            assertThat(online.search("eventid", 10)).hasSize(1);
            assertThat(online.find(event)).isPresent();
            assertThat(online.asOf()).isPresent();
            assertThatExceptionOfType(FailureException.class).isThrownBy(() -> online.versions(event))
                    .satisfies(error -> assertThat(error.failure().kind()).isEqualTo(Failure.Kind.OFFLINE));
            assertThatExceptionOfType(FailureException.class).isThrownBy(() -> online.find(SALES));
            assertThatExceptionOfType(FailureException.class).isThrownBy(() -> online.refresh(new Job("refresh")));
            assertThat(online.tables("tickit_raw")).hasSize(1);
        }
    }

    @Test
    void showsWhatOneMaySeeWhereOneDatabaseIsDenied() {
        glue.add("secret_raw", "salaries", "{}");
        glue.add("tickit_raw", "event", "{}");
        glue.disturb("GetTables", request -> {
            if (request.path("DatabaseName").asText().equals("secret_raw")) {
                throw new FakeAws.Refusal(400, "AccessDeniedException", "No.");
            }
        });
        catalog.refresh(new Job("refresh"));
        assertThat(catalog.databases()).containsExactly("tickit_raw");

        glue.disturb("GetTables", _ -> {
            throw new FakeAws.Refusal(400, "AccessDeniedException", "No.");
        });
        assertThatExceptionOfType(FailureException.class).isThrownBy(() -> catalog.refresh(new Job("refresh")))
                .satisfies(error -> assertThat(error.failure().detail().orElseThrow()).contains("glue:GetTables", "arn:aws:glue:eu-west-1:*:table/"));
    }

    @Test
    void showsOnlyTheDatabasesOfTheProfile() {
        for (String database : List.of("tickit_raw", "tickit_curated", "retail_raw", "other")) {
            glue.add(database, "a", "{}");
        }
        LakeProfile.Aws all = aws.profile();
        LakeProfile.Aws some = new LakeProfile.Aws(all.name(), all.awsProfile(), all.region(), all.endpoint(), all.tiers(), all.tierNames(), List.of("tickit_*", "Other"), List.of(),
                all.athena(), all.redshift(), "", false);
        try (AwsAccount narrow = FakeAws.account(some); GlueCatalog scoped = new GlueCatalog(narrow, store, root.resolve("cache"))) {
            assertThat(scoped.databases()).containsExactly("other", "tickit_curated", "tickit_raw");
            assertThat(scoped.find(new TableName("retail_raw", "a"))).isEmpty();
        }
        assertThat(catalog.databases()).as("the copy of another scope is not used").hasSize(4);
    }

    @Test
    void leavesWhatOthersWroteAboutATable() {
        publish(sales(1), 0);
        publish(sales(2), 1);
        glue.change("tickit_curated", "sales", table -> {
            ((ObjectNode) table.path("Parameters")).put("team", "x").put("recordCount", "999");
            table.put("Retention", 7);
        });
        assertThat(catalog.find(SALES).orElseThrow().version()).as("a change by others is a version").isEqualTo(3);
        catalog.describe(SALES, "Sold.", "me");
        Table third = publish(sales(4), 3);

        assertThat(third.version()).isEqualTo(4);
        assertThat(third.properties()).containsEntry("team", "x");
        assertThat(third.rows()).isEqualTo(45);
        assertThat(third.description()).isEqualTo("Sold.");
        assertThat(glue.table("tickit_curated", "sales").path("Retention").asInt()).isEqualTo(7);
        assertThat(glue.table("tickit_curated", "sales").path("Parameters").has("recordCount")).isFalse();
        assertThat(catalog.versions(SALES)).extracting(Table::version).containsExactly(4, 3, 2, 1);
    }

    @Test
    void describesATableThatOthersMadeAndChangesNothingElse() {
        glue.add("tickit_raw", "event", """
                {"Owner": "hadoop", "Retention": 3, "TableType": "EXTERNAL_TABLE", "Parameters": {"table_type": "ICEBERG", "metadata_location": "s3://x/y.json"},
                 "StorageDescriptor": {"Columns": [{"Name": "a", "Type": "int", "Parameters": {"iceberg.field.id": "1"}}], "Location": "s3://x/y", "BucketColumns": ["a"]}}""");
        JsonNode before = glue.table("tickit_raw", "event");
        TableName name = new TableName("tickit_raw", "event");
        Table table = catalog.find(name).orElseThrow();
        catalog.describe(name, "What happens.", "me");

        Table described = catalog.find(name).orElseThrow();
        assertThat(described.version()).isEqualTo(table.version());
        assertThat(described.updated()).isEqualTo(table.updated());
        assertThat(described.description()).isEqualTo("What happens.");
        assertThat(described.properties()).isEqualTo(table.properties());
        assertThat(glue.table("tickit_raw", "event").path("StorageDescriptor")).isEqualTo(before.path("StorageDescriptor"));
        assertThat(glue.table("tickit_raw", "event").path("Retention")).isEqualTo(before.path("Retention"));
        glue.change("tickit_raw", "event", one -> one.put("Retention", 4));
        assertThat(catalog.find(name).orElseThrow().version()).isEqualTo(table.version() + 1);
    }

    @Test
    void doesNotPutFilesInThePlaceOfAViewOrOfAnotherProgramsTable() {
        glue.add("tickit_curated", "sales", "{\"TableType\": \"VIRTUAL_VIEW\", \"ViewOriginalText\": \"select 1\"}");
        assertThatExceptionOfType(FailureException.class).isThrownBy(() -> publish(sales(2), 1)).withMessageContaining("View");
        glue.add("tickit_curated", "sales", "{\"Parameters\": {\"table_type\": \"ICEBERG\"}}");
        assertThatExceptionOfType(FailureException.class).isThrownBy(() -> publish(sales(2), 1)).withMessageContaining("Iceberg");
        assertThatExceptionOfType(FailureException.class).isThrownBy(() -> catalog.files(SALES, 1, Map.of())).withMessageContaining("Iceberg");
    }

    private static void addLogs(String parameters) {
        glue.add("web_raw", "logs", """
                {"PartitionKeys": [{"Name": "day", "Type": "string"}, {"Name": "hour", "Type": "int"}], "Parameters": {%s},
                 "StorageDescriptor": {"Columns": [{"Name": "line", "Type": "string"}], "Location": "s3://wonderlake-raw/web/logs"}}""".formatted(parameters));
    }

    @Test
    void findsTheFilesOfTheFoldersThatThePartitionsName() {
        addLogs("");
        TableName logs = new TableName("web_raw", "logs");
        for (String path : List.of("web/logs/day=a/hour=1/x.gz", "web/logs/day=a/hour=1/_SUCCESS", "web/logs/day=a/hour=1/.part", "web/logs/day=b/hour=2/y.gz", "odd/place/z.gz",
                "web/logs/day=c/hour=3/unlisted.gz", "web/logs/day=b/hour=2/_temporary/0/t.gz")) {
            write(file("raw/" + path, Map.of(), 4, 1));
        }
        glue.addPartition("web_raw", "logs", "s3://wonderlake-raw/web/logs/day=a/hour=1", Map.of("recordCount", "12", "objectCount", "1", "sizeKey", "99"), "a", "1");
        glue.addPartition("web_raw", "logs", "s3a://wonderlake-raw/web/logs/day=b/hour=2/", Map.of(), "b", "2");
        glue.addPartition("web_raw", "logs", "s3://wonderlake-raw/odd/place/", Map.of(), "z", "10");

        assertThat(catalog.files(logs, 1, Map.of())).extracting(file -> file.path().name() + file.partition().values())
                .containsExactly("z.gz[z, 10]", "x.gz[a, 1]", "y.gz[b, 2]");
        assertThat(catalog.files(logs, 1, Map.of("hour", "2"))).extracting(file -> file.path().name()).containsExactly("y.gz");
        assertThat(catalog.partitions(logs, 1, 0, 10)).extracting(one -> one.files() + " " + one.bytes() + " " + one.rows()).containsExactly("1 99 12", "-1 -1 -1", "-1 -1 -1");

        glue.addPartition("web_raw", "logs", "s3://another-bucket/x/", Map.of(), "y", "1");
        glue.change("web_raw", "logs", table -> table.put("Description", "x"));
        assertThatExceptionOfType(FailureException.class).isThrownBy(() -> catalog.files(logs, 2, Map.of())).withMessageContaining("s3://another-bucket/x/");
        assertThat(catalog.files(logs, 2, Map.of("day", "a"))).hasSize(1);
    }

    @Test
    void readsManyPartitionsInSegments() {
        addLogs("");
        glue.page(50);
        for (int hour = 0; hour < 400; hour++) {
            glue.addPartition("web_raw", "logs", "s3://wonderlake-raw/web/logs/day=a/hour=" + hour + "/", Map.of(), "a", Integer.toString(hour));
        }
        write(file("raw/web/logs/day=a/hour=77/x.gz", Map.of(), 4, 1));
        write(file("raw/web/logs/day=a/hour=500/stray.gz", Map.of(), 4, 1));
        TableName logs = new TableName("web_raw", "logs");

        assertThat(catalog.partitions(logs, 1, 0, 1_000)).hasSize(400).extracting(one -> Integer.parseInt(one.values().get("hour"))).isSorted();
        assertThat(aws.calls("GetPartitions").getLast().request().path("Segment").path("TotalSegments").asInt()).isEqualTo(8);
        assertThat(catalog.files(logs, 1, Map.of())).extracting(file -> file.partition().get("hour")).containsExactly("77");
    }

    @Test
    void seesThePartitionsThatTheEngineComputes() {
        addLogs("\"projection.enabled\": \"TRUE\", \"storage.location.template\": \"s3://wonderlake-raw/web/logs/${day}/at-${hour}\"");
        write(file("raw/web/logs/2026-11-20/at-7/x.gz", Map.of(), 4, 1));
        write(file("raw/web/logs/2026-11-20/at-12/x.gz", Map.of(), 4, 1));
        TableName logs = new TableName("web_raw", "logs");

        assertThat(catalog.partitions(logs, 1, 0, 10)).extracting(Partition::values).containsExactly(Map.of("day", "2026-11-20", "hour", "7"), Map.of("day", "2026-11-20", "hour", "12"));
        assertThat(catalog.files(logs, 1, Map.of("hour", "7"))).hasSize(1);
        assertThat(catalog.find(logs).orElseThrow().properties()).containsEntry("projection.enabled", "TRUE");
    }

    @Test
    void readsATableThatStandsOnOneObject() {
        write(file("raw/web/list.csv", Map.of(), 4, 1));
        glue.add("web_raw", "list", "{\"StorageDescriptor\": {\"Location\": \"s3://wonderlake-raw/web/list.csv\"}}");
        assertThat(catalog.files(new TableName("web_raw", "list"), 1, Map.of())).extracting(file -> file.path().toString()).containsExactly("raw/web/list.csv");
    }

    @Test
    void listsTablesWithHolesAndWithWhatNobodyKnowsYet() {
        glue.add("odd", "nothing", "{}");
        glue.add("odd", "nulls", "{\"Parameters\": null, \"PartitionKeys\": null, \"StorageDescriptor\": {\"Columns\": null, \"SerdeInfo\": null, \"Location\": null}}");
        glue.add("odd", "future", """
                {"TableType": "HOLOGRAM", "NewThing": {"a": [1]}, "Status": {"State": "DREAMING", "Action": "SLEEP"},
                 "ViewDefinition": {"Representations": [{"Dialect": "KLINGON", "ViewOriginalText": "select 1"}]}}""");
        glue.add("odd", "Mixed", "{}");

        assertThat(catalog.tables("odd")).extracting(table -> table.name().table()).containsExactly("future", "mixed", "nothing", "nulls");
        assertThat(catalog.find(new TableName("odd", "future")).orElseThrow().properties()).containsEntry("view", "select 1");
        assertThat(catalog.files(new TableName("odd", "nothing"), 1, Map.of())).isEmpty();
        assertThat(catalog.partitions(new TableName("odd", "nulls"), 1, 0, 10)).isEmpty();
    }
}
