package io.wonderlake.lake.folder;

import io.wonderlake.work.Failure;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/// Clears folders that nobody reads: what a killed run left, and versions that retention gives up.
public final class Folders {

    private Folders() {
    }

    /// Deletes the folder with everything in it; a missing one is fine. Symbolic links are deleted, not followed.
    public static void delete(Path folder) {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.deleteIfExists(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path directory, IOException error) throws IOException {
                    Files.deleteIfExists(directory);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException error) {
            throw failure(folder, error);
        }
    }

    /// Makes the folder, empty.
    public static void renew(Path folder) {
        delete(folder);
        try {
            Files.createDirectories(folder);
        } catch (IOException error) {
            throw failure(folder, error);
        }
    }

    private static RuntimeException failure(Path folder, IOException error) {
        if (error instanceof AccessDeniedException denied) {
            return Failure.of(Failure.Kind.DENIED, "failure.folder.denied", denied.getFile()).withOrigin(error).exception();
        }
        return Failure.of(Failure.Kind.STORAGE, "failure.folder", folder.toString(), String.valueOf(error.getMessage())).withOrigin(error).exception();
    }
}
