package io.wonderlake.ui.settings;

import io.wonderlake.settings.SettingsFile;
import io.wonderlake.settings.WindowSettings;
import io.wonderlake.ui.kit.Destination;
import io.wonderlake.ui.kit.Feature;
import io.wonderlake.ui.kit.Views;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.Parent;

/// The place at the bottom of the rail.
public final class SettingsFeature implements Feature {
    private final ProfilesViewModel profiles;
    private final SettingsController controller;
    private final Parent content;

    /// @param lake folder of the opened lake
    /// @param configuration folder of the settings files
    public SettingsFeature(SettingsFile<WindowSettings> settings, ProfilesViewModel profiles, String lake, Path configuration) {
        this.profiles = profiles;
        controller = new SettingsController(settings, profiles, lake, configuration);
        content = Views.load(controller);
    }

    @Override
    public String id() {
        return "settings";
    }

    @Override
    public String icon() {
        return "fth-settings";
    }

    @Override
    public boolean accepts(Destination destination) {
        return destination instanceof Destination.Settings;
    }

    @Override
    public void open(Destination destination) {
        controller.showFacts();
    }

    @Override
    public Node content() {
        return content;
    }

    @Override
    public void shown() {
        profiles.refresh();
        controller.showFacts();
    }

    @Override
    public void close() {
        profiles.stopCheck();
        controller.close();
    }
}
