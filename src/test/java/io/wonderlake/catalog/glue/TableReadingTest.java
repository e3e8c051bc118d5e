package io.wonderlake.catalog.glue;

import static org.assertj.core.api.Assertions.assertThat;

import io.wonderlake.catalog.Column;
import io.wonderlake.catalog.ColumnType;
import io.wonderlake.catalog.StorageFormat;
import io.wonderlake.catalog.Table;
import io.wonderlake.catalog.TableName;
import io.wonderlake.lake.LakeProfile;
import io.wonderlake.lake.Prefix;
import io.wonderlake.lake.S3Place;
import io.wonderlake.lake.Tier;
import io.wonderlake.lake.aws.FakeAws;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Tables as crawlers, Spark, Athena and others leave them.
class TableReadingTest {
    private static final Map<Tier, S3Place> TIERS = Map.of(Tier.RAW, S3Place.parse("s3://acme-lake/landing"), Tier.CURATED, S3Place.parse("s3://acme-lake"),
            Tier.ANALYTICS, S3Place.parse("s3://acme-analytics"));

    private static Table read(String database, Consumer<software.amazon.awssdk.services.glue.model.Table.Builder> table) {
        LakeProfile.Aws profile = FakeAws.profile(URI.create("http://127.0.0.1:1"));
        LakeProfile.Aws own = new LakeProfile.Aws("test", Optional.empty(), "eu-west-1", Optional.empty(), TIERS, Map.of(), List.of(), List.of(), profile.athena(), Optional.empty(), "", false);
        software.amazon.awssdk.services.glue.model.Table.Builder builder = software.amazon.awssdk.services.glue.model.Table.builder().name("event");
        table.accept(builder);
        return new TableReading(new S3Locations(own)).read(database, builder.build(), "4");
    }

    private static software.amazon.awssdk.services.glue.model.Column column(String name, String type, String comment) {
        return software.amazon.awssdk.services.glue.model.Column.builder().name(name).type(type).comment(comment).build();
    }

    @Test
    void readsATableOfACrawler() {
        Table table = read("tickit_raw", t -> t.owner("owner").tableType("EXTERNAL_TABLE").createTime(Instant.parse("2026-01-01T00:00:00Z")).updateTime(Instant.parse("2026-02-01T00:00:00Z"))
                .parameters(Map.of("classification", "csv", "skip.header.line.count", "1", "recordCount", "120", "sizeKey", "4096", "objectCount", "2", "UPDATED_BY_CRAWLER", "nightly"))
                .storageDescriptor(s -> s.location("s3://acme-lake/landing/tickit/event/").columns(column("eventid", "bigint", "its number"))
                        .serdeInfo(i -> i.serializationLibrary(SerDes.LAZY).parameters(Map.of("field.delim", "|"))))
                .partitionKeys(column("year", "string", null)));

        assertThat(table.name()).isEqualTo(new TableName("tickit_raw", "event"));
        assertThat(table.tier()).isEqualTo(Tier.RAW);
        assertThat(table.location()).contains(Prefix.parse("raw/tickit/event"));
        assertThat(table.format()).isEqualTo(new StorageFormat.Text("|", "", true, 0, "utf-8"));
        assertThat(table.columns()).containsExactly(new Column("eventid", new ColumnType("bigint"), "its number"));
        assertThat(table.partitionColumns()).containsExactly(new Column("year", "varchar"));
        assertThat(table.version()).isEqualTo(5);
        assertThat(table.owner()).isEmpty();
        assertThat(List.of(table.rows(), table.bytes(), (long) table.files())).containsExactly(120L, 4096L, 2L);
        assertThat(table.updated()).isEqualTo("2026-02-01T00:00:00Z");
        assertThat(table.properties()).containsExactly(Map.entry("UPDATED_BY_CRAWLER", "nightly"));
    }

