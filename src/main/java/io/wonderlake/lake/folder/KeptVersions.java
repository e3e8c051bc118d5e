package io.wonderlake.lake.folder;

import io.wonderlake.lake.ObjectPath;
import io.wonderlake.lake.Sha256;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;

/// What raw objects were before: files `1`, `2`… in a folder for each object, named by the hash of its key so that no key can collide.
/// The object's present file has the number after the last. Changes are made while the object's lock is held.
final class KeptVersions {
    private final LakeFolder lake;

    KeptVersions(LakeFolder lake) {
        this.lake = lake;
    }

    /// The kept files by number, newest first. Leaves out the one that still is the present file, after a kill between keeping and replacing.
    SortedMap<Long, Path> files(ObjectPath path, Path present) throws IOException {
        SortedMap<Long, Path> kept = new TreeMap<>(Comparator.reverseOrder());
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder(path), "[0-9]*")) {
            for (Path file : files) {
                kept.put(Long.valueOf(file.getFileName().toString()), file);
            }
        } catch (NoSuchFileException _) {
            return kept;
        }
        if (!kept.isEmpty() && isSame(kept.get(kept.firstKey()), present)) {
            kept.remove(kept.firstKey());
        }
        return kept;
    }

    Path file(ObjectPath path, long number) {
        return folder(path).resolve(Long.toString(number));
    }

    /// Keeps the present file under a further name, for it is about to be replaced.
    void keep(ObjectPath path, Path present) throws IOException {
        if (Files.exists(present)) {
            Path target = next(path, present);
            if (!Files.exists(target)) {
                link(target, present);
                Disk.sync(target.getParent());
            }
        }
    }

    /// Takes the present file away and keeps it.
    void retire(ObjectPath path, Path present) throws IOException {
        if (Files.exists(present)) {
            keep(path, present);
            Files.delete(present);
            Disk.sync(present.getParent());
        }
    }

    private Path next(ObjectPath path, Path present) throws IOException {
        SortedMap<Long, Path> kept = files(path, present);
        Path folder = folder(path);
        if (!Files.exists(folder)) {
            Disk.makeFolders(folder);
            Files.writeString(folder.resolve("key"), path.toString());
        }
        return file(path, kept.isEmpty() ? 1 : kept.firstKey() + 1);
    }

    private void link(Path target, Path present) throws IOException {
        try {
            Files.createLink(target, present);
        } catch (UnsupportedOperationException | FileSystemException _) {
            Path copy = target.resolveSibling("copy");
            Files.copy(present, copy, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
            Files.move(copy, target, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private Path folder(ObjectPath path) {
        String hash = Sha256.of(path.key());
        return lake.versionsFolder().resolve(path.tier().folder()).resolve(hash.substring(0, 2)).resolve(hash.substring(0, 40));
    }

    private static boolean isSame(Path kept, Path present) throws IOException {
        try {
            return Files.isSameFile(kept, present);
        } catch (NoSuchFileException _) {
            return false;
        }
    }
}
