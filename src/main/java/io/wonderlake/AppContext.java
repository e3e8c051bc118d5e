package io.wonderlake;

import io.wonderlake.catalog.local.Reindex;
import io.wonderlake.cli.Lakes;
import io.wonderlake.format.FileProbe;
import io.wonderlake.lake.LakeProfile;
import io.wonderlake.lake.LakeSettings;
import io.wonderlake.lake.aws.Prompts;
import io.wonderlake.lake.folder.FolderStore;
import io.wonderlake.lake.folder.Folders;
import io.wonderlake.lake.folder.LakeFolder;
import io.wonderlake.lake.index.LakeIndex;
import io.wonderlake.settings.Keychain;
import io.wonderlake.settings.Profiles;
import io.wonderlake.settings.UserFolders;
import io.wonderlake.work.Job;
import io.wonderlake.workspace.LocalLake;
import io.wonderlake.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Wires the program by hand: which adapter stands behind which port.
final class AppContext implements Lakes {
    private final UserFolders folders;
    private volatile Prompts prompts = Prompts.NOBODY;

    /// Asks whoever is there at the moment of the question.
    private final Prompts asking = new Prompts() {
        @Override
        public Optional<String> tokenCode(Device device) {
            return prompts.tokenCode(device);
        }

        @Override
        public boolean showLogin(Login login) {
            return prompts.showLogin(login);
        }
    };

    AppContext(UserFolders folders) {
        this.folders = folders;
    }

    /// Who is asked from now on for what only a person knows, also in lakes that are open already.
    void prompts(Prompts now) {
        prompts = now;
    }

    @Override
    public Path practiceLake() {
        return folders.practiceLake();
    }

    @Override
    public LakeProfile profile(String name) {
        return profiles().load(name);
    }

    Profiles profiles() {
        return new Profiles(folders.config());
    }

    @Override
    public Workspace open(LakeProfile profile) {
        return switch (profile) {
            case LakeProfile.Local local -> new LocalWorkspace(local, LakeFolder.open(local.path()), List.of());
            case LakeProfile.Aws aws -> new AwsWorkspace(aws, folders.cache().resolve("lakes").resolve(aws.name()), asking, new Keychain());
        };
    }

    @Override
    public LocalLake open(Path folder) {
        return local(LakeFolder.open(folder), List.of());
    }

    @Override
    public LocalLake create(Path folder, LakeSettings settings) {
        return local(LakeFolder.create(folder, settings), List.of());
    }

    private static LocalLake local(LakeFolder lake, List<Path> readable) {
        return new LocalWorkspace(new LakeProfile.Local(lake.settings().name(), lake.root(), "", false), lake, readable);
    }

    @Override
    public int reindex(Path folder, Job job) {
        LakeFolder lake = LakeFolder.open(folder);
        try (LakeIndex index = LakeIndex.openOrStartOver(lake.indexFile())) {
            return new Reindex(index, new FolderStore(lake)).rebuild(job);
        }
    }

    /// The engine's folders are fixed when it opens, so looking at loose files takes a lake of its own, which is thrown away.
    @Override
    public <T> T probing(List<Path> readable, Function<FileProbe, T> use) {
        try {
            Path scratch = Files.createTempDirectory("wonderlake-probe-");
            try (LocalLake lake = local(LakeFolder.create(scratch, new LakeSettings("", Map.of())), readable)) {
                return use.apply(lake.probe());
            } finally {
                Folders.delete(scratch);
            }
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }
}
