package io.wonderlake.catalog.local;

import io.wonderlake.catalog.TableDraft;
import io.wonderlake.lake.Documents;
import io.wonderlake.lake.ObjectPath;
import java.time.Instant;

/// One version of a table as it stands beside its files: everything that the catalog knows of it.
record Definition(int version, Instant updated, TableDraft draft) {

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
