package io.wonderlake.ui.explore;

import io.wonderlake.catalog.Column;
import io.wonderlake.ingest.UploadManifest;
import io.wonderlake.lake.Listing;
import io.wonderlake.lake.ObjectEntry;
import io.wonderlake.lake.ObjectPath;
import io.wonderlake.lake.ObjectStore;
import io.wonderlake.lake.Prefix;
import io.wonderlake.ui.kit.grid.GridSource;
import io.wonderlake.work.Job;
import io.wonderlake.work.Strings;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// The objects below a folder, however many. Only where each page of the listing begins is kept; a page is listed again when it is looked at.
final class FolderRows implements GridSource {
    static final int PAGE = 1_000;
    private final ObjectStore objects;
    private final Prefix folder;
    private final boolean classes;
    private final List<Start> starts = new CopyOnWriteArrayList<>(List.of(new Start(0, Optional.empty())));
    private volatile long count;
    private volatile long bytes;
    private volatile boolean complete;

    /// Where a page begins: its first row, and the token that lists it.
    private record Start(long row, Optional<String> after) { }

    /// @param classes whether the store has storage classes
    FolderRows(ObjectStore objects, Prefix folder, boolean classes) {
        this.objects = objects;
        this.folder = folder;
        this.classes = classes;
    }

    /// Counts the next page of objects; blocks. Returns whether there are more.
    boolean countOn(Job job) {
        job.checkCancelled();
        Listing page = objects.list(folder, false, starts.getLast().after(), PAGE);
        List<ObjectEntry> data = data(page);
        bytes += data.stream().mapToLong(ObjectEntry::size).sum();
        long now = count + data.size();
        if (page.next().isPresent()) {
            starts.add(new Start(now, page.next()));
        }
        count = now;
        complete = page.next().isEmpty();
        return !complete;
    }

    /// Bookkeeping is no data, and not shown.
    private static List<ObjectEntry> data(Listing page) {
        return page.objects().stream().filter(entry -> UploadManifest.isData(entry.path())).toList();
    }

    /// The entries from a row on; blocks.
    List<ObjectEntry> entries(long from, int wanted) {
        List<ObjectEntry> found = new ArrayList<>();
        for (int at = pageOf(from); at < starts.size() && found.size() < wanted; at++) {
            Start start = starts.get(at);
            List<ObjectEntry> page = data(objects.list(folder, false, start.after(), PAGE));
            page.stream().skip(Math.max(0, from - start.row())).limit(wanted - found.size()).forEach(found::add);
        }
        return found;
    }

    private int pageOf(long row) {
        int at = starts.size() - 1;
        while (at > 0 && starts.get(at).row() > row) {
            at--;
        }
        return at;
    }

    @Override
    public List<Column> columns() {
        List<Column> columns = new ArrayList<>(List.of(new Column(Strings.text("explore.list.object"), "varchar"),
                new Column(Strings.text("explore.list.size"), "bigint"), new Column(Strings.text("explore.list.changed"), "timestamp")));
        if (classes) {
            columns.add(new Column(Strings.text("explore.list.class"), "varchar"));
        }
        return columns;
    }

    @Override
    public List<Object[]> page(long from, int wanted) {
        return entries(from, wanted).stream().map(this::row).toList();
    }

    private Object[] row(ObjectEntry entry) {
        ObjectPath path = entry.path();
        LocalDateTime changed = LocalDateTime.ofInstant(entry.modified(), ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS);
        Object name = path.key().substring(folder.key().length());
        return classes ? new Object[] {name, TableLists.size(entry.size()), changed, entry.storageClass()} : new Object[] {name, TableLists.size(entry.size()), changed};
    }

    @Override
    public long rows() {
        return count;
    }

    @Override
    public boolean complete() {
        return complete;
    }

    long bytes() {
        return bytes;
    }
}
