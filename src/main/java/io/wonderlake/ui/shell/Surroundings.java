package io.wonderlake.ui.shell;

import io.wonderlake.settings.SettingsFile;
import io.wonderlake.settings.WindowSettings;
import io.wonderlake.ui.kit.Theme;

/// What outlives the lake that a window shows.
public record Surroundings(Theme theme, SettingsFile<WindowSettings> settings, LakesViewModel lakes) { }
