package io.wonderlake.ui.shell;

import io.wonderlake.settings.SettingsFile;
import io.wonderlake.settings.WindowSettings;
import io.wonderlake.ui.kit.Logins;
import io.wonderlake.ui.kit.Theme;
import java.net.URI;
import java.util.function.Consumer;

/// What outlives the lake that a window shows.
///
/// @param browser opens a page in the user's browser
public record Surroundings(Theme theme, SettingsFile<WindowSettings> settings, LakesViewModel lakes, Logins logins, Consumer<URI> browser) { }
