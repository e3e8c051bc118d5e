package io.wonderlake.ui.settings;

import io.wonderlake.settings.Appearance.Density;
import io.wonderlake.settings.Appearance.Mode;
import io.wonderlake.settings.Appearance;
import io.wonderlake.settings.Role;
import io.wonderlake.settings.SettingsFile;
import io.wonderlake.settings.WindowSettings;
import io.wonderlake.ui.kit.Icons;
import io.wonderlake.ui.kit.Segments;
import io.wonderlake.work.Formats;
import io.wonderlake.work.Strings;
import java.nio.file.Path;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Ties SettingsView.fxml to the settings file; a choice holds at once.
public final class SettingsController {
    private final SettingsFile<WindowSettings> settings;
    private final ProfilesViewModel profiles;
    private final String lake;
    private final Path configuration;
    private final Segments<Mode> mode = new Segments<>();
    private final Segments<Density> density = new Segments<>();
    private final Segments<Role> role = new Segments<>();

    private SettingsFile.Listening listening = () -> { };

    @FXML private VBox lakes;
    @FXML private StackPane modeChoice;
    @FXML private StackPane densityChoice;
    @FXML private StackPane roleChoice;
    @FXML private Label lakeFolder;
    @FXML private Label configurationFolder;
    @FXML private Label memory;
    @FXML private Label versions;

    SettingsController(SettingsFile<WindowSettings> settings, ProfilesViewModel profiles, String lake, Path configuration) {
        this.settings = settings;
        this.profiles = profiles;
        this.lake = lake;
        this.configuration = configuration;
    }

    @FXML
    private void initialize() {
        mode.add(Mode.LIGHT, Strings.text("settings.mode.light"), Icons.of("fth-sun", 14));
        mode.add(Mode.DARK, Strings.text("settings.mode.dark"), Icons.of("fth-moon", 14));
        mode.add(Mode.SYSTEM, Strings.text("settings.mode.system"), Icons.of("fth-monitor", 14));
        density.add(Density.COMPACT, Strings.text("settings.density.compact"), null);
        density.add(Density.COMFORTABLE, Strings.text("settings.density.comfortable"), null);
        role.add(Role.ANALYST, Strings.text("settings.role.analyst"), null);
        role.add(Role.BUSINESS, Strings.text("settings.role.business"), null);
        role.add(Role.SUPPORT, Strings.text("settings.role.support"), null);
        modeChoice.getChildren().add(mode);
        densityChoice.getChildren().add(density);
        roleChoice.getChildren().add(role);
        showChoices();
        mode.valueProperty().subscribe(now -> settings.update(old -> old.withAppearance(new Appearance(now, old.appearance().density()))));
        density.valueProperty().subscribe(now -> settings.update(old -> old.withAppearance(new Appearance(old.appearance().mode(), now))));
        role.valueProperty().subscribe(now -> settings.update(old -> old.withRole(now)));
        listening = settings.onChange(this::showChoices);
        lakes.getChildren().add(new ProfilesView(profiles));
        showFacts();
    }

    private void showChoices() {
        mode.valueProperty().set(settings.value().appearance().mode());
        density.valueProperty().set(settings.value().appearance().density());
        role.valueProperty().set(settings.value().role());
    }

    void close() {
        listening.close();
    }

    void showFacts() {
        Runtime runtime = Runtime.getRuntime();
        lakeFolder.setText(lake);
        configurationFolder.setText(configuration.toAbsolutePath().toString());
        memory.setText(Strings.text("settings.memory.value", Formats.bytes(runtime.totalMemory() - runtime.freeMemory()), Formats.bytes(runtime.maxMemory())));
        versions.setText(Strings.text("settings.versions.value", System.getProperty("java.version"), System.getProperty("javafx.runtime.version"),
                System.getProperty("os.name")));
    }
}
