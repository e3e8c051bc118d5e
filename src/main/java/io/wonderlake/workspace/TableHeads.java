package io.wonderlake.workspace;

import io.wonderlake.catalog.Catalog;
import io.wonderlake.catalog.DataFile;
import io.wonderlake.catalog.Partition;
import io.wonderlake.catalog.StorageFormat;
import io.wonderlake.catalog.Table;
import io.wonderlake.format.Previews;
import io.wonderlake.work.Failure;
import io.wonderlake.work.Job;
import io.wonderlake.workspace.TableHead.Part;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Gets the first rows of a catalog's tables out of their first files, for lakes whose engines charge for each statement.
public final class TableHeads {
    private static final int MOST_FILES = 16;

    private final Catalog catalog;
    private final Previews previews;

    public TableHeads(Catalog catalog, Previews previews) {
        this.catalog = catalog;
        this.previews = previews;
    }

    /// As many of the table's files as `rows` rows need, in their order, sixteen at most.
    public TableHead open(Table table, long rows, Job job) {
        if (table.format() instanceof StorageFormat.Other) {
            throw Failure.of(Failure.Kind.BAD_INPUT, "failure.preview.table", table.name(), table.format().label()).exception();
        }
        if (table.location().isEmpty()) {
            throw Failure.of(Failure.Kind.BAD_INPUT, "failure.preview.outside", table.name(), table.place()).exception();
        }
        List<Part> parts = new ArrayList<>();
        long read = 0;
        boolean whole = true;
        Iterator<DataFile> files = files(table).filter(file -> file.size() != 0).iterator();
        while (read < rows && parts.size() < MOST_FILES && files.hasNext()) {
            DataFile file = files.next();
            Part part = new Part(file, previews.open(file.path(), rows - read, job));
            parts.add(part);
            read += part.preview().rows();
            whole &= part.preview().whole();
        }
        return new TableHead(table, List.copyOf(parts), whole && !files.hasNext());
    }

    /// Partition by partition, so that no more of them are listed than are read.
    private Stream<DataFile> files(Table table) {
        if (table.partitionColumns().isEmpty()) {
            return catalog.files(table.name(), table.version(), Map.of()).stream();
        }
        List<Partition> first = catalog.partitions(table.name(), table.version(), 0, MOST_FILES + 1);
        return first.stream().flatMap(partition -> catalog.files(table.name(), table.version(), partition.values()).stream());
    }
}
