package io.wonderlake.ui.kit.grid;

import static org.assertj.core.api.Assertions.assertThat;

import io.wonderlake.catalog.Column;
import io.wonderlake.work.Failure;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class GridPagesTest {
    private final Deque<Runnable> loads = new ArrayDeque<>();
    private final List<Failure> failures = new ArrayList<>();
    private int arrivals;

    private GridPages pages(GridSource source) {
        return new GridPages(source, loads::add, Runnable::run, () -> arrivals++, failures::add);
    }

    private void loadAll() {
        while (!loads.isEmpty()) {
            loads.remove().run();
        }
    }

    @Test
    void givesARowOnceItsPageHasArrived() {
        GridPages pages = pages(new NumberRows(10_000_000, 12));
        assertThat(pages.row(9_999_999)).isNull();
        loadAll();
        assertThat(arrivals).isEqualTo(1);
        assertThat(pages.row(9_999_999)[0]).isEqualTo(9_999_999_000L);
    }

    @Test
    void fetchesAPageOnceHoweverOftenItIsAskedFor() {
        GridPages pages = pages(new NumberRows(1_000, 12));
        for (int row = 0; row < 30; row++) {
            pages.row(row);
        }
        assertThat(loads).hasSize(1);
    }

    @Test
    void forgetsWhatScrollingHasLeftBehind() {
        GridPages pages = pages(new NumberRows(10_000_000, 12));
        for (long row = 0; row < 10_000_000; row += 100_000) {
            pages.row(row);
        }
        loadAll();
        assertThat(arrivals).isLessThan(6);
        assertThat(pages.row(9_900_000)).isNotNull();
    }

    @Test
    void keepsABoundedNumberOfPages() {
        GridPages pages = pages(new NumberRows(10_000_000, 12));
        for (long row = 0; row < 1_000_000; row += pages.pageRows()) {
            pages.row(row);
            loadAll();
        }
        assertThat(pages.row(999_000)).isNotNull();
        assertThat(pages.row(0)).isNull();
    }

    @Test
    void takesSmallerPagesOfWideTables() {
        assertThat(pages(new NumberRows(10, 1_000)).pageRows()).isEqualTo(16);
        assertThat(pages(new NumberRows(10, 4)).pageRows()).isEqualTo(256);
    }

    @Test
    void tellsAFailureOnceAndTriesAgainWhenAsked() {
        GridSource broken = new GridSource() {
            @Override
            public List<Column> columns() {
                return List.of(new Column("a", "integer"));
            }

            @Override
            public long rows() {
                return 10;
            }

            @Override
            public boolean complete() {
                return true;
            }

            @Override
            public List<Object[]> page(long from, int count) {
                throw new IllegalStateException("the disk is gone");
            }
        };
        GridPages pages = pages(broken);
        pages.row(0);
        loadAll();
        pages.row(1);
        loadAll();
        assertThat(failures).hasSize(1);
        pages.retry();
        pages.row(1);
        loadAll();
        assertThat(failures).hasSize(2);
    }

    @Test
    void readsAPageAgainWhenTheSourceHasGrown() {
        List<Object[]> rows = new ArrayList<>();
        rows.add(new Object[] {1});
        GridSource growing = new GridSource() {
            @Override
            public List<Column> columns() {
                return List.of(new Column("a", "integer"));
            }

            @Override
            public long rows() {
                return rows.size();
            }

            @Override
            public boolean complete() {
                return false;
            }

            @Override
            public List<Object[]> page(long from, int count) {
                return List.copyOf(rows.subList((int) from, Math.min(rows.size(), (int) from + count)));
            }
        };
        GridPages pages = pages(growing);
        pages.row(0);
        loadAll();
        assertThat(pages.row(1)).isNull();
        assertThat(loads).isEmpty();
        rows.add(new Object[] {2});
        pages.row(1);
        loadAll();
        assertThat(pages.row(1)).containsExactly(2);
    }
}
