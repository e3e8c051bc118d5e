package io.wonderlake.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.wonderlake.lake.ObjectPath;
import io.wonderlake.lake.Prefix;
import io.wonderlake.lake.Tier;
import io.wonderlake.work.Failure;
import io.wonderlake.work.FailureException;
import io.wonderlake.work.Job;
import io.wonderlake.work.Jobs;
import io.wonderlake.work.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What every catalog does.
public abstract class CatalogContract {
    protected static final TableName SALES = new TableName("tickit_curated", "sales");

    /// The same catalog for the whole of a test.
    protected abstract Catalog catalog();

    protected static DataFile file(String path, Map<String, String> partition, long size, long rows) {
        return new DataFile(ObjectPath.parse(path), partition, size, rows);
    }

    protected static TableDraft draft(TableName name, int version, List<Column> columns, DataFile... files) {
        String domain = name.database().replace("_curated", "");
        return new TableDraft(name, Tier.CURATED, columns, List.of(), new StorageFormat.Parquet(),
                new Prefix(Tier.CURATED, "%s/%s/_v=%d/".formatted(domain, name.table(), version)), "All sales.", "tickets@madhatter.example",
                List.of(files), Map.of("contract", "tickit.sales"));
    }

    protected static TableDraft sales(int version) {
        return draft(SALES, version, List.of(new Column("salesid", new ColumnType("integer"), "number of the sale"), new Column("pricepaid", "decimal(8,2)")),
                file("curated/tickit/sales/_v=%d/part-0.parquet".formatted(version), Map.of(), 100, 10 * version),
                file("curated/tickit/sales/_v=%d/part-1.parquet".formatted(version), Map.of(), 50, 5));
    }

    /// Puts a file where a draft says that one stands, for catalogs that look.
    protected void write(DataFile file) {
    }

    /// Whether the rows of each file are known, and not only those of tables and partitions.
    protected boolean countsRowsOfFiles() {
        return true;
    }

    /// Skips the calling test where the system behind the catalog takes changes without a lock.
    protected void assumeLock() {
    }

    protected Table publish(TableDraft draft, int expected) {
        draft.files().forEach(this::write);
        return catalog().publish(draft, expected);
    }

    private List<DataFile> files(TableDraft draft) {
        return countsRowsOfFiles() ? draft.files() : draft.files().stream().map(file -> new DataFile(file.path(), file.partition(), file.size(), -1)).toList();
    }

    @Test
    void isEmptyAtFirst() {
        assertThat(catalog().databases()).isEmpty();
        assertThat(catalog().tables("tickit_curated")).isEmpty();
        assertThat(catalog().find(SALES)).isEmpty();
        assertThat(catalog().findVersion(SALES, 1)).isEmpty();
        assertThat(catalog().versions(SALES)).isEmpty();
        assertThat(catalog().files(SALES, 1, Map.of())).isEmpty();
        assertThat(catalog().partitions(SALES, 1, 0, 10)).isEmpty();
        assertThat(catalog().search("sales", 10)).isEmpty();
    }

    @Test
    void forgetsOldVersionsAndNeverTheCurrentOne() {
        publish(sales(1), 0);
        publish(sales(2), 1);
        catalog().forget(SALES, 1);
        catalog().forget(SALES, 2);
        catalog().forget(SALES, 9);

        assertThat(catalog().versions(SALES)).extracting(Table::version).containsExactly(2);
        assertThat(catalog().findVersion(SALES, 1)).isEmpty();
        assertThat(catalog().files(SALES, 1, Map.of())).isEmpty();
        assertThat(catalog().find(SALES)).isPresent();
    }

    @Test
    void answersWhatWasPublished() {
        Table published = publish(sales(1), 0);

        assertThat(catalog().find(SALES)).contains(published);
        assertThat(published.version()).isEqualTo(1);
        assertThat(published.columns()).isEqualTo(sales(1).columns());
        assertThat(published.format()).isEqualTo(new StorageFormat.Parquet());
        assertThat(published.location()).contains(sales(1).location());
        assertThat(published.rows()).isEqualTo(15);
        assertThat(published.bytes()).isEqualTo(150);
        assertThat(published.files()).isEqualTo(2);
        assertThat(published.description()).isEqualTo("All sales.");
        assertThat(published.owner()).isEqualTo("tickets@madhatter.example");
        assertThat(published.properties()).isEqualTo(Map.of("contract", "tickit.sales"));
        assertThat(catalog().files(SALES, 1, Map.of())).isEqualTo(files(sales(1)));
        assertThat(catalog().databases()).containsExactly("tickit_curated");
        assertThat(catalog().tables("tickit_curated")).containsExactly(published);
    }

