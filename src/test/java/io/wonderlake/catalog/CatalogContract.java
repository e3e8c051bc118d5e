package io.wonderlake.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.wonderlake.lake.ObjectPath;
import io.wonderlake.lake.Prefix;
import io.wonderlake.lake.Tier;
import io.wonderlake.work.Failure;
import io.wonderlake.work.FailureException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

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
        catalog().publish(sales(1), 0);
        catalog().publish(sales(2), 1);
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
        Table published = catalog().publish(sales(1), 0);

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
        assertThat(catalog().files(SALES, 1, Map.of())).isEqualTo(sales(1).files());
        assertThat(catalog().databases()).containsExactly("tickit_curated");
        assertThat(catalog().tables("tickit_curated")).containsExactly(published);
    }

    @Test
    void keepsOldVersionsReadable() {
        Table first = catalog().publish(sales(1), 0);
        Table second = catalog().publish(sales(2), 1);

        assertThat(second.version()).isEqualTo(2);
        assertThat(catalog().find(SALES)).contains(second);
        assertThat(catalog().findVersion(SALES, 1)).contains(first);
        assertThat(catalog().versions(SALES)).containsExactly(second, first);
        assertThat(catalog().files(SALES, 1, Map.of())).isEqualTo(sales(1).files());
        assertThat(catalog().files(SALES, 2, Map.of())).isEqualTo(sales(2).files());
    }

    @Test
    void refusesAPublicationThatOverlooksAnother() {
        catalog().publish(sales(1), 0);
        Table second = catalog().publish(sales(2), 1);

        assertThatExceptionOfType(FailureException.class).isThrownBy(() -> catalog().publish(sales(2), 1))
                .satisfies(error -> assertThat(error.failure().kind()).isEqualTo(Failure.Kind.CONFLICT))
                .withMessageContaining("tickit_curated.sales");
        assertThat(catalog().find(SALES)).contains(second);
        assertThatExceptionOfType(FailureException.class).isThrownBy(() -> catalog().publish(sales(1), 0));
    }

    @Test
    void refusesToFollowAVersionThatNeverWas() {
        assertThatExceptionOfType(FailureException.class).isThrownBy(() -> catalog().publish(sales(4), 3));
        assertThat(catalog().find(SALES)).isEmpty();
        assertThat(catalog().databases()).isEmpty();
    }

    @Test
    void listsDatabasesAndTablesByName() {
        for (String name : List.of("tickit_curated.venue", "tickit_curated.event", "retail_raw.stores", "tickit_curated.date")) {
            catalog().publish(draft(TableName.parse(name), 1, List.of(new Column("id", "integer"))), 0);
        }

        assertThat(catalog().databases()).containsExactly("retail_raw", "tickit_curated");
        assertThat(catalog().tables("tickit_curated")).extracting(table -> table.name().table()).containsExactly("date", "event", "venue");
    }

    @Test
    void doesNotKnowTheRowsOfATableWithAnUncountedFile() {
        Table table = catalog().publish(draft(SALES, 1, List.of(new Column("id", "integer")),
                file("curated/tickit/sales/_v=1/a.parquet", Map.of(), 7, 3), file("curated/tickit/sales/_v=1/b.parquet", Map.of(), 8, -1)), 0);

        assertThat(table.rows()).isEqualTo(-1);
        assertThat(table.bytes()).isEqualTo(15);
    }

    private static TableDraft byMonth() {
        List<DataFile> files = new ArrayList<>();
        for (int month : List.of(10, 2, 1)) {
            for (int part = 0; part < 2; part++) {
                files.add(file("curated/tickit/sales/_v=1/year=2008/month=%d/part-%d.parquet".formatted(month, part),
                        partition("year", "2008", "month", Integer.toString(month)), 10, month));
            }
        }
        TableDraft plain = sales(1);
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
        Table table = catalog().publish(byMonth(), 0);

        assertThat(table.allColumns()).extracting(Column::name).containsExactly("salesid", "pricepaid", "year", "month");
        assertThat(catalog().partitions(SALES, 1, 0, 10)).containsExactly(
                new Partition(partition("year", "2008", "month", "1"), 2, 20, 2),
                new Partition(partition("year", "2008", "month", "2"), 2, 20, 4),
                new Partition(partition("year", "2008", "month", "10"), 2, 20, 20));
        assertThat(catalog().partitions(SALES, 1, 0, 10).getFirst().values().keySet()).containsExactly("year", "month");
    }

    @Test
    void givesPartitionsPageByPage() {
        catalog().publish(byMonth(), 0);

        assertThat(catalog().partitions(SALES, 1, 1, 1)).extracting(one -> one.values().get("month")).containsExactly("2");
        assertThat(catalog().partitions(SALES, 1, 2, 5)).extracting(one -> one.values().get("month")).containsExactly("10");
        assertThat(catalog().partitions(SALES, 1, 3, 5)).isEmpty();
    }

    @Test
    void leavesOutFilesOfOtherPartitions() {
        catalog().publish(byMonth(), 0);

        assertThat(catalog().files(SALES, 1, Map.of("month", "2"))).hasSize(2)
                .allSatisfy(file -> assertThat(file.partition()).containsEntry("month", "2").containsEntry("year", "2008"));
        assertThat(catalog().files(SALES, 1, Map.of("month", "2", "year", "2009"))).isEmpty();
        assertThat(catalog().files(SALES, 1, Map.of("pricepaid", "2"))).hasSize(6);
        assertThat(catalog().files(SALES, 1, Map.of())).extracting(file -> file.path().key()).isSorted().hasSize(6);
    }

    @Test
    void forgetsAnOldVersionButNeverTheCurrentOne() {
        catalog().publish(sales(1), 0);
        Table second = catalog().publish(sales(2), 1);
        Table third = catalog().publish(sales(3), 2);
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
        assertThat(catalog().publish(sales(4), 3).version()).isEqualTo(4);
    }

    @Test
    void keepsWhatPeopleWroteOverLaterPublications() {
        catalog().publish(sales(1), 0);
        catalog().describe(SALES, "What was sold, by listing.", "sales-data@madhatter.example");
        catalog().publish(sales(2), 1);

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
        catalog().publish(byMonth(), 0);
        catalog().drop(SALES);
        catalog().drop(SALES);

        assertThat(catalog().find(SALES)).isEmpty();
        assertThat(catalog().versions(SALES)).isEmpty();
        assertThat(catalog().files(SALES, 1, Map.of())).isEmpty();
        assertThat(catalog().databases()).isEmpty();
        assertThat(catalog().search("sales", 10)).isEmpty();
        assertThat(catalog().publish(sales(1), 0).version()).isEqualTo(1);
    }

    @Test
    void countsEachChange() {
        List<Long> seen = new ArrayList<>(List.of(catalog().revision()));
        catalog().publish(sales(1), 0);
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
        catalog().publish(draft(TableName.parse("retail_curated.discounts"), 1,
                List.of(new Column("id", new ColumnType("integer"), "price before the sale"), new Column("full_price", "decimal(8,2)"))), 0);
        catalog().publish(draft(TableName.parse("retail_curated.price_list"), 1, List.of(new Column("price", "decimal(8,2)"))), 0);

        List<CatalogHit> hits = catalog().search("PRICE", 10);

        assertThat(hits).extracting(hit -> hit.table().name().table() + "/" + hit.column().map(Column::name).orElse(""))
                .containsExactly("price_list/price", "price_list/", "discounts/full_price", "discounts/id");
        assertThat(catalog().search("price", 2)).isEqualTo(hits.subList(0, 2));
    }

    @Test
    void wantsEveryWord() {
        catalog().publish(sales(1), 0);

        assertThat(catalog().search("number sal", 10)).extracting(CatalogHit::column)
                .containsExactly(Optional.of(sales(1).columns().getFirst()));
        assertThat(catalog().search("sales paid", 10)).extracting(hit -> hit.column().map(Column::name)).containsExactly(Optional.of("pricepaid"));
        assertThat(catalog().search("number nowhere", 10)).isEmpty();
        assertThat(catalog().search("   ", 10)).isEmpty();
    }

    @Test
    void takesSearchWordsLiterally() {
        catalog().publish(sales(1), 0);

        for (String words : List.of("%", "_v", "'", "\"", "*", "sales%", "(", "a' or '1'='1")) {
            assertThat(catalog().search(words, 10)).as(words).isEmpty();
        }
    }
}
