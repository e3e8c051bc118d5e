package io.wonderlake.ui.kit.grid;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GridWindowTest {
    private final GridWindow window = new GridWindow();

    @Test
    void stopsWhereTheLastRowStandsAtTheFoot() {
        window.resize(10_000_000, 30);
        window.moveTo(Long.MAX_VALUE);
        assertThat(window.offset()).isEqualTo(9_999_970);
    }

    @Test
    void staysAtTheTopWhenAllRowsFit() {
        window.resize(5, 30);
        assertThat(window.moveTo(3)).isFalse();
        assertThat(window.offset()).isZero();
    }

    @Test
    void movesJustAsFarAsNeededToShowARow() {
        window.resize(1_000, 10);
        assertThat(window.reveal(5)).isFalse();
        window.reveal(10);
        assertThat(window.offset()).isEqualTo(1);
        window.reveal(0);
        assertThat(window.offset()).isZero();
    }

    @Test
    void addsUpSmallTurnsOfTheWheel() {
        window.resize(1_000, 10);
        assertThat(window.wheel(0.4)).isFalse();
        assertThat(window.wheel(0.4)).isFalse();
        assertThat(window.wheel(0.4)).isTrue();
        assertThat(window.offset()).isEqualTo(1);
    }

    @Test
    void keepsThePlaceWhenRowsAreAddedAndGoesBackWhenTheyVanish() {
        window.resize(100, 10);
        window.moveTo(50);
        window.resize(1_000, 10);
        assertThat(window.offset()).isEqualTo(50);
        window.resize(20, 10);
        assertThat(window.offset()).isEqualTo(10);
        window.resize(0, 10);
        assertThat(window.offset()).isZero();
    }

    @Test
    void knowsMoreRowsThanAnIntegerHolds() {
        window.resize(20_000_000_000L, 30);
        window.moveTo(19_999_999_999L);
        assertThat(window.offset()).isEqualTo(19_999_999_970L);
    }
}
