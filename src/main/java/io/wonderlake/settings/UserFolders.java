package io.wonderlake.settings;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Where a user's files of Wonderlake stand: settings, the practice lake, and what can be made again.
public record UserFolders(Path config, Path data, Path cache) {
    private static final String NAME = "wonderlake";

    /// The folders of this user, by the habits of the system. `WONDERLAKE_CONFIG` and `WONDERLAKE_DATA` name others.
    public static UserFolders ofThisUser() {
        return of(System.getenv(), System.getProperty("os.name"), Path.of(System.getProperty("user.home")));
    }

    static UserFolders of(Map<String, String> environment, String system, Path home) {
        UserFolders usual = usual(environment, system.toLowerCase(Locale.ROOT), home);
        return new UserFolders(
                folder(environment, "WONDERLAKE_CONFIG").orElse(usual.config),
                folder(environment, "WONDERLAKE_DATA").orElse(usual.data),
                usual.cache);
    }

    private static UserFolders usual(Map<String, String> environment, String system, Path home) {
        if (system.contains("win")) {
            Path roaming = folder(environment, "APPDATA").orElse(home.resolve("AppData/Roaming"));
            Path local = folder(environment, "LOCALAPPDATA").orElse(home.resolve("AppData/Local")).resolve(NAME);
            return new UserFolders(roaming.resolve(NAME), local.resolve("data"), local.resolve("cache"));
        }
        if (system.contains("mac")) {
            Path support = home.resolve("Library/Application Support").resolve(NAME);
            return new UserFolders(support.resolve("config"), support, home.resolve("Library/Caches").resolve(NAME));
        }
        return new UserFolders(
                folder(environment, "XDG_CONFIG_HOME").orElse(home.resolve(".config")).resolve(NAME),
                folder(environment, "XDG_DATA_HOME").orElse(home.resolve(".local/share")).resolve(NAME),
                folder(environment, "XDG_CACHE_HOME").orElse(home.resolve(".cache")).resolve(NAME));
    }

    /// Where the practice lake stands when nothing else is said.
    public Path practiceLake() {
        return data.resolve("practice-lake");
    }

    private static Optional<Path> folder(Map<String, String> environment, String variable) {
        return Optional.ofNullable(environment.get(variable)).filter(value -> !value.isBlank()).map(Path::of);
    }
}