    @Test
    void readsATableThatSaysNothing() {
        Table table = read("stuff", _ -> { });

        assertThat(table.columns()).isEmpty();
        assertThat(table.partitionColumns()).isEmpty();
        assertThat(table.location()).isEmpty();
        assertThat(table.place()).isEmpty();
        assertThat(List.of(table.rows(), table.bytes(), (long) table.files())).containsExactly(-1L, -1L, -1L);
        assertThat(table.updated()).isEqualTo(Instant.EPOCH);
        assertThat(table.format().label()).isEqualTo("?");
    }

    @Test
    void readsATableWithHoles() {
        Map<String, String> parameters = new HashMap<>();
        parameters.put("a", null);
        parameters.put("recordCount", "many");
        Table table = read("stuff", t -> t.parameters(parameters).storageDescriptor(s -> s.columns(Arrays.asList(null, column(null, null, null), column("b", null, null)))));

        assertThat(table.columns()).extracting(Column::name).containsExactly("b");
        assertThat(table.rows()).isEqualTo(-1);
        assertThat(table.properties()).containsEntry("a", "");
    }

    @ParameterizedTest
    @CsvSource({
        "s3://acme-lake/landing/x, raw/x/", "s3://acme-lake/x/y/, curated/x/y/", "s3a://acme-analytics/x, analytics/x/", "s3n://acme-analytics/x/, analytics/x/", "s3://acme-analytics, analytics/",
        "s3://acme-lake/landing, raw/", "s3://acme-lake/landings/x, curated/landings/x/"})
    void knowsTheTierOfALocation(String uri, String place) {
        Table table = read("x", t -> t.storageDescriptor(s -> s.location(uri)));
        assertThat(table.place()).isEqualTo(place);
        assertThat(table.tier()).isEqualTo(Prefix.parse(place).tier());
        assertThat(table.properties()).doesNotContainKey("location");
    }

    @ParameterizedTest
    @CsvSource({"s3://elsewhere/x/", "hdfs://host/x", "s3://acme-lake/a//b/", "s3://acme-lake/a/../b", "my-stream", "file:/tmp/x"})
    void showsATableThatStandsOutsideTheLake(String uri) {
        Table table = read("x", t -> t.storageDescriptor(s -> s.location(uri)));
        assertThat(table.location()).isEmpty();
        assertThat(table.place()).isEqualTo(uri);
        assertThat(table.properties()).containsEntry("location", uri);
    }

