package io.wonderlake.lake.folder;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// The file system's calls that need care: what is durable, and which folders may go.
final class Disk {
    private static final boolean SYNCS_FOLDERS = !System.getProperty("os.name").startsWith("Windows");

    private Disk() {
    }

    /// Makes the names in a folder durable; nothing to do on a system that does that itself.
    static void sync(Path folder) throws IOException {
        if (SYNCS_FOLDERS) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            } catch (NoSuchFileException _) {
                return;
            }
        }
    }

    /// Makes the folder and those above it, durably.
    static void makeFolders(Path folder) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            makeFolders(folder.getParent());
            Files.createDirectories(folder);
            sync(folder.getParent());
        }
    }

    /// Removes the empty folders from `folder` upwards, but not `top`.
    static void prune(Path folder, Path top) throws IOException {
        for (Path at = folder; !at.equals(top); at = at.getParent()) {
            try {
                Files.deleteIfExists(at);
            } catch (DirectoryNotEmptyException _) {
                return;
            }
        }
    }

    /// Removes a folder in which there are only folders; says whether it is gone.
    static boolean removeHollow(Path folder) throws IOException {
        try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
            for (Path child : children) {
                if (!Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS) || !removeHollow(child)) {
                    return false;
                }
            }
        } catch (NoSuchFileException | NotDirectoryException _) {
            return !Files.exists(folder, LinkOption.NOFOLLOW_LINKS);
        }
        try {
            Files.deleteIfExists(folder);
            return true;
        } catch (DirectoryNotEmptyException _) {
            return false;
        }
    }
}
