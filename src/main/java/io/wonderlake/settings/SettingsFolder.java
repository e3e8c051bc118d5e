package io.wonderlake.settings;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/// Where the user's settings stand.
public final class SettingsFolder {
    private static final String NAME = "wonderlake";

    private SettingsFolder() {
    }

    /// The folder of this user on this system; `WONDERLAKE_CONFIG` overrides it.
    public static Path ofUser() {
        return locate(System.getenv(), System.getProperty("os.name", ""), Path.of(System.getProperty("user.home")));
    }

    static Path locate(Map<String, String> environment, String system, Path home) {
        String chosen = environment.getOrDefault("WONDERLAKE_CONFIG", "");
        if (!chosen.isBlank()) {
            return Path.of(chosen);
        }
        String os = system.toLowerCase(Locale.ROOT);
        if (os.startsWith("windows")) {
            return under(environment, "APPDATA", home.resolve("AppData").resolve("Roaming"));
        }
        if (os.startsWith("mac")) {
            return home.resolve("Library").resolve("Application Support").resolve(NAME);
        }
        return under(environment, "XDG_CONFIG_HOME", home.resolve(".config"));
    }

    private static Path under(Map<String, String> environment, String variable, Path otherwise) {
        String value = environment.getOrDefault(variable, "");
        return (value.isBlank() ? otherwise : Path.of(value)).resolve(NAME);
    }
}
