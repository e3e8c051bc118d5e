package io.wonderlake.ui.query;

import io.wonderlake.catalog.Catalog;
import io.wonderlake.catalog.CatalogHit;
import io.wonderlake.catalog.Column;
import io.wonderlake.catalog.DataFile;
import io.wonderlake.catalog.Partition;
import io.wonderlake.catalog.StorageFormat;
import io.wonderlake.catalog.Table;
import io.wonderlake.catalog.TableDraft;
import io.wonderlake.catalog.TableName;
import io.wonderlake.lake.Prefix;
import io.wonderlake.lake.Tier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A few tables that never change.
final class FakeCatalog implements Catalog {
    private final List<Table> all = new ArrayList<>();

    FakeCatalog() {
        add("tickit_curated.sales", 172_456, "salesid integer", "eventid integer", "qtysold smallint", "pricepaid decimal(8,2)", "saletime timestamp");
        add("tickit_curated.event", 8_798, "eventid integer", "eventname varchar", "catid smallint", "starttime timestamp");
        add("tickit_curated.category", 11, "catid smallint", "catgroup varchar", "catname varchar");
    }

    private void add(String name, long rows, String... columns) {
        List<Column> list = List.of(columns).stream().map(text -> new Column(text.split(" ")[0], text.split(" ")[1])).toList();
        all.add(new Table(TableName.parse(name), Tier.CURATED, list, List.of(new Column("year", "integer")), new StorageFormat.Parquet(),
                Optional.of(Prefix.parse("curated/tickit/x")), 1, "", "", rows, 1 << 20, 3, Instant.parse("2026-11-19T06:02:00Z"), Map.of()));
    }

    @Override
    public List<String> databases() {
        return List.of("tickit_curated");
    }

    @Override
    public List<Table> tables(String database) {
        return all;
    }

    @Override
    public Optional<Table> find(TableName name) {
        return all.stream().filter(table -> table.name().equals(name)).findFirst();
    }

    @Override
    public Optional<Table> findVersion(TableName name, int version) {
        return find(name);
    }

    @Override
    public List<Table> versions(TableName name) {
        return find(name).stream().toList();
    }

    @Override
    public List<DataFile> files(TableName name, int version, Map<String, String> partition) {
        return List.of();
    }

    @Override
    public List<Partition> partitions(TableName name, int version, int offset, int max) {
        return List.of();
    }

    @Override
    public Table publish(TableDraft draft, int expected) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void describe(TableName name, String description, String owner) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void drop(TableName name) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void forget(TableName name, int version) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<CatalogHit> search(String words, int max) {
        return List.of();
    }

    @Override
    public long revision() {
        return 1;
    }
}
