package io.wonderlake.catalog.local;

import io.wonderlake.catalog.TableDraft;
import io.wonderlake.lake.Documents;
import io.wonderlake.lake.ObjectPath;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;

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

    String json() {
        return Documents.writeJson(this);
    }

    static Definition read(String json, ObjectPath place) {
        return Documents.readJson(json, Definition.class, place.toString());
    }
}
