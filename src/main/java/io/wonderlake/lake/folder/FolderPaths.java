package io.wonderlake.lake.folder;

import io.wonderlake.lake.LocalFiles;
import io.wonderlake.lake.ObjectPath;
import io.wonderlake.lake.Prefix;
import io.wonderlake.lake.Tier;
import io.wonderlake.work.Failure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// From objects to files and back. A symbolic link is never part of a lake, wherever it leads.
final class FolderPaths implements LocalFiles {
    private final LakeFolder lake;

    FolderPaths(LakeFolder lake) {
        this.lake = lake;
    }

    @Override
    public Path file(ObjectPath path) {
        return guarded(lake.tierFolder(path.tier()), path.key(), path);
    }

    @Override
    public Path folder(Prefix prefix) {
        String key = prefix.key();
        return guarded(lake.tierFolder(prefix.tier()), key.isEmpty() ? key : key.substring(0, key.length() - 1), prefix);
    }

    @Override
    public ObjectPath objectAt(Path file) {
        Path whole = file.toAbsolutePath().normalize();
        for (Tier tier : Tier.values()) {
            Path folder = lake.tierFolder(tier);
            if (whole.startsWith(folder) && !whole.equals(folder)) {
                return new ObjectPath(tier, key(folder.relativize(whole)));
            }
        }
        throw Failure.of(Failure.Kind.NOT_FOUND, "failure.lake.outside", file.toString(), lake.root().toString()).exception();
    }

    private static String key(Path relative) {
        return StreamSupport.stream(relative.spliterator(), false).map(Path::toString).collect(Collectors.joining("/"));
    }

    private static Path guarded(Path tier, String key, Object thing) {
        Path at = tier;
        refuseLink(at, thing);
        if (!key.isEmpty()) {
            for (String part : key.split("/")) {
                at = at.resolve(part);
                refuseLink(at, thing);
            }
        }
        return at;
    }

    private static void refuseLink(Path file, Object thing) {
        if (Files.isSymbolicLink(file)) {
            throw FolderFailures.link(thing);
        }
    }
}