    @ParameterizedTest
    @CsvSource({"tickit_analytics, parquet, ANALYTICS", "archive, json, ARCHIVE", "web, json, RAW", "web, csv, RAW", "web, parquet, CURATED", "web, orc, CURATED"})
    void givesATableOutsideTheLakeATier(String database, String classification, Tier tier) {
        assertThat(read(database, t -> t.parameters(Map.of("classification", classification)).storageDescriptor(s -> s.location("s3://elsewhere/x"))).tier()).isEqualTo(tier);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "org.apache.hadoop.hive.ql.io.orc.OrcSerde | ORC", "com.amazonaws.glue.serde.GrokSerDe | Grok", "org.apache.hadoop.hive.serde2.RegexSerDe | Regex",
        "com.amazon.emr.hive.serde.CloudTrailSerde | CloudTrail", "org.openx.data.jsonserde.JsonSerDe | JSON lines", "org.apache.hive.hcatalog.data.JsonSerDe | JSON lines",
        "org.apache.hadoop.hive.serde2.avro.AvroSerDe | Avro", "org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe | Parquet",
        "org.apache.hadoop.hive.serde2.OpenCSVSerde | CSV", "com.example.Serde | Serde", "org.apache.hadoop.hive.contrib.serde2.MultiDelimitSerDe | MultiDelimit"})
    void namesTheFormat(String library, String label) {
        assertThat(read("x", t -> t.storageDescriptor(s -> s.serdeInfo(i -> i.serializationLibrary(library)))).format().label()).isEqualTo(label);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"`\\t` | 9", "`\\u0001` | 1", "`\\001` | 1", "1 | 1", "; | 59", "9 | 9"})
    void understandsEachSpellingOfADelimiter(String spelled, int character) {
        Table table = read("x", t -> t.storageDescriptor(s -> s.serdeInfo(i -> i.serializationLibrary(SerDes.LAZY).parameters(Map.of("field.delim", spelled)))));
        assertThat(((StorageFormat.Text) table.format()).delimiter()).isEqualTo(Character.toString(character));
    }

    @Test
    void readsTextAsItsClassWould() {
        Table plain = read("x", t -> t.storageDescriptor(s -> s.serdeInfo(i -> i.serializationLibrary(SerDes.LAZY))));
        Table quoted = read("x", t -> t.storageDescriptor(s -> s.serdeInfo(i -> i.serializationLibrary(SerDes.CSV).parameters(
                Map.of("separatorChar", ";", "quoteChar", "'", "skip.header.line.count", "3", "serialization.encoding", "ISO-8859-1")))));
        assertThat(plain.format()).isEqualTo(new StorageFormat.Text("\u0001", "", false, 0, "utf-8"));
        assertThat(quoted.format()).isEqualTo(new StorageFormat.Text(";", "'", true, 2, "iso-8859-1"));
    }

    @ParameterizedTest
    @CsvSource({"table_type, ICEBERG, Iceberg", "spark.sql.sources.provider, delta, Delta", "table_type, DELTA, Delta", "spark.sql.sources.provider, hudi, Hudi"})
    void knowsTablesWhoseMetadataStandsElsewhere(String key, String value, String label) {
        assertThat(read("x", t -> t.parameters(Map.of(key, value)).storageDescriptor(s -> s.location("s3://acme-lake/x").serdeInfo(i -> i.serializationLibrary(SerDes.PARQUET))))
                .format()).isEqualTo(new StorageFormat.Other(label));
    }

    @Test
    void unpacksTheSqlOfAView() {
        String packed = Base64.getEncoder().encodeToString("{\"originalSql\": \"select 1\", \"catalog\": \"awsdatacatalog\"}".getBytes(StandardCharsets.UTF_8));
        Table view = read("reports", t -> t.tableType("VIRTUAL_VIEW").viewOriginalText("/* Presto View: " + packed + " */").parameters(Map.of("presto_view", "true", "comment", "For the board.")));
        assertThat(view.format().label()).isEqualTo("View");
        assertThat(view.tier()).isEqualTo(Tier.ANALYTICS);
        assertThat(view.properties()).containsExactly(Map.entry("view", "select 1"));
        assertThat(view.description()).isEqualTo("For the board.");
        for (String damaged : List.of("/* Presto View: %%% */", "/* Presto View: e30= */", "/* Presto View: W10= */", "select 2")) {
            assertThat(read("reports", t -> t.tableType("VIRTUAL_VIEW").viewOriginalText(damaged)).properties()).containsEntry("view", damaged);
        }
    }

    @Test
    void showsWhereALinkLeads() {
        Table link = read("shared", t -> t.targetTable(i -> i.catalogId("123456789012").databaseName("sales").name("orders")));
        assertThat(link.format().label()).isEqualTo("Link");
        assertThat(link.properties()).containsEntry("target", "sales.orders");
    }

    @Test
    void writesNamesInLowerCase() {
        assertThat(read("Sales", t -> t.name("OrderLines")).name()).isEqualTo(new TableName("sales", "orderlines"));
    }

    @Test
    void doesNotTrustTheMarksOfACopiedTable() {
        Table copied = read("x", t -> t.parameters(Map.of(Marks.VERSION, "40", Marks.BASE, "63", Marks.PUBLICATION, "p")));
        assertThat(copied.version()).isEqualTo(5);
    }

    @Test
    void survivesADamagedFormatMark() {
        Table table = read("x", t -> t.parameters(Map.of(Marks.VERSION, "2", Marks.BASE, "4", Marks.FORMAT, "{\"format\": \"from-the-future\"}", "classification", "parquet")));
        assertThat(table.version()).isEqualTo(2);
        assertThat(table.format()).isEqualTo(new StorageFormat.Parquet());
    }
}
