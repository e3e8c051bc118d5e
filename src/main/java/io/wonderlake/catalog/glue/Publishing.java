package io.wonderlake.catalog.glue;

import io.wonderlake.catalog.Column;
import io.wonderlake.catalog.DataFile;
import io.wonderlake.catalog.HiveValues;
import io.wonderlake.catalog.Table;
import io.wonderlake.catalog.TableDraft;
import io.wonderlake.catalog.TableName;
import io.wonderlake.catalog.index.Partitions;
import io.wonderlake.lake.Prefix;
import io.wonderlake.work.FailureException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import software.amazon.awssdk.services.glue.model.PartitionInput;
import software.amazon.awssdk.services.glue.model.StorageDescriptor;

/// Brings the partition entries after a table that has moved: right after a publication, or later when that was interrupted.
final class Publishing {
    private static final Logger LOG = Logger.getLogger(Publishing.class.getName());

    private final GlueCalls calls;
    private final PartitionEntries entries;
    private final FileListing files;
    private final S3Locations locations;

    Publishing(GlueCalls calls, PartitionEntries entries, FileListing files, S3Locations locations) {
        this.calls = calls;
        this.entries = entries;
        this.files = files;
        this.locations = locations;
    }

    /// The publication is done already, so trouble here fails nothing: the table stays marked as late, and the next change tries again.
    void settle(Known known, Optional<TableDraft> draft) {
        try {
            List<DataFile> all = draft.map(TableDraft::files).orElseGet(() -> files.files(known, Map.of()));
            boolean done = entries.settle(known.exact(), wanted(known, all), () -> isCurrent(known));
            if (done && known.isLate()) {
                calls.update(known.exact().database(), TableWriting.settled(known.glue()), known.versionId(), false);
            }
        } catch (FailureException failure) {
            LOG.log(Level.WARNING, failure.failure().message(), failure);
        }
    }

    private boolean isCurrent(Known known) {
        return calls.table(known.exact()).filter(table -> known.isPublication(TableReading.text(table.parameters().get(Marks.PUBLICATION)))).isPresent();
    }

    private List<PartitionInput> wanted(Known known, List<DataFile> files) {
        List<Column> columns = known.table().partitionColumns();
        if (columns.isEmpty()) {
            return List.of();
        }
        Map<List<String>, List<DataFile>> groups = new LinkedHashMap<>();
        files.forEach(file -> groups.computeIfAbsent(columns.stream().map(column -> file.partition().getOrDefault(column.name(), HiveValues.NULL)).toList(),
                _ -> new ArrayList<>()).add(file));
        return groups.entrySet().stream().map(group -> input(known, group.getKey(), group.getValue())).toList();
    }

    private PartitionInput input(Known known, List<String> values, List<DataFile> files) {
        StorageDescriptor storage = known.glue().storageDescriptor().toBuilder().location(locations.uri(folder(files))).build();
        Map<String, String> counts = new HashMap<>(Map.of(Marks.BYTES, Long.toString(Partitions.bytes(files)), Marks.FILES, Integer.toString(files.size())));
        long rows = Partitions.rows(files);
        if (rows >= 0) {
            counts.put(Marks.ROWS, Long.toString(rows));
        }
        return PartitionInput.builder().values(values).storageDescriptor(storage).parameters(counts).build();
    }

    /// The deepest folder that all files stand in.
    private static Prefix folder(List<DataFile> files) {
        Prefix folder = files.getFirst().path().parent();
        while (!folder.key().isEmpty()) {
            Prefix now = folder;
            if (files.stream().allMatch(file -> now.contains(file.path()))) {
                return now;
            }
            folder = new Prefix(now.tier(), now.key().substring(0, now.key().lastIndexOf('/', now.key().length() - 2) + 1));
        }
        return folder;
    }
}
