package io.wonderlake.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class KeysTest extends FxTest {
    @Test
    void givesEachChordToOneThing() {
        assertThat(Arrays.stream(Keys.values()).map(Keys::keys)).doesNotHaveDuplicates();
    }

    @Test
    void writesAChordAsItStandsOnTheKeyboard() {
        assertThat(KeyCap.text(Keys.PALETTE.keys())).isEqualTo("Ctrl K");
        assertThat(KeyCap.text(Keys.RUN_ALL.keys())).isEqualTo("Ctrl Shift ↵");
        assertThat(KeyCap.text(Keys.OPEN_DATA.keys())).isEqualTo("F4");
    }
}
