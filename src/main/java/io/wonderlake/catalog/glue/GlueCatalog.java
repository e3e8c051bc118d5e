package io.wonderlake.catalog.glue;

import io.wonderlake.catalog.Catalog;
import io.wonderlake.catalog.CatalogHit;
import io.wonderlake.catalog.DataFile;
import io.wonderlake.catalog.Partition;
import io.wonderlake.catalog.Table;
import io.wonderlake.catalog.TableDraft;
import io.wonderlake.catalog.TableName;
import io.wonderlake.catalog.glue.TableWriting.Publication;
import io.wonderlake.catalog.index.Partitions;
import io.wonderlake.lake.LakeProfile;
import io.wonderlake.lake.ObjectStore;
import io.wonderlake.lake.aws.AwsAccount;
import io.wonderlake.work.Failure;
import io.wonderlake.work.FailureException;
import io.wonderlake.work.Job;
import io.wonderlake.work.Strings;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import software.amazon.awssdk.services.glue.model.TableInput;

/// The Glue Data Catalog. Lists and searches are answered from a copy on this computer; one table is asked for itself, and looked up in the
/// copy only when Glue cannot be reached.
///
/// What is one step on Glue is a change of a table's own entry: its columns, its location, its parameters; a publication makes exactly one of
/// these, on the condition that the entry is still the one that was read. The files of what we publish are those below the table's location,
/// so for whoever reads through this catalog a version appears as a whole, also when a publication is killed at any moment.
/// A table's partition entries are rows of their own, and there is no step that changes several: Athena and Spark, which go by them, see in the
/// moments after the table has moved some partitions of the version before, each of them whole. A kill in these moments leaves the table
/// marked as late; whoever next changes something through this catalog brings its entries after it.
/// A raw dataset is published where it stands: its files are what stands there now, in every version.
public final class GlueCatalog implements Catalog, AutoCloseable {
    private static final int DESCRIBE_TRIES = 5;
    /// Counts up when tables are read in another way, so that no copy of the old way stays.
    private static final int READING = 1;

    private final GlueCalls calls;
    private final CatalogCopy copy;
    private final Scope scope;
    private final TableReading reading;
    private final TableWriting writing;
    private final PartitionCopy partitions;
    private final FileListing files;
    private final Publishing publishing;

    public GlueCatalog(AwsAccount account, ObjectStore objects, Path cacheFolder) {
        LakeProfile.Aws profile = account.profile();
        S3Locations locations = new S3Locations(profile);
        this.calls = new GlueCalls(account);
        this.scope = new Scope(profile.databases());
        this.copy = new CatalogCopy(cacheFolder.resolve("catalog.db"), READING + " " + profile.region() + profile.endpoint() + new TreeMap<>(profile.tiers()) + profile.databases());
        this.reading = new TableReading(locations);
        this.writing = new TableWriting(locations, account.emulated());
        PartitionCalls partitionCalls = new PartitionCalls(calls);
        this.partitions = new PartitionCopy(copy, partitionCalls);
        this.files = new FileListing(objects, locations, partitions);
        this.publishing = new Publishing(calls, new PartitionEntries(partitionCalls), files, locations);
    }

    @Override
    public List<String> databases() {
        return filled().databases();
    }

    @Override
    public List<Table> tables(String database) {
        return filled().tables(database);
    }

    @Override
    public List<CatalogHit> search(String words, int max) {
        return filled().search(words, max);
    }

    /// The first question waits until there is a copy.
    private CatalogCopy filled() {
        if (copy.asOf().isEmpty()) {
            refresh(new Job(Strings.text("glue.refresh")));
        }
        return copy;
    }

    @Override
    public Optional<Table> find(TableName name) {
        try {
            return current(name).map(Known::table);
        } catch (FailureException error) {
            Failure.Kind kind = error.failure().kind();
            Optional<Table> copied = kind == Failure.Kind.OFFLINE || kind == Failure.Kind.THROTTLED ? copy.find(name) : Optional.empty();
            return Optional.of(copied.orElseThrow(() -> error));
        }
    }

    private Optional<Known> current(TableName name) {
        if (!scope.includes(name.database())) {
            return Optional.empty();
        }
        long asked = System.currentTimeMillis();
        TableName exact = copy.exact(name);
        Optional<Known> known = calls.table(exact).map(glue -> known(exact.database(), glue));
        known.ifPresentOrElse(each -> copy.put(new CatalogCopy.Seen(each, asked)), () -> copy.remove(name, asked));
        return known;
    }

    private Known known(String database, software.amazon.awssdk.services.glue.model.Table glue) {
        String versionId = TableReading.text(glue.versionId());
        return new Known(reading.read(database, glue, versionId), glue, new TableName(database, glue.name()), versionId, true);
    }

    @Override
    public Optional<Table> findVersion(TableName name, int version) {
        return knownVersion(name, version).map(Known::table);
    }

    private Optional<Known> knownVersion(TableName name, int version) {
        Optional<Known> current = current(name);
        return current.filter(known -> known.table().version() == version).or(() -> current.flatMap(known -> Optional.ofNullable(old(known).get(version))));
    }

    @Override
    public List<Table> versions(TableName name) {
        return current(name).map(known -> {
            TreeMap<Integer, Known> all = old(known);
            all.put(known.table().version(), known);
            return all.descendingMap().values().stream().map(Known::table).toList();
        }).orElse(List.of());
    }

