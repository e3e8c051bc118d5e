package io.wonderlake.catalog.local;

import io.wonderlake.catalog.TableName;
import io.wonderlake.catalog.index.CatalogReader;
import io.wonderlake.catalog.index.CatalogWriter;
import io.wonderlake.lake.Listing;
import io.wonderlake.lake.ObjectEntry;
import io.wonderlake.lake.ObjectPath;
import io.wonderlake.lake.ObjectStore;
import io.wonderlake.lake.Prefix;
import io.wonderlake.lake.Tier;
import io.wonderlake.lake.index.LakeIndex;
import io.wonderlake.work.Failure;
import io.wonderlake.work.FailureException;
import io.wonderlake.work.Job;
import io.wonderlake.work.Progress;
import io.wonderlake.work.Strings;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jdbi.v3.core.Handle;

/// Makes the catalog anew from what it left beside the tables' files. Readers see the old catalog until the new one is complete.
public final class Reindex {
    private static final Logger LOG = Logger.getLogger(Reindex.class.getName());
    private static final int PAGE = 5_000;

    private final LakeIndex index;
    private final ObjectStore store;
    private final TableFiles files;

    public Reindex(LakeIndex index, ObjectStore store) {
        this.index = index;
        this.store = store;
        this.files = new TableFiles(store);
    }

    /// Gives the number of tables. When it fails or is cancelled, the catalog stays as it was.
    public int rebuild(Job job) {
        return index.write(handle -> {
            CatalogWriter writer = new CatalogWriter(handle);
            writer.clear();
            for (Tier tier : EnumSet.complementOf(EnumSet.of(Tier.CONFIG))) {
                rebuild(handle, tier, job);
            }
            writer.countRevision();
            return writer.countTables();
        });
    }

    private void rebuild(Handle handle, Tier tier, Job job) {
        Optional<String> next = Optional.empty();
        long seen = 0;
        do {
            Listing page = store.list(Prefix.of(tier), false, next, PAGE);
            for (ObjectEntry entry : page.objects()) {
                job.checkCancelled();
                if (Places.isPointer(entry.path())) {
                    rebuild(handle, entry.path());
                }
            }
            seen += page.objects().size();
            job.report(new Progress(Strings.text("catalog.reindexing", tier.folder()), seen, -1, Progress.Unit.FILES));
            next = page.next();
        } while (next.isPresent());
    }

    private void rebuild(Handle handle, ObjectPath place) {
        Optional<Pointer> pointer = tolerant(() -> files.pointer(place));
        if (pointer.isEmpty()) {
            return;
        }
        List<Definition> versions = pointer.get().versions().stream()
                .flatMap(version -> tolerant(() -> files.definition(ObjectPath.parse(version.definition()))).stream())
                .sorted(Comparator.comparing(Definition::version)).toList();
        if (!versions.isEmpty() && isInForce(handle, place, versions.getLast())) {
            add(handle, place, pointer.get(), versions);
        }
    }

    /// False for the pointer that a kill left where the table stood before, and for one that came with a copy of the table's folder.
    private static boolean isInForce(Handle handle, ObjectPath place, Definition latest) {
        TableName name = latest.draft().name();
        return Places.pointer(name, latest.draft().location()).equals(place)
                && new CatalogReader(handle).find(name).filter(table -> table.version() >= latest.version()).isEmpty();
    }

    private static void add(Handle handle, ObjectPath place, Pointer pointer, List<Definition> versions) {
        CatalogWriter writer = new CatalogWriter(handle);
        TableName name = pointer.name();
        int current = versions.getLast().version();
        writer.drop(name);
        long table = writer.tableId(name);
        versions.forEach(version -> version.addTo(writer, table));
        writer.makeCurrent(table, current);
        pointer.described().ifPresent(described -> writer.describe(table, described.description(), described.owner()));
        writer.settle(table, current == pointer.version() ? current : 0, place.toString());
        writer.addTerms(table, new CatalogReader(handle).find(name).orElseThrow());
    }

    /// A definition that is gone or damaged must not keep all others from coming back: its version is left out, and the log says so.
    private static <T> Optional<T> tolerant(Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (FailureException error) {
            Failure.Kind kind = error.failure().kind();
            if (kind != Failure.Kind.NOT_FOUND && kind != Failure.Kind.BAD_INPUT) {
                throw error;
            }
            LOG.log(Level.WARNING, error.failure().message(), error);
            return Optional.empty();
        }
    }
}
