package io.wonderlake.ui.kit.grid;

import static org.assertj.core.api.Assertions.assertThat;

import io.wonderlake.catalog.Column;
import java.util.List;
import org.junit.jupiter.api.Test;

class GridCopyTest {
    private static final List<Column> COLUMNS = List.of(new Column("id", "integer"), new Column("name", "varchar"), new Column("city", "varchar"));

    private static GridSource rows(Object[]... rows) {
        return GridSource.of(COLUMNS, List.of(rows));
    }

    @Test
    void copiesRawValuesWithTabs() {
        GridCopy copy = GridCopy.of(rows(new Object[] {1000, "Ann", "Rome"}, new Object[] {2000, null, "Oslo"}), 0, 1, new int[] {0, 1, 2}, false);
        assertThat(copy.text()).isEqualTo("1000\tAnn\tRome\n2000\t\tOslo");
        assertThat(copy.cut()).isFalse();
    }

    @Test
    void keepsTheOrderOnTheScreenAndPutsTheNamesFirstWhenAsked() {
        GridCopy copy = GridCopy.of(rows(new Object[] {1, "Ann", "Rome"}), 0, 0, new int[] {2, 0}, true);
        assertThat(copy.text()).isEqualTo("city\tid\nRome\t1");
    }

    @Test
    void quotesWhatWouldBreakTheTable() {
        GridCopy copy = GridCopy.of(rows(new Object[] {1, "a\tb", "say \"no\"\nnow"}), 0, 0, new int[] {0, 1, 2}, false);
        assertThat(copy.text()).isEqualTo("1\t\"a\tb\"\t\"say \"\"no\"\"\nnow\"");
    }

    @Test
    void copiesOneCellAsItIs() {
        GridCopy copy = GridCopy.of(rows(new Object[] {1, "a\tb\n", ""}), 0, 0, new int[] {1}, false);
        assertThat(copy.text()).isEqualTo("a\tb\n");
    }

    @Test
    void stopsAtAMillionCellsAndSaysSo() {
        GridSource endless = new NumberRows(10_000_000, 10);
        GridCopy copy = GridCopy.of(endless, 0, 9_999_999, new int[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, false);
        assertThat(copy.cut()).isTrue();
        assertThat(copy.rows()).isEqualTo(100_000);
        assertThat(copy.wanted()).isEqualTo(10_000_000);
    }
}
