package io.wonderlake.format;

import io.wonderlake.format.Previews.Preview;
import io.wonderlake.lake.Documents;
import io.wonderlake.lake.ObjectEntry;
import io.wonderlake.lake.Sha256;
import io.wonderlake.lake.folder.Folders;
import io.wonderlake.work.Failure;
import io.wonderlake.work.FailureException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// What was fetched of objects, each in a folder of its own, up to a number of bytes; what was not looked at for longest goes first.
///
/// Several processes may share it: an entry is made in a workplace of its own and gets its place in one step, so that it is there whole or not.
final class PreviewCache {
    private static final String WORKPLACE = "making-";
    private static final String FACTS = "preview.json";
    private static final String DATA = "data";
    private static final Duration IN_USE = Duration.ofMinutes(5);
    private static final Duration ABANDONED = Duration.ofHours(6);

    private final Path folder;
    private final long most;

    /// What stands beside the fetched file.
    ///
    /// @param file its name
    /// @param asked how many rows were asked for when it was made
    /// @param bytes that it takes up, which is less than its length where it has holes
    record Kept(String file, FileFacts facts, long rows, boolean whole, long asked, long bytes) { }

    /// @param most bytes that all entries together may take up
    PreviewCache(Path folder, long most) {
        this.folder = folder;
        this.most = most;
    }

    /// The entry of an object's state, when it has as many rows as are asked for, or as many as could be had.
    Optional<Preview> find(ObjectEntry entry, long rows) {
        return find(folder.resolve(key(entry)), rows);
    }

    private static Optional<Preview> find(Path place, long rows) {
        try {
            Kept kept = Documents.readJson(Files.readString(place.resolve(FACTS)), Kept.class, FACTS);
            Path file = place.resolve(DATA).resolve(kept.file());
            if (!Files.exists(file) || !kept.whole() && kept.rows() < rows && kept.asked() < rows) {
                return Optional.empty();
            }
            Files.setLastModifiedTime(place.resolve(FACTS), FileTime.from(Instant.now()));
            return Optional.of(new Preview(file, kept.facts(), kept.rows(), kept.whole(), 0));
        } catch (IOException | FailureException _) {
            return Optional.empty();
        }
    }

    /// A new folder to make an entry in; files go where `data` says.
    Path workplace() {
        Path place = folder.resolve(WORKPLACE + UUID.randomUUID());
        try {
            Files.createDirectories(data(place));
            return place;
        } catch (IOException error) {
            throw unwritable(error);
        }
    }

    static Path data(Path workplace) {
        return workplace.resolve(DATA);
    }

    /// Takes over what was made in a workplace, and makes room for it.
    Preview keep(ObjectEntry entry, Path workplace, Preview made, long asked) {
        Path place = folder.resolve(key(entry));
        String name = made.file().getFileName().toString();
        try {
            Kept kept = new Kept(name, made.facts(), made.rows(), made.whole(), asked, made.whole() ? Files.size(made.file()) : made.fetched());
            Files.writeString(workplace.resolve(FACTS), Documents.writeJson(kept));
            Optional<Preview> other = move(workplace, place, asked);
            trim(place);
            return new Preview(other.map(Preview::file).orElse(place.resolve(DATA).resolve(name)), made.facts(), other.map(Preview::rows).orElse(made.rows()),
                    made.whole(), made.fetched());
        } catch (IOException error) {
            throw unwritable(error);
        }
    }

    /// Another process may have been faster: then its entry stays, unless it has too few rows.
    private Optional<Preview> move(Path workplace, Path place, long asked) throws IOException {
        try {
            Files.move(workplace, place, StandardCopyOption.ATOMIC_MOVE);
            return Optional.empty();
        } catch (FileSystemException occupied) {
            Optional<Preview> other = find(place, asked);
            if (other.isEmpty()) {
                remove(place);
                Files.move(workplace, place, StandardCopyOption.ATOMIC_MOVE);
            }
            return other;
        }
    }

    /// Gives the entries up that were used longest ago, and what a killed process left.
    private void trim(Path fresh) throws IOException {
        List<Entry> entries = new ArrayList<>();
        try (Stream<Path> places = Files.list(folder)) {
            for (Path place : places.filter(Files::isDirectory).toList()) {
                if (place.getFileName().toString().startsWith(WORKPLACE)) {
                    sweep(place);
                } else {
                    Entry.of(place).ifPresent(entries::add);
                }
            }
        }
        entries.sort(Comparator.comparing(Entry::used));
        long bytes = entries.stream().mapToLong(Entry::bytes).sum();
        for (Entry entry : entries) {
            if (bytes > most && !entry.place().equals(fresh) && entry.used().isBefore(Instant.now().minus(IN_USE))) {
                remove(entry.place());
                bytes -= entry.bytes();
            }
        }
    }

    private record Entry(Path place, Instant used, long bytes) {
        static Optional<Entry> of(Path place) {
            try {
                Path facts = place.resolve(FACTS);
                long bytes = Documents.readJson(Files.readString(facts), Kept.class, FACTS).bytes();
                return Optional.of(new Entry(place, Files.getLastModifiedTime(facts).toInstant(), bytes));
            } catch (NoSuchFileException _) {
                return Optional.empty();
            } catch (IOException | FailureException _) {
                return Optional.of(new Entry(place, Instant.EPOCH, Long.MAX_VALUE / 4));
            }
        }
    }

    private static void sweep(Path workplace) throws IOException {
        Instant last = Instant.EPOCH;
        try (Stream<Path> files = Files.walk(workplace)) {
            for (Path file : files.toList()) {
                Instant changed = Files.getLastModifiedTime(file).toInstant();
                last = changed.isAfter(last) ? changed : last;
            }
        } catch (NoSuchFileException | java.io.UncheckedIOException _) {
            return;
        }
        if (last.isBefore(Instant.now().minus(ABANDONED))) {
            Folders.delete(workplace);
        }
    }

    /// Out of sight first, so that nobody finds a part of it.
    private void remove(Path place) throws IOException {
        Path away = folder.resolve(WORKPLACE + UUID.randomUUID());
        try {
            Files.move(place, away, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException _) {
            return;
        }
        Folders.delete(away);
    }

    private static String key(ObjectEntry entry) {
        String state = entry.tag().isEmpty() ? entry.modified().toString() : entry.tag();
        String text = entry.path() + "\n" + state + "\n" + entry.size();
        return Sha256.of(text).substring(0, 32);
    }

    private RuntimeException unwritable(IOException error) {
        return Failure.of(Failure.Kind.STORAGE, "failure.preview.cache", folder, String.valueOf(error.getMessage())).withOrigin(error).exception();
    }
}
