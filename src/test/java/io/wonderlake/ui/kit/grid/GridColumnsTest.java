package io.wonderlake.ui.kit.grid;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GridColumnsTest {
    private final GridColumns columns = new GridColumns(new double[] {100, 50, 80}, new double[] {40, 40, 40});

    @Test
    void findsTheColumnAtADistance() {
        assertThat(columns.placeAt(0)).isZero();
        assertThat(columns.placeAt(99.5)).isZero();
        assertThat(columns.placeAt(100)).isEqualTo(1);
        assertThat(columns.placeAt(229)).isEqualTo(2);
        assertThat(columns.placeAt(5_000)).isEqualTo(2);
    }

    @Test
    void resizesNotBelowTheNarrowest() {
        columns.resize(0, 10);
        assertThat(columns.width(0)).isEqualTo(40);
        assertThat(columns.left(1)).isEqualTo(40);
        assertThat(columns.total()).isEqualTo(170);
    }

    @Test
    void movesAColumnAndKeepsItsWidth() {
        columns.move(0, 2);
        assertThat(columns.indexAt(0)).isEqualTo(1);
        assertThat(columns.indexAt(2)).isZero();
        assertThat(columns.placeOf(0)).isEqualTo(2);
        assertThat(columns.left(2)).isEqualTo(130);
        columns.move(2, 0);
        assertThat(columns.indexAt(0)).isZero();
    }

    @Test
    void spreadsSpareRoomUntilAWidthIsSetByHand() {
        columns.fill(330);
        assertThat(columns.total()).isEqualTo(330);
        assertThat(columns.natural()).isEqualTo(230);
        columns.fill(120);
        assertThat(columns.total()).isEqualTo(230);
        columns.fill(330);
        columns.resize(1, 60);
        columns.fill(900);
        assertThat(columns.width(1)).isEqualTo(60);
        assertThat(columns.total()).isLessThan(330);
    }

    @Test
    void leavesTheRestToALastColumnOfTexts() {
        GridColumns words = new GridColumns(new double[] {100, 50}, new double[] {40, 40}, new boolean[] {false, true});
        words.fill(1_000);
        assertThat(words.width(0)).isEqualTo(GridColumns.ROOMY);
        assertThat(words.total()).isEqualTo(1_000);
        columns.fill(1_000);
        assertThat(columns.total()).isEqualTo(3 * GridColumns.ROOMY);
    }

    @Test
    void bringsAColumnIntoViewWithoutCuttingTheFirst() {
        assertThat(columns.reveal(0, 60, 100)).isZero();
        assertThat(columns.reveal(1, 0, 160)).isZero();
        assertThat(columns.reveal(2, 0, 160)).isEqualTo(100);
        assertThat(columns.reveal(2, 0, 60)).isEqualTo(150);
    }

    @Test
    void aGridWithoutColumnsHasNoPlace() {
        GridColumns none = new GridColumns(new double[0], new double[0]);
        assertThat(none.placeAt(10)).isEqualTo(-1);
        assertThat(none.total()).isZero();
    }
}
