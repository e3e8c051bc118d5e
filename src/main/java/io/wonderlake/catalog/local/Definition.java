package io.wonderlake.catalog.local;

import io.wonderlake.catalog.Table;
import io.wonderlake.catalog.TableDraft;
import io.wonderlake.catalog.index.CatalogWriter;
import io.wonderlake.catalog.index.Partitions;
import io.wonderlake.lake.Documents;
import io.wonderlake.lake.ObjectPath;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/// One version of a table as it stands beside its files: everything that the catalog knows of it.
record Definition(int version, Instant updated, TableDraft draft) {

    Definition {
        Objects.requireNonNull(updated, "updated");
        for (Object part : Arrays.asList(draft.name(), draft.tier(), draft.columns(), draft.partitionColumns(), draft.format(), draft.location(),
                draft.description(), draft.owner(), draft.files(), draft.properties())) {
            Objects.requireNonNull(part, "draft");
        }
    }

    ObjectPath place() {
        return Places.definition(draft.name(), version, draft.location());
    }

    void addTo(CatalogWriter writer, long table) {
        writer.addFiles(writer.addVersion(table, table(), place().toString()), draft);
    }

    private Table table() {
        return new Table(draft.name(), draft.tier(), draft.columns(), draft.partitionColumns(), draft.format(), Optional.of(draft.location()), version,
                draft.description(), draft.owner(), Partitions.rows(draft.files()), Partitions.bytes(draft.files()), draft.files().size(), updated,
                draft.properties());
    }

    String json() {
        return Documents.writeJson(this);
    }

    static Definition read(String json, ObjectPath place) {
        return Documents.readJson(json, Definition.class, place.toString());
    }
}
