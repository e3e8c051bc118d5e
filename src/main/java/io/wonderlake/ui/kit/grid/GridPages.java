package io.wonderlake.ui.kit.grid;

import io.wonderlake.work.Failure;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// A bounded cache of pages over a source. A page that is not there is fetched on the loader and announced on the UI thread;
/// the newest wish goes first, and wishes that scrolling has left behind are forgotten. Used on the UI thread.
final class GridPages {
    static final int MAX_PAGES = 48;
    private static final int MAX_WISHES = 4;
    private static final int CELLS_PER_PAGE = 8_192;

    private final GridSource source;
    private final Executor loader;
    private final Executor uiThread;
    private final Runnable arrived;
    private final Consumer<Failure> failed;
    private final int pageRows;
    private final Deque<Long> wishes = new ArrayDeque<>();
    private final Map<Long, Page> pages = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Page> eldest) {
            return size() > MAX_PAGES;
        }
    };
    private final Set<Long> broken = new HashSet<>();
    private boolean loading;

    GridPages(GridSource source, Executor loader, Executor uiThread, Runnable arrived, Consumer<Failure> failed) {
        this.source = source;
        this.loader = loader;
        this.uiThread = uiThread;
        this.arrived = arrived;
        this.failed = failed;
        this.pageRows = Math.clamp(CELLS_PER_PAGE / Math.max(1, source.columns().size()), 16, 256);
    }

    int pageRows() {
        return pageRows;
    }

    /// The row, or null while its page is on the way.
    Object[] row(long index) {
        long page = index / pageRows;
        int inPage = (int) (index % pageRows);
        Page known = pages.get(page);
        if (known != null && inPage < known.rows().size()) {
            return known.rows().get(inPage);
        }
        boolean stale = known == null || known.sourceRows() != source.rows();
        if (stale && !broken.contains(page)) {
            wish(page);
        }
        return null;
    }

    /// A page as it was when the source had so many rows; a growing source may give more of it later.
    private record Page(List<Object[]> rows, long sourceRows) { }

    /// Fetches again what could not be read.
    void retry() {
        broken.clear();
    }

    private void wish(long page) {
        if (wishes.contains(page)) {
            return;
        }
        wishes.addFirst(page);
        while (wishes.size() > MAX_WISHES) {
            wishes.removeLast();
        }
        loadNext();
    }

    private void loadNext() {
        if (loading || wishes.isEmpty()) {
            return;
        }
        loading = true;
        long page = wishes.peekFirst();
        loader.execute(() -> {
            try {
                long sourceRows = source.rows();
                List<Object[]> rows = source.page(page * pageRows, pageRows).stream().map(GridPages::slim).toList();
                uiThread.execute(() -> arrive(page, new Page(rows, sourceRows)));
            } catch (RuntimeException error) {
                uiThread.execute(() -> fail(page, Failure.of(error)));
            }
        });
    }

    private void arrive(long page, Page rows) {
        loading = false;
        wishes.remove(page);
        pages.put(page, rows);
        arrived.run();
        loadNext();
    }

    private void fail(long page, Failure failure) {
        loading = false;
        wishes.remove(page);
        broken.add(page);
        failed.accept(failure);
        loadNext();
    }

    /// A copy of the row in which a huge value is replaced by its beginning, so that the cache stays small whatever the cells hold.
    private static Object[] slim(Object[] row) {
        Object[] copy = row.clone();
        for (int i = 0; i < copy.length; i++) {
            copy[i] = CellText.slim(copy[i]);
        }
        return copy;
    }
}
