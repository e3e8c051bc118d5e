package io.wonderlake.ui.kit.grid;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GridSelectionTest {
    private final GridSelection selection = new GridSelection();

    @BeforeEach
    void tenMillionRows() {
        selection.resize(10_000_000, 12);
    }

    @Test
    void hasNoCursorUntilOneIsPut() {
        assertThat(selection.hasCursor()).isFalse();
        assertThat(selection.range()).isNull();
    }

    @Test
    void theFirstKeyGoesToTheFirstCell() {
        selection.moveBy(1, 0, false);
        assertThat(selection.range()).isEqualTo(new GridRange(0, 0, 0, 0));
    }

    @Test
    void extendsFromItsFirstCornerInBothDirections() {
        selection.moveTo(10, 3, false);
        selection.moveTo(12, 5, true);
        assertThat(selection.range()).isEqualTo(new GridRange(10, 3, 12, 5));
        selection.moveTo(8, 1, true);
        assertThat(selection.range()).isEqualTo(new GridRange(8, 1, 10, 3));
    }

    @Test
    void selectsAllWithoutTouchingARow() {
        selection.selectAll();
        assertThat(selection.range().rows()).isEqualTo(10_000_000);
        assertThat(selection.range().columns()).isEqualTo(12);
    }

    @Test
    void selectsWholeRowsAndTheRowsBetween() {
        selection.selectRow(4, false);
        selection.selectRow(9, true);
        assertThat(selection.range()).isEqualTo(new GridRange(4, 0, 9, 11));
    }

    @Test
    void selectsColumnsFromTopToBottom() {
        selection.selectColumn(2, false);
        selection.selectColumn(4, true);
        assertThat(selection.range()).isEqualTo(new GridRange(0, 2, 9_999_999, 4));
    }

    @Test
    void stopsAtTheEdges() {
        selection.moveTo(Long.MAX_VALUE, Integer.MAX_VALUE, false);
        selection.moveBy(1, 1, false);
        assertThat(selection.row()).isEqualTo(9_999_999);
        assertThat(selection.place()).isEqualTo(11);
        selection.moveTo(0, 0, false);
        selection.moveBy(-100, -1, false);
        assertThat(selection.range()).isEqualTo(new GridRange(0, 0, 0, 0));
    }

    @Test
    void goesBackInsideWhenRowsVanish() {
        selection.moveTo(5_000, 5, false);
        selection.resize(10, 3);
        assertThat(selection.range()).isEqualTo(new GridRange(9, 2, 9, 2));
        selection.resize(0, 3);
        assertThat(selection.hasCursor()).isFalse();
    }

    @Test
    void doesNothingInAnEmptyGrid() {
        selection.resize(0, 0);
        selection.moveBy(1, 1, false);
        selection.selectAll();
        selection.selectColumn(0, false);
        assertThat(selection.hasCursor()).isFalse();
    }
}