    @Test
    void keepsOldVersionsReadable() {
        Table first = publish(sales(1), 0);
        Table second = publish(sales(2), 1);

        assertThat(second.version()).isEqualTo(2);
        assertThat(catalog().find(SALES)).contains(second);
        assertThat(catalog().findVersion(SALES, 1)).contains(first);
        assertThat(catalog().versions(SALES)).containsExactly(second, first);
        assertThat(catalog().files(SALES, 1, Map.of())).isEqualTo(files(sales(1)));
        assertThat(catalog().files(SALES, 2, Map.of())).isEqualTo(files(sales(2)));
    }

    @Test
    void refusesAPublicationThatOverlooksAnother() {
        publish(sales(1), 0);
        Table second = publish(sales(2), 1);

        assertThatExceptionOfType(FailureException.class).isThrownBy(() -> publish(sales(2), 1))
                .satisfies(error -> assertThat(error.failure().kind()).isEqualTo(Failure.Kind.CONFLICT))
                .withMessageContaining("tickit_curated.sales");
        assertThat(catalog().find(SALES)).contains(second);
        assertThatExceptionOfType(FailureException.class).isThrownBy(() -> publish(sales(1), 0));
    }

    @Test
    void refusesToFollowAVersionThatNeverWas() {
        assertThatExceptionOfType(FailureException.class).isThrownBy(() -> publish(sales(4), 3));
        assertThat(catalog().find(SALES)).isEmpty();
        assertThat(catalog().databases()).isEmpty();
    }

    @Test
    void listsDatabasesAndTablesByName() {
        for (String name : List.of("tickit_curated.venue", "tickit_curated.event", "retail_raw.stores", "tickit_curated.date")) {
            publish(draft(TableName.parse(name), 1, List.of(new Column("id", "integer"))), 0);
        }

        assertThat(catalog().databases()).containsExactly("retail_raw", "tickit_curated");
        assertThat(catalog().tables("tickit_curated")).extracting(table -> table.name().table()).containsExactly("date", "event", "venue");
    }

    @Test
    void doesNotKnowTheRowsOfATableWithAnUncountedFile() {
        Table table = publish(draft(SALES, 1, List.of(new Column("id", "integer")),
                file("curated/tickit/sales/_v=1/a.parquet", Map.of(), 7, 3), file("curated/tickit/sales/_v=1/b.parquet", Map.of(), 8, -1)), 0);

        assertThat(table.rows()).isEqualTo(-1);
        assertThat(table.bytes()).isEqualTo(15);
    }

    private static TableDraft byMonth() {
        return byMonth(1);
    }

    protected static TableDraft byMonth(int version) {
        List<DataFile> files = new ArrayList<>();
        for (int month : List.of(10, 2, 1)) {
            for (int part = 0; part < 2; part++) {
                files.add(file("curated/tickit/sales/_v=%d/year=2008/month=%d/part-%d.parquet".formatted(version, month, part),
                        partition("year", "2008", "month", Integer.toString(month)), 10, month));
            }
        }
        TableDraft plain = sales(version);
        return new TableDraft(plain.name(), plain.tier(), plain.columns(), List.of(new Column("year", "integer"), new Column("month", "integer")),
                plain.format(), plain.location(), plain.description(), plain.owner(), files, plain.properties());
    }

