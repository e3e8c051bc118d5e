package io.wonderlake.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.wonderlake.catalog.Column;
import io.wonderlake.catalog.StorageFormat;
import io.wonderlake.contract.Contract;
import io.wonderlake.lake.ObjectPath;
import io.wonderlake.lake.Prefix;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DatasetShapeTest {

    private static final Prefix FOLDER = Prefix.parse("raw/d/s");
    private static final StorageFormat CSV = new StorageFormat.Text(",", "\"", true, 0, "utf-8");
    private static final StorageFormat BARE = new StorageFormat.Text("|", "", false, 0, "utf-8");

    @Test
    void unitesTheColumnsOfAllFilesAndNamesTheDrift() {
        RawFile later = file("b.csv", CSV, new Column("ID", "integer"), new Column("note", "varchar"));
        DatasetShape shape = shape(List.of(), file("a.csv", CSV, new Column("id", "integer"), new Column("old", "integer")), later);
        assertThat(shape.columns()).containsExactly(new Column("id", "integer"), new Column("old", "integer"), new Column("note", "varchar"));
        assertThat(shape.drift()).isEqualTo(Map.of("note", List.of(later)));
    }

    @Test
    void knowsTheColumnsOfTheVersionBefore() {
        RawFile file = file("a.csv", CSV, new Column("a", "integer"), new Column("b", "integer"));
        assertThat(shape(List.of(new Column("b", "integer"), new Column("a", "integer")), file).columns()).extracting(Column::name).containsExactly("b", "a");
        assertThat(shape(List.of(new Column("b", "integer"), new Column("a", "integer")), file).drift()).isEmpty();
        assertThat(shape(List.of(new Column("a", "integer")), file).drift()).containsOnlyKeys("b");
        assertThat(shape(List.of(new Column("gone", "integer")), file).columns()).extracting(Column::name).containsExactly("a", "b");
    }

    @Test
    void takesATypeThatHoldsTheValuesOfAllFiles() {
        assertThat(shape(List.of(), file("a.csv", CSV, new Column("x", "integer"), new Column("y", "integer"), new Column("z", "date")),
                file("b.csv", CSV, new Column("x", "bigint"), new Column("y", "double"), new Column("z", "integer"))).columns())
                .containsExactly(new Column("x", "bigint"), new Column("y", "double"), new Column("z", "varchar"));
    }

    @Test
    void keepsNumbersExactAcrossFilesAndWidensDatesToTimes() {
        assertThat(shape(List.of(), file("a.csv", CSV, new Column("x", "integer"), new Column("y", "decimal(7,2)"), new Column("z", "date")),
                file("b.csv", CSV, new Column("x", "decimal(4,3)"), new Column("y", "decimal(5,4)"), new Column("z", "timestamp"))).columns())
                .containsExactly(new Column("x", "decimal(13,3)"), new Column("y", "decimal(9,4)"), new Column("z", "timestamp"));
    }

    @Test
    void leavesFilesOfAnotherFormatOut() {
        RawFile odd = file("c.xlsx", new StorageFormat.Xlsx("", 1), new Column("id", "integer"));
        DatasetShape shape = shape(List.of(), file("a.csv", CSV, new Column("id", "integer")), file("b.csv", CSV, new Column("id", "integer")), odd);
        assertThat(shape.format()).isEqualTo(CSV);
        assertThat(shape.files()).hasSize(2);
        assertThat(shape.others()).containsExactly(odd);
    }

    @Test
    void typesPartitionFoldersByTheirValues() {
        Column id = new Column("id", "integer");
        DatasetShape shape = shape(List.of(), file("Year=2026/day=2026-01-31/shop=007/a.csv", CSV, id), file("year=2027/day=2027-02-28/shop=9/b.csv", CSV, id));
        assertThat(shape.partitionColumns()).containsExactly(new Column("year", "integer"), new Column("day", "date"), new Column("shop", "varchar"));
        assertThat(shape(List.of(), file("day=2026-02-30/a.csv", CSV, id)).partitionColumns()).containsExactly(new Column("day", "varchar"));
        assertThat(shape(List.of(), file("day=1/a.csv", CSV, id), file("b.csv", CSV, id)).partitionColumns()).isEmpty();
    }

    @Test
    void namesTheColumnsOfAFileWithoutHeaderByItsContract() {
        Contract contract = Contract.parse("""
                kind: DataContract
                id: d.s
                name: s
                domain: d
                schema: [{physicalName: d_curated.s, properties: [{name: id, physicalType: integer}, {name: net, physicalName: "net amount", physicalType: double}]}]
                """, ObjectPath.parse("config/contracts/d.s.yaml"));
        RawFile file = file("a.txt", BARE, new Column("column0", "integer"), new Column("column1", "double"), new Column("column2", "varchar"));
        assertThat(DatasetShape.of(FOLDER, List.of(file), Optional.of(contract), List.of()).columns()).extracting(Column::name).containsExactly("id", "net amount", "column2");
    }

    private static DatasetShape shape(List<Column> before, RawFile... files) {
        return DatasetShape.of(FOLDER, List.of(files), Optional.empty(), before);
    }

    private static RawFile file(String name, StorageFormat format, Column... columns) {
        return new RawFile(ObjectPath.parse("raw/d/s/" + name), 1, Instant.EPOCH, Optional.empty(), Optional.of(new RawFile.Facts(format, List.of(columns), 1, 0)), "");
    }
}
