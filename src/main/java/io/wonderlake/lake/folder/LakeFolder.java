package io.wonderlake.lake.folder;

import io.wonderlake.lake.Content;
import io.wonderlake.lake.Documents;
import io.wonderlake.lake.LakeSettings;
import io.wonderlake.lake.Tier;
import io.wonderlake.work.Failure;
import io.wonderlake.work.Job;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Where things stand in the folder of a local lake.
public final class LakeFolder {
    private static final String SETTINGS = "lake.yaml";
    private static final List<String> DEFINITIONS = List.of("contracts", "models", "pipelines", "queries", "dashboards");

    private final Path root;
    private final LakeSettings settings;

    private LakeFolder(Path root, LakeSettings settings) {
        this.root = root;
        this.settings = settings;
    }

    /// Makes the folders of a lake and says what it is in `lake.yaml`. A lake that stands there already is opened as it is.
    public static LakeFolder create(Path root, LakeSettings settings) {
        try {
            Files.createDirectories(root);
            if (!Files.exists(root.resolve(SETTINGS))) {
                LakeFolder made = new LakeFolder(root.toRealPath(), settings);
                made.makeFolders();
                made.write(settings, false);
            }
        } catch (IOException error) {
            throw FolderFailures.of(error, root);
        }
        return open(root);
    }

    /// Opens the lake in `root`, and removes what a killed process left unfinished there.
    public static LakeFolder open(Path root) {
        Path file = root.resolve(SETTINGS);
        if (!Files.isRegularFile(file)) {
            throw Failure.of(Failure.Kind.NOT_FOUND, "failure.lake.none", root.toString()).exception();
        }
        try {
            LakeSettings settings = Documents.readYaml(Files.readString(file), SettingsFile.class, file.toString()).settings(root.toRealPath());
            LakeFolder lake = new LakeFolder(root.toRealPath(), settings);
            lake.makeFolders();
            lake.temporaryFiles().clean();
            return lake;
        } catch (IOException error) {
            throw FolderFailures.of(error, file);
        }
    }

    private void makeFolders() throws IOException {
        for (Tier tier : Tier.values()) {
            Path folder = tierFolder(tier);
            if (Files.isSymbolicLink(folder)) {
                throw FolderFailures.link(folder);
            }
            Files.createDirectories(folder);
        }
        for (String kind : DEFINITIONS) {
            Files.createDirectories(tierFolder(Tier.CONFIG).resolve(kind));
        }
        for (Path folder : List.of(resultsFolder(), spillFolder(), versionsFolder(), locksFolder(), temporaryFolder())) {
            Files.createDirectories(folder);
        }
    }

    /// The real path of the lake's folder, without symbolic links.
    public Path root() {
        return root;
    }

    public LakeSettings settings() {
        return settings;
    }

    /// Writes `lake.yaml` anew, whole or not at all, and gives the lake as it is now.
    public LakeFolder save(LakeSettings changed) {
        try {
            write(changed, true);
        } catch (IOException error) {
            throw FolderFailures.of(error, root.resolve(SETTINGS));
        }
        return new LakeFolder(root, changed);
    }

    private void write(LakeSettings changed, boolean replace) throws IOException {
        try (TemporaryFile file = temporaryFiles().make()) {
            file.fill(Content.of(Documents.writeYaml(SettingsFile.of(changed)).getBytes(StandardCharsets.UTF_8)), SETTINGS, new Job(SETTINGS));
            if (replace) {
                file.replace(root.resolve(SETTINGS));
            } else {
                file.placeIfAbsent(root.resolve(SETTINGS));
            }
        }
    }

    public Path tierFolder(Tier tier) {
        return root.resolve(tier.folder());
    }

    public Path indexFile() {
        return own("index.db");
    }

    public Path resultsFolder() {
        return own("results");
    }

    /// Where an engine may spill what does not fit into memory.
    public Path spillFolder() {
        return own("spill");
    }

    Path versionsFolder() {
        return own("versions");
    }

    Path locksFolder() {
        return own("locks");
    }

    Path temporaryFolder() {
        return own("temporary");
    }

    TemporaryFiles temporaryFiles() {
        return new TemporaryFiles(temporaryFolder());
    }

    private Path own(String name) {
        return root.resolve(".wonderlake").resolve(name);
    }

    /// `lake.yaml` as people write it: tiers by their folders' names.
    private record SettingsFile(String name, Map<String, String> tiers) {

        static SettingsFile of(LakeSettings settings) {
            Map<String, String> tiers = new LinkedHashMap<>();
            for (Tier tier : Tier.values()) {
                tiers.put(tier.folder(), settings.tierName(tier));
            }
            return new SettingsFile(settings.name(), tiers);
        }

        LakeSettings settings(Path root) {
            Map<Tier, String> names = new LinkedHashMap<>();
            if (tiers != null) {
                tiers.forEach((folder, shown) -> {
                    Tier tier = Tier.ofFolder(folder).orElseThrow(
                            () -> Failure.of(Failure.Kind.BAD_INPUT, "failure.lake.tier", folder, root.resolve(SETTINGS).toString()).exception());
                    if (shown != null && !shown.isBlank() && !shown.equals(tier.folder())) {
                        names.put(tier, shown);
                    }
                });
            }
            return new LakeSettings(name == null || name.isBlank() ? root.getFileName().toString() : name, names);
        }
    }
}