    private static Map<String, String> partition(String key, String value, String innerKey, String innerValue) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put(key, value);
        values.put(innerKey, innerValue);
        return values;
    }

    @Test
    void sumsPartitionsInTheOrderOfTheirValues() {
        Table table = publish(byMonth(), 0);

        assertThat(table.allColumns()).extracting(Column::name).containsExactly("salesid", "pricepaid", "year", "month");
        assertThat(catalog().partitions(SALES, 1, 0, 10)).containsExactly(
                new Partition(partition("year", "2008", "month", "1"), 2, 20, 2),
                new Partition(partition("year", "2008", "month", "2"), 2, 20, 4),
                new Partition(partition("year", "2008", "month", "10"), 2, 20, 20));
        assertThat(catalog().partitions(SALES, 1, 0, 10).getFirst().values().keySet()).containsExactly("year", "month");
    }

    @Test
    void givesPartitionsPageByPage() {
        publish(byMonth(), 0);

        assertThat(catalog().partitions(SALES, 1, 1, 1)).extracting(one -> one.values().get("month")).containsExactly("2");
        assertThat(catalog().partitions(SALES, 1, 2, 5)).extracting(one -> one.values().get("month")).containsExactly("10");
        assertThat(catalog().partitions(SALES, 1, 3, 5)).isEmpty();
    }

    @Test
    void leavesOutFilesOfOtherPartitions() {
        publish(byMonth(), 0);

        assertThat(catalog().files(SALES, 1, Map.of("month", "2"))).hasSize(2)
                .allSatisfy(file -> assertThat(file.partition()).containsEntry("month", "2").containsEntry("year", "2008"));
        assertThat(catalog().files(SALES, 1, Map.of("month", "2", "year", "2009"))).isEmpty();
        assertThat(catalog().files(SALES, 1, Map.of("pricepaid", "2"))).hasSize(6);
        assertThat(catalog().files(SALES, 1, Map.of())).extracting(file -> file.path().key()).isSorted().hasSize(6);
    }

    @Test
    void forgetsAnOldVersionButNeverTheCurrentOne() {
        publish(sales(1), 0);
        Table second = publish(sales(2), 1);
        Table third = publish(sales(3), 2);
        long revision = catalog().revision();

        catalog().forget(SALES, 1);
        assertThat(catalog().revision()).isGreaterThan(revision);
        catalog().forget(SALES, 1);
        catalog().forget(SALES, 3);
        catalog().forget(SALES, 99);
        catalog().forget(new TableName("tickit_curated", "none"), 1);

        assertThat(catalog().versions(SALES)).containsExactly(third, second);
        assertThat(catalog().findVersion(SALES, 1)).isEmpty();
        assertThat(catalog().files(SALES, 1, Map.of())).isEmpty();
        assertThat(publish(sales(4), 3).version()).isEqualTo(4);
    }

    @Test
    void keepsWhatPeopleWroteOverLaterPublications() {
        publish(sales(1), 0);
        catalog().describe(SALES, "What was sold, by listing.", "sales-data@madhatter.example");
        publish(sales(2), 1);

        assertThat(catalog().find(SALES)).hasValueSatisfying(table -> {
            assertThat(table.version()).isEqualTo(2);
            assertThat(table.description()).isEqualTo("What was sold, by listing.");
            assertThat(table.owner()).isEqualTo("sales-data@madhatter.example");
        });
        assertThat(catalog().search("by listing", 10)).extracting(hit -> hit.table().name()).contains(SALES);
    }

    @Test
    void cannotDescribeATableThatIsNotThere() {
        assertThatExceptionOfType(FailureException.class).isThrownBy(() -> catalog().describe(SALES, "x", "y"))
                .satisfies(error -> assertThat(error.failure().kind()).isEqualTo(Failure.Kind.NOT_FOUND));
        assertThat(catalog().databases()).isEmpty();
    }

    @Test
    void forgetsADroppedTableWhole() {
        publish(byMonth(), 0);
        catalog().drop(SALES);
        catalog().drop(SALES);

        assertThat(catalog().find(SALES)).isEmpty();
        assertThat(catalog().versions(SALES)).isEmpty();
        assertThat(catalog().files(SALES, 1, Map.of())).isEmpty();
        assertThat(catalog().databases()).isEmpty();
        assertThat(catalog().search("sales", 10)).isEmpty();
        assertThat(publish(sales(1), 0).version()).isEqualTo(1);
    }

    @Test
    void countsEachChange() {
        List<Long> seen = new ArrayList<>(List.of(catalog().revision()));
        publish(sales(1), 0);
        seen.add(catalog().revision());
        catalog().describe(SALES, "x", "y");
        seen.add(catalog().revision());
        catalog().drop(SALES);
        seen.add(catalog().revision());

        assertThat(seen).isSorted().doesNotHaveDuplicates();
        assertThat(catalog().revision()).isEqualTo(seen.getLast());
    }

    @Test
    void findsTheBestFirst() {
        publish(draft(TableName.parse("retail_curated.discounts"), 1,
                List.of(new Column("id", new ColumnType("integer"), "price before the sale"), new Column("full_price", "decimal(8,2)"))), 0);
        publish(draft(TableName.parse("retail_curated.price_list"), 1, List.of(new Column("price", "decimal(8,2)"))), 0);

        List<CatalogHit> hits = catalog().search("PRICE", 10);

        assertThat(hits).extracting(hit -> hit.table().name().table() + "/" + hit.column().map(Column::name).orElse(""))
                .containsExactly("price_list/price", "price_list/", "discounts/full_price", "discounts/id");
        assertThat(catalog().search("price", 2)).isEqualTo(hits.subList(0, 2));
    }

    @Test
    void wantsEveryWord() {
        publish(sales(1), 0);

        assertThat(catalog().search("number sal", 10)).extracting(CatalogHit::column)
                .containsExactly(Optional.of(sales(1).columns().getFirst()));
        assertThat(catalog().search("sales paid", 10)).extracting(hit -> hit.column().map(Column::name)).containsExactly(Optional.of("pricepaid"));
        assertThat(catalog().search("number nowhere", 10)).isEmpty();
        assertThat(catalog().search("   ", 10)).isEmpty();
    }

    @Test
    void takesSearchWordsLiterally() {
        publish(sales(1), 0);

        for (String words : List.of("%", "_v", "'", "\"", "*", "sales%", "(", "a' or '1'='1")) {
            assertThat(catalog().search(words, 10)).as(words).isEmpty();
        }
    }

    static Stream<StorageFormat> formats() {
        return Stream.of(new StorageFormat.Text("|", "", false, 0, "utf-8"), new StorageFormat.Text("\t", "", true, 0, "utf-8"), new StorageFormat.Text(",", "\"", true, 2, "utf-8"),
                new StorageFormat.Text(";", "'", false, 1, "windows-1252"), new StorageFormat.JsonLines("utf-8"), new StorageFormat.JsonLines("utf-16le"), new StorageFormat.Json(),
                new StorageFormat.Parquet(), new StorageFormat.Avro(), new StorageFormat.Xlsx("Sheet 1", 3), new StorageFormat.Other("ORC"));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void keepsEachFormatExactly(StorageFormat format) {
        TableDraft plain = sales(1);
        Table published = publish(new TableDraft(plain.name(), plain.tier(), plain.columns(), List.of(), format, plain.location(), "", "", List.of(), Map.of()), 0);

        assertThat(published.format()).isEqualTo(format);
        assertThat(catalog().find(SALES)).contains(published);
        assertThat(published.description()).isEmpty();
        assertThat(published.owner()).isEmpty();
    }

    @Test
    void keepsEachTypeAndCommentExactly() {
        List<Column> columns = new ArrayList<>();
        for (String type : List.of("integer", "tinyint", "hugeint", "ubigint", "varchar", "varchar(20)", "char(3)", "decimal(38,9)", "double", "float", "boolean", "date", "time",
                "timestamp", "timestamp with time zone", "blob", "json", "uuid", "varchar[]", "map(varchar, integer)", "struct(a integer, \"b c\" struct(d decimal(4,1)[]))[]", "geometry")) {
            columns.add(new Column("c" + columns.size(), new ColumnType(type), "Ein Wert – je Zeile. ".repeat(columns.size())));
        }

        assertThat(publish(draft(SALES, 1, columns), 0).columns()).isEqualTo(columns);
        assertThat(catalog().find(SALES).orElseThrow().columns()).isEqualTo(columns);
    }

    @Test
    void makesNoVersionOfADescription() {
        Table first = publish(sales(1), 0);
        catalog().describe(SALES, "What was sold.", "x@madhatter.example");
        catalog().describe(SALES, "What was sold, by listing.", "");

        assertThat(catalog().versions(SALES)).singleElement().satisfies(table -> {
            assertThat(table.version()).isEqualTo(1);
            assertThat(table.updated()).isEqualTo(first.updated());
            assertThat(table.description()).isEqualTo("What was sold, by listing.");
            assertThat(table.owner()).isEmpty();
            assertThat(table.properties()).isEqualTo(first.properties());
        });
        assertThat(publish(sales(2), 1).version()).isEqualTo(2);
    }

    @Test
    void changesThePartitionColumnsFromVersionToVersion() {
        publish(sales(1), 0);
        TableDraft months = byMonth(2);
        Table second = publish(months, 1);
        Table third = publish(sales(3), 2);

        assertThat(second.partitionColumns()).hasSize(2);
        assertThat(third.partitionColumns()).isEmpty();
        assertThat(catalog().partitions(SALES, 3, 0, 10)).isEmpty();
        assertThat(catalog().files(SALES, 3, Map.of())).isEqualTo(files(sales(3)));
        assertThat(catalog().files(SALES, 2, Map.of("month", "2"))).hasSize(2);
        assertThat(catalog().partitions(SALES, 2, 0, 10)).extracting(one -> one.values().get("month")).containsExactly("1", "2", "10");
        assertThat(catalog().versions(SALES)).containsExactly(third, second, catalog().findVersion(SALES, 1).orElseThrow());
    }

    @Test
    void replacesThePartitionsOfTheVersionBefore() {
        publish(byMonth(1), 0);
        TableDraft second = byMonth(2);
        List<DataFile> february = second.files().stream().filter(file -> file.partition().get("month").equals("2")).toList();
        publish(new TableDraft(second.name(), second.tier(), second.columns(), second.partitionColumns(), second.format(), second.location(), "", "", february, Map.of()), 1);

        assertThat(catalog().partitions(SALES, 2, 0, 10)).containsExactly(new Partition(partition("year", "2008", "month", "2"), 2, 20, 4));
        assertThat(catalog().files(SALES, 1, Map.of())).hasSize(6);
    }

    @Test
    void keepsOddPartitionValues() {
        List<DataFile> files = new ArrayList<>();
        Map<String, String> folders = Map.of(HiveValues.NULL, HiveValues.NULL, "a b", "a b", "50%", "50%25", "x=y", "x%3Dy", "007", "007");
        folders.forEach((value, folder) -> files.add(file("curated/tickit/sales/_v=1/region=" + folder + "/part-0.parquet", Map.of("region", value), 10, 1)));
        TableDraft plain = sales(1);
        publish(new TableDraft(SALES, Tier.CURATED, plain.columns(), List.of(new Column("region", "varchar")), plain.format(), plain.location(), "", "", files, Map.of()), 0);

        assertThat(catalog().partitions(SALES, 1, 0, 10)).extracting(one -> one.values().get("region")).containsExactlyInAnyOrderElementsOf(folders.keySet());
        folders.keySet().forEach(value -> assertThat(catalog().files(SALES, 1, Map.of("region", value))).hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void letsOneOfManyPublishersWin(int current) throws Exception {
        assumeLock();
        if (current > 0) {
            publish(sales(current), 0);
        }
        TableDraft next = sales(current + 1);
        next.files().forEach(this::write);
        AtomicInteger won = new AtomicInteger();
        List<Thread> publishers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            publishers.add(Thread.ofPlatform().start(() -> {
                switch (Jobs.attempt(new Job("publish"), () -> catalog().publish(next, current))) {
                    case Outcome.Done<Table> done when done.value().version() == current + 1 -> won.incrementAndGet();
                    case Outcome.Failed<Table> failed when failed.failure().kind() == Failure.Kind.CONFLICT -> { }
                    case Outcome<Table> _ -> won.addAndGet(100);
                }
            }));
        }
        for (Thread publisher : publishers) {
            publisher.join();
        }

        assertThat(won).hasValue(1);
        assertThat(catalog().find(SALES).orElseThrow().version()).isEqualTo(current + 1);
    }

    @Test
    void isTheSameAfterARefresh() {
        Table sold = publish(sales(1), 0);
        catalog().databases();
        long revision = catalog().revision();
        catalog().refresh(new Job("refresh"));

        assertThat(catalog().tables("tickit_curated")).containsExactly(sold);
        assertThat(catalog().revision()).isEqualTo(revision);
        assertThat(catalog().search("pricepaid", 10)).hasSize(1);
    }
}