    /// By our number, without the current one. Of several states of Glue's with one number, the last one counts.
    private TreeMap<Integer, Known> old(Known current) {
        TreeMap<Integer, Known> old = new TreeMap<>();
        calls.eachVersion(current.exact(), version -> {
            String versionId = TableReading.text(version.versionId());
            Table table = reading.read(current.exact().database(), version.table(), versionId);
            Known known = new Known(table, version.table(), current.exact(), versionId, false);
            if (table.version() != current.table().version()) {
                old.merge(table.version(), known, (one, other) -> Marks.number(one.versionId()) > Marks.number(other.versionId()) ? one : other);
            }
        });
        return old;
    }

    @Override
    public List<DataFile> files(TableName name, int version, Map<String, String> partition) {
        return knownVersion(name, version).map(known -> files.files(known, partition)).orElse(List.of());
    }

    @Override
    public List<Partition> partitions(TableName name, int version, int offset, int max) {
        return knownVersion(name, version).filter(known -> !known.table().partitionColumns().isEmpty()).map(known -> partitions(known, offset, max)).orElse(List.of());
    }

    private List<Partition> partitions(Known known, int offset, int max) {
        if (FileListing.isListed(known) || known.current() && known.isPublication() && !known.isLate()) {
            return partitions.page(known, offset, max);
        }
        return Partitions.of(known.table().partitionColumns(), files.files(known, Map.of())).stream().skip(offset).limit(max).toList();
    }

    @Override
    public Table publish(TableDraft draft, int expected) {
        Optional<Known> current = current(draft.name());
        demandVersion(draft.name(), current, expected);
        current.ifPresent(GlueCatalog::demandFiles);
        Publication publication = new Publication(draft, expected + 1, UUID.randomUUID().toString(), System.currentTimeMillis());
        TableInput input = writing.table(publication, current.map(Known::glue));
        boolean moved = current.map(known -> calls.update(known.exact().database(), input, known.versionId(), true))
                .orElseGet(() -> calls.create(draft.name().database(), input));
        Optional<Known> now = current(draft.name());
        if (!moved && now.filter(known -> known.isPublication(publication.publication())).isEmpty()) {
            // not so when the answer to our own change was lost and it was asked for again
            throw conflict(draft.name(), now, expected);
        }
        now.filter(known -> known.isPublication(publication.publication()) && hasEntries(known, current)).ifPresent(known -> publishing.settle(known, Optional.of(draft)));
        settleLate(draft.name());
        return findVersion(draft.name(), expected + 1).orElseThrow(() -> conflict(draft.name(), now, expected));
    }

    private static boolean hasEntries(Known known, Optional<Known> before) {
        return !known.table().partitionColumns().isEmpty() || before.filter(each -> !each.table().partitionColumns().isEmpty()).isPresent();
    }

    /// Brings tables to their end whose publication was interrupted.
    private void settleLate(TableName but) {
        copy.late().stream().filter(name -> !name.equals(but)).forEach(name -> current(name).filter(Known::isLate).ifPresent(known -> {
            publishing.settle(known, Optional.empty());
            current(name);
        }));
    }

    private static void demandVersion(TableName name, Optional<Known> current, int expected) {
        if (current.map(known -> known.table().version()).orElse(0) != expected) {
            throw conflict(name, current, expected);
        }
    }

    private static RuntimeException conflict(TableName name, Optional<Known> current, int expected) {
        return Failure.of(Failure.Kind.CONFLICT, "failure.catalog.conflict", name.toString(), Integer.toString(current.map(known -> known.table().version()).orElse(0)),
                Integer.toString(expected)).exception();
    }

    /// Files must not take the place of a view, or of a table that another program keeps.
    private static void demandFiles(Known known) {
        if (Unlisted.of(known.table().format()).isPresent()) {
            throw Failure.of(Failure.Kind.BAD_INPUT, "failure.glue.kind", known.table().name().toString(), known.table().format().label()).exception();
        }
    }

    @Override
    public void forget(TableName name, int version) {
        current(name).filter(known -> known.table().version() != version).ifPresent(current -> {
            if (current.isLate()) {
                publishing.settle(current, Optional.empty());
            }
            List<String> states = states(current, version);
            states.forEach(versionId -> calls.deleteVersion(current.exact(), versionId));
            if (!states.isEmpty()) {
                copy.countRevision();
            }
        });
    }

    private List<String> states(Known current, int version) {
        List<String> states = new ArrayList<>();
        calls.eachVersion(current.exact(), state -> {
            String versionId = TableReading.text(state.versionId());
            if (!versionId.equals(current.versionId()) && VersionNumber.of(state.table(), versionId) == version) {
                states.add(versionId);
            }
        });
        return states;
    }

    @Override
    public void describe(TableName name, String description, String owner) {
        for (int tries = 0; tries < DESCRIBE_TRIES; tries++) {
            Known known = current(name).orElseThrow(() -> Failure.of(Failure.Kind.NOT_FOUND, "failure.catalog.unknown", name.toString()).exception());
            if (calls.update(known.exact().database(), TableWriting.described(known.glue(), description, owner), known.versionId(), false)) {
                current(name);
                settleLate(name);
                return;
            }
        }
        throw Failure.of(Failure.Kind.CONFLICT, "failure.glue.busy", name.toString()).exception();
    }

    @Override
    public void drop(TableName name) {
        TableName exact = copy.exact(name);
        calls.delete(exact);
        copy.remove(name, System.currentTimeMillis());
    }

    @Override
    public long revision() {
        return copy.revision();
    }

    @Override
    public Optional<Instant> asOf() {
        return copy.asOf();
    }

    @Override
    public void refresh(Job job) {
        new Refresh(calls, copy, scope, this::known).run(job);
    }

    /// Closes the copy; the account is its opener's.
    @Override
    public void close() {
        copy.close();
    }
}
