package io.wonderlake.lake.folder;

import io.wonderlake.work.Failure;
import io.wonderlake.work.Failure.Kind;
import io.wonderlake.work.FailureException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/// Says what a file system's complaint means for the object concerned.
final class FolderFailures {
    private static final long NO_ROOM = 1 << 16;

    private FolderFailures() {
    }

    /// `thing` is the object or file that the work was about.
    static FailureException of(IOException error, Object thing) {
        String message = String.valueOf(error.getMessage());
        Failure failure = switch (error) {
            case NoSuchFileException _ -> missing(thing);
            case AccessDeniedException _ -> Failure.of(Kind.DENIED, "failure.lake.denied", thing.toString());
            case IOException _ when isFull(message) -> full(thing);
            case IOException _ when isTooLong(message) -> Failure.of(Kind.BAD_INPUT, "failure.path.long", thing.toString());
            case IOException _ when isReadOnly(message) -> Failure.of(Kind.DENIED, "failure.lake.denied", thing.toString());
            case IOException _ -> Failure.of(Kind.STORAGE, "failure.lake.storage", thing.toString());
        };
        return failure.withOrigin(error).withDetail(error.toString()).exception();
    }

    /// For bytes that were to be written but could not be read where they come from.
    static FailureException source(IOException error, Object thing) {
        Failure.Kind kind = error instanceof NoSuchFileException ? Kind.NOT_FOUND : Kind.STORAGE;
        return Failure.of(kind, "failure.lake.source", thing.toString(), String.valueOf(error.getMessage())).withOrigin(error).withDetail(error.toString()).exception();
    }

    /// For work that writes into `folder`: the system says in the user's language that a disk is full, so the disk itself is asked as well.
    static FailureException writing(IOException error, Object thing, Path folder) {
        try {
            if (!(error instanceof FileSystemException) && Files.getFileStore(folder).getUsableSpace() < NO_ROOM) {
                return full(thing).withOrigin(error).withDetail(error.toString()).exception();
            }
        } catch (IOException unknown) {
            error.addSuppressed(unknown);
        }
        return of(error, thing);
    }

    private static Failure full(Object thing) {
        return Failure.of(Kind.STORAGE, "failure.lake.full", thing.toString());
    }

    static Failure missing(Object thing) {
        return Failure.of(Kind.NOT_FOUND, "failure.lake.missing", thing.toString());
    }

    static FailureException link(Object thing) {
        return Failure.of(Kind.DENIED, "failure.lake.link", thing.toString()).exception();
    }

    static FailureException blocked(Object thing, Object by) {
        return Failure.of(Kind.CONFLICT, "failure.lake.blocked", thing.toString(), by.toString()).exception();
    }

    private static boolean isFull(String message) {
        String text = message.toLowerCase(Locale.ROOT);
        return text.contains("no space left") || text.contains("quota exceeded") || text.contains("not enough space");
    }

    private static boolean isTooLong(String message) {
        return message.toLowerCase(Locale.ROOT).contains("name too long");
    }

    private static boolean isReadOnly(String message) {
        return message.toLowerCase(Locale.ROOT).contains("read-only file system");
    }
}
