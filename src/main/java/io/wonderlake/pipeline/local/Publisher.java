package io.wonderlake.pipeline.local;

import io.wonderlake.lake.folder.Folders;
import io.wonderlake.catalog.Column;
import io.wonderlake.catalog.DataFile;
import io.wonderlake.catalog.StorageFormat;
import io.wonderlake.catalog.Table;
import io.wonderlake.catalog.TableDraft;
import io.wonderlake.catalog.TableName;
import io.wonderlake.contract.SqlText;
import io.wonderlake.engine.EngineSession;
import io.wonderlake.lake.Prefix;
import io.wonderlake.lake.Tier;
import io.wonderlake.lake.index.Lease;
import io.wonderlake.work.Failure;
import io.wonderlake.work.FailureException;
import io.wonderlake.work.Progress;
import io.wonderlake.work.Strings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Writes a new version of a table beside the present one and moves the catalog to it in one step.
final class Publisher {

    static final String CONTENT_HASH = "contentHash";
    private static final int KEPT_VERSIONS = 5;

    private final Tools tools;
    private final StepContext context;
    private final EngineSession session;

    Publisher(Tools tools, StepContext context, EngineSession session) {
        this.tools = tools;
        this.context = context;
        this.session = session;
    }

    /// What a step wants to publish.
    ///
    /// @param select the rows
    /// @param properties facts for the catalog, such as `contract` or `model`
    record Content(TableName name, Tier tier, String description, String owner, String select, List<String> partitionedBy, List<Column> comments,
            Map<String, String> properties) { }

    /// Under the table's lease. Equal content makes no new version.
    void publish(Content content, Lease lease) {
        Optional<Table> current = tools.catalog().find(content.name());
        List<Column> columns = described(content);
        List<Column> partitions = columns.stream().filter(column -> contains(content.partitionedBy(), column)).toList();
        List<Column> inFiles = columns.stream().filter(column -> !contains(content.partitionedBy(), column)).toList();
        String hash = contentHash(session, content.select(), columns);
        if (current.isPresent() && hash.equals(current.get().properties().get(CONTENT_HASH)) && current.get().columns().equals(inFiles)
                && current.get().partitionColumns().equals(partitions) && isWhole(current.get())) {
            context.report().published(content.name().toString(), current.get().version());
            context.info("log.publish.unchanged", content.name().toString(), String.valueOf(current.get().version()));
            return;
        }
        int expected = current.map(Table::version).orElse(0);
        Prefix location = folder(content).folder("_v=" + (expected + 1));
        List<DataFile> files = written(content, location, lease);
        Map<String, String> properties = new HashMap<>(content.properties());
        properties.put(CONTENT_HASH, hash);
        properties.put("run", String.valueOf(context.run()));
        Table published = tools.catalog().publish(new TableDraft(content.name(), content.tier(), inFiles, partitions, new StorageFormat.Parquet(), location,
                content.description(), content.owner(), files, properties), expected);
        context.report().published(published.name().toString(), published.version());
        context.info("log.publish.done", published.name().toString(), String.valueOf(published.version()), StepContext.number(published.rows()),
                StepContext.number(published.files()));
        retain(content);
    }

    /// Whether the files are there as they were published; if not, this is the moment to make them again.
    private boolean isWhole(Table table) {
        return tools.catalog().files(table.name(), table.version(), Map.of()).stream()
                .allMatch(file -> tools.store().find(file.path()).filter(entry -> entry.size() == file.size()).isPresent());
    }

    /// A version that will not be published leaves no files, unless another run may be at work in that folder by now.
    private List<DataFile> written(Content content, Prefix location, Lease lease) {
        boolean whole = false;
        try {
            List<DataFile> files = write(content, location);
            checkStillOurs(content.name(), lease);
            whole = true;
            return files;
        } finally {
            if (!whole && lease.stillHeld()) {
                Folders.delete(tools.files().folder(location));
            }
        }
    }

    private List<DataFile> write(Content content, Prefix location) {
        context.job().checkCancelled();
        context.job().report(new Progress(Strings.text("progress.write", content.name().toString()), 0, -1, Progress.Unit.ROWS));
        Path folder = tools.files().folder(location);
        Folders.renew(folder);
        return session.writeParquet(content.select(), folder, content.partitionedBy()).stream()
                .map(file -> new DataFile(tools.files().objectAt(file.file()), file.partition(), file.size(), file.rows()))
                .sorted((a, b) -> a.path().compareTo(b.path())).toList();
    }

    private void checkStillOurs(TableName name, Lease lease) {
        context.job().checkCancelled();
        if (!lease.stillHeld()) {
            throw Failure.of(Failure.Kind.CONFLICT, "failure.table.lost", name.toString()).exception();
        }
    }

    private List<Column> described(Content content) {
        Map<String, String> comments = content.comments().stream()
                .collect(Collectors.toMap(column -> column.name().toLowerCase(Locale.ROOT), Column::comment, (a, _) -> a));
        return session.describe(content.select()).stream()
                .map(column -> new Column(column.name(), column.type(), comments.getOrDefault(column.name().toLowerCase(Locale.ROOT), ""))).toList();
    }

    private static boolean contains(List<String> names, Column column) {
        return names.stream().anyMatch(column.name()::equalsIgnoreCase);
    }

    private Prefix folder(Content content) {
        String domain = content.name().database().replaceFirst("_" + content.tier().folder() + "$", "");
        return Prefix.of(content.tier()).folder(domain).folder(content.name().table());
    }

    /// The same for equal rows in any order. Fractions count with twelve digits, because their sums depend on the order of adding.
    static String contentHash(EngineSession session, String select, List<Column> columns) {
        String row = columns.stream().map(Publisher::hashed).collect(Collectors.joining(", "));
        Object[] answer = session.rows("select count(*), cast(coalesce(sum(hash(" + row + ")), 0) as varchar) from (" + select + ")").getFirst();
        return answer[0] + ":" + answer[1];
    }

    private static String hashed(Column column) {
        String name = SqlText.name(column.name());
        boolean fraction = switch (column.type().sql()) {
            case "double", "float" -> true;
            default -> false;
        };
        return fraction ? "printf('%.12g', cast(" + name + " as double))" : name;
    }

    /// A version that cannot be deleted does no harm, so it is a warning only.
    private void retain(Content content) {
        List<Table> versions = tools.catalog().versions(content.name());
        for (Table old : versions.subList(Math.min(KEPT_VERSIONS, versions.size()), versions.size())) {
            try {
                tools.catalog().forget(old.name(), old.version());
                Folders.delete(tools.files().folder(old.location().orElseThrow()));
                context.info("log.retention", old.name().toString(), String.valueOf(old.version()));
            } catch (FailureException error) {
                context.warn("log.retention.failed", old.name().toString(), String.valueOf(old.version()), error.failure().message());
            }
        }
        sweep(content, versions.getLast().version());
    }

    /// Folders of versions that the catalog has forgotten already, left there by a kill between the two acts of retention.
    private void sweep(Content content, int oldest) {
        Prefix base = folder(content);
        for (int version = oldest - 1; version > 0; version--) {
            Path left = tools.files().folder(base.folder("_v=" + version));
            if (!Files.exists(left)) {
                return;
            }
            Folders.delete(left);
        }
    }
}
