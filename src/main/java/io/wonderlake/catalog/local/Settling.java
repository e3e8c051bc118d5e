package io.wonderlake.catalog.local;

import io.wonderlake.catalog.Table;
import io.wonderlake.catalog.TableName;
import io.wonderlake.catalog.index.CatalogReader;
import io.wonderlake.catalog.index.CatalogWriter;
import io.wonderlake.lake.ObjectPath;
import io.wonderlake.lake.index.LakeIndex;
import io.wonderlake.work.FailureException;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jdbi.v3.core.Handle;

/// Brings the pointers in the lake up to the index: right after each change, or at the next opening when a kill came between.
final class Settling {
    private static final Logger LOG = Logger.getLogger(Settling.class.getName());

    private final LakeIndex index;
    private final TableFiles files;

    Settling(LakeIndex index, TableFiles files) {
        this.index = index;
        this.files = files;
    }

    /// A table whose pointer is behind.
    private record Late(long id, TableName name, int version, String pointer, Optional<Pointer.Described> described) { }

    /// The change is done already, so trouble here fails nothing: the pointer stays behind until the next call.
    void settle() {
        try {
            for (TableName name : index.read(handle -> late(handle, "").stream().map(Late::name).toList())) {
                index.update(handle -> late(handle, name.toString()).forEach(table -> settle(handle, table)));
            }
        } catch (FailureException failure) {
            LOG.log(Level.WARNING, failure.failure().message(), failure);
        }
    }

    private void settle(Handle handle, Late table) {
        Table current = new CatalogReader(handle).find(table.name()).orElseThrow();
        ObjectPath place = Places.pointer(table.name(), current.location().orElseThrow());
        files.write(place, new Pointer(table.name(), table.version(), versions(handle, table.id()), table.described()));
        if (!table.pointer().equals(place.toString())) {
            files.delete(table.pointer());
        }
        new CatalogWriter(handle).settle(table.id(), table.version(), place.toString());
    }

    private static List<Late> late(Handle handle, String name) {
        return handle.createQuery("""
                select id, database, name, version, pointer, described, description, owner from catalog_table
                where settled < version and (:name = '' or database || '.' || name = :name)""").bind("name", name)
                .map((row, _) -> new Late(row.getLong(1), new TableName(row.getString(2), row.getString(3)), row.getInt(4), row.getString(5),
                        row.getBoolean(6) ? Optional.of(new Pointer.Described(row.getString(7), row.getString(8))) : Optional.empty()))
                .list();
    }

    private static List<Pointer.VersionFile> versions(Handle handle, long table) {
        return handle.createQuery("select version, definition from catalog_version where table_id = :table order by version desc").bind("table", table)
                .map((row, _) -> new Pointer.VersionFile(row.getInt(1), row.getString(2))).list();
    }
}
