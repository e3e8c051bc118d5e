package io.wonderlake.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.wonderlake.settings.Appearance.Density;
import io.wonderlake.settings.Appearance.Mode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsFileTest {
    @TempDir
    private Path folder;

    @Test
    void givesTheDefaultsWhereNothingIsRemembered() {
        assertThat(window().value()).isEqualTo(WindowSettings.DEFAULT);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void remembersWhatWasChanged() {
        window().update(now -> now.withAppearance(new Appearance(Mode.DARK, Density.COMFORTABLE)).withRole(Role.SUPPORT)
                .withBounds(new WindowSettings.Bounds(1, 2, 1400, 900, false)).withPanels(new WindowSettings.Panels(300, 320, true, false)));
        WindowSettings read = window().value();
        assertThat(read.appearance()).isEqualTo(new Appearance(Mode.DARK, Density.COMFORTABLE));
        assertThat(read.role()).isEqualTo(Role.SUPPORT);
        assertThat(read.bounds()).contains(new WindowSettings.Bounds(1, 2, 1400, 900, false));
        assertThat(read.panels().inspectorOpen()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[1,2]", "null", "{\"appearance\": {\"mode\": \"PURPLE\"}}", "\u0000\u0000\u0000"})
    void setsADamagedFileAside(String text) throws IOException {
        Files.writeString(folder.resolve("window.json"), text);
        assertThat(window().value()).isEqualTo(WindowSettings.DEFAULT);
        assertThat(folder.resolve("window.json.damaged")).hasContent(text);
        assertThat(folder.resolve("window.json")).doesNotExist();
    }

    @Test
    void takesDefaultsForWhatAnOlderFileDoesNotKnow() throws IOException {
        Files.writeString(folder.resolve("window.json"), "{\"role\": \"SUPPORT\", \"gone\": 1}");
        assertThat(window().value()).isEqualTo(new WindowSettings(Optional.empty(), Appearance.DEFAULT, Role.SUPPORT, WindowSettings.Panels.DEFAULT));
    }

    @Test
    void goesOnWhereTheFolderCannotBeWritten() throws IOException {
        Path blocked = Files.writeString(folder.resolve("file"), "in the way");
        SettingsFile<WindowSettings> file = new SettingsFile<>(blocked.resolve("window.json"), WindowSettings.class, WindowSettings.DEFAULT);
        file.update(now -> now.withRole(Role.BUSINESS));
        assertThat(file.value().role()).isEqualTo(Role.BUSINESS);
    }

    @Test
    void keepsRecentItemsInOrderAndEachOnce() {
        RecentItems items = RecentItems.NONE;
        for (int i = 0; i < 40; i++) {
            items = items.with("/lake", item("t" + i));
        }
        items = items.with("/lake", item("t38")).with("/other", item("x"));
        assertThat(items.of("/lake")).hasSize(24).extracting(RecentItem::name).startsWith("t38", "t39", "t37").doesNotHaveDuplicates();
        assertThat(items.of("/none")).isEmpty();
    }

    private static RecentItem item(String name) {
        return new RecentItem(RecentItem.Kind.TABLE, name, "", Instant.EPOCH);
    }

    private SettingsFile<WindowSettings> window() {
        return new SettingsFile<>(folder.resolve("window.json"), WindowSettings.class, WindowSettings.DEFAULT);
    }
}
