package io.wonderlake.catalog.local;

import io.wonderlake.lake.Content;
import io.wonderlake.lake.ObjectPath;
import io.wonderlake.lake.ObjectStore;
import io.wonderlake.work.Job;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// The catalog's own objects in the lake. They are written while the index is locked for writing, so that two processes cannot write
/// over each other: the definition before the index moves to it, the pointer after.
final class TableFiles {
    private final ObjectStore store;

    TableFiles(ObjectStore store) {
        this.store = store;
    }

    void write(Definition definition) {
        put(definition.place(), definition.json());
    }

    void write(ObjectPath place, Pointer pointer) {
        put(place, pointer.json());
    }

    Definition definition(ObjectPath place) {
        return Definition.read(text(place), place);
    }

    Pointer pointer(ObjectPath place) {
        return Pointer.read(text(place), place);
    }

    void delete(String place) {
        if (!place.isEmpty()) {
            store.delete(ObjectPath.parse(place));
        }
    }

    private void put(ObjectPath place, String json) {
        store.put(place, Content.of(json), new Job(place.toString()));
    }

    private String text(ObjectPath place) {
        try (InputStream in = store.read(place)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }
}
