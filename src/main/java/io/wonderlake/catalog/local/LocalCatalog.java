package io.wonderlake.catalog.local;

import io.wonderlake.catalog.Catalog;
import io.wonderlake.catalog.CatalogHit;
import io.wonderlake.catalog.DataFile;
import io.wonderlake.catalog.Partition;
import io.wonderlake.catalog.Table;
import io.wonderlake.catalog.TableDraft;
import io.wonderlake.catalog.TableName;
import io.wonderlake.catalog.index.CatalogReader;
import io.wonderlake.catalog.index.CatalogSearch;
import io.wonderlake.catalog.index.CatalogWriter;
import io.wonderlake.lake.ObjectStore;
import io.wonderlake.lake.index.LakeIndex;
import io.wonderlake.work.Failure;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The catalog of a local lake. The index answers and decides; the lake's own files follow it, so that the index can be made anew.
public final class LocalCatalog implements Catalog {
    private final LakeIndex index;
    private final TableFiles files;
    private final Settling settling;

    public LocalCatalog(LakeIndex index, ObjectStore store) {
        this.index = index;
        this.files = new TableFiles(store);
        this.settling = new Settling(index, files);
        settling.settle();
    }

    @Override
    public List<String> databases() {
        return index.read(handle -> new CatalogReader(handle).databases());
    }

    @Override
    public List<Table> tables(String database) {
        return index.read(handle -> new CatalogReader(handle).tables(database));
    }

    @Override
    public Optional<Table> find(TableName name) {
        return index.read(handle -> new CatalogReader(handle).find(name));
    }

    @Override
    public Optional<Table> findVersion(TableName name, int version) {
        return index.read(handle -> new CatalogReader(handle).findVersion(name, version));
    }

    @Override
    public List<Table> versions(TableName name) {
        return index.read(handle -> new CatalogReader(handle).versions(name));
    }

    @Override
    public List<DataFile> files(TableName name, int version, Map<String, String> partition) {
        return index.read(handle -> new CatalogReader(handle).files(name, version, partition));
    }

    @Override
    public List<Partition> partitions(TableName name, int version, int offset, int max) {
        return index.read(handle -> new CatalogReader(handle).partitions(name, version, offset, max));
    }

    @Override
    public Table publish(TableDraft draft, int expected) {
        Table published = index.write(handle -> publish(handle, draft, expected));
        settling.settle();
        return published;
    }

    private Table publish(Handle handle, TableDraft draft, int expected) {
        CatalogReader reader = new CatalogReader(handle);
        CatalogWriter writer = new CatalogWriter(handle);
        int current = reader.find(draft.name()).map(Table::version).orElse(0);
        if (current != expected) {
            throw Failure.of(Failure.Kind.CONFLICT, "failure.catalog.conflict",
                    draft.name().toString(), Integer.toString(current), Integer.toString(expected)).exception();
        }
        Definition definition = new Definition(current + 1, Instant.now().truncatedTo(ChronoUnit.MILLIS), draft);
        long table = writer.tableId(draft.name());
        definition.addTo(writer, table);
        writer.makeCurrent(table, definition.version());
        writer.countRevision();
        Table published = reader.find(draft.name()).orElseThrow();
        writer.addTerms(table, published);
        files.write(definition);
        return published;
    }

    @Override
    public void forget(TableName name, int version) {
        index.update(handle -> {
            CatalogWriter writer = new CatalogWriter(handle);
            if (writer.forget(name, version)) {
                writer.unsettle(name);
                writer.countRevision();
            }
        });
        settling.settle();
    }

    @Override
    public void describe(TableName name, String description, String owner) {
        index.update(handle -> {
            CatalogWriter writer = new CatalogWriter(handle);
            CatalogReader reader = new CatalogReader(handle);
            demand(reader, name);
            long table = writer.tableId(name);
            writer.describe(table, description, owner);
            writer.addTerms(table, demand(reader, name));
            writer.countRevision();
        });
        settling.settle();
    }

    private static Table demand(CatalogReader reader, TableName name) {
        return reader.find(name).orElseThrow(() -> Failure.of(Failure.Kind.NOT_FOUND, "failure.catalog.unknown", name.toString()).exception());
    }

    @Override
    public void drop(TableName name) {
        // first: should the drop be interrupted after the pointer is gone, it comes back
        index.update(handle -> new CatalogWriter(handle).unsettle(name));
        index.update(handle -> {
            CatalogWriter writer = new CatalogWriter(handle);
            writer.pointer(name).ifPresent(files::delete);
            writer.drop(name);
            writer.countRevision();
        });
    }

    @Override
    public List<CatalogHit> search(String words, int max) {
        return index.read(handle -> new CatalogSearch(handle).search(words, max));
    }

    @Override
    public long revision() {
        return index.read(handle -> new CatalogReader(handle).revision());
    }
}
