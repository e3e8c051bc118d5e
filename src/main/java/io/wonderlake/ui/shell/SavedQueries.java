package io.wonderlake.ui.shell;

import io.wonderlake.lake.Listing;
import io.wonderlake.lake.ObjectEntry;
import io.wonderlake.lake.ObjectPath;
import io.wonderlake.lake.ObjectStore;
import io.wonderlake.lake.Prefix;
import io.wonderlake.lake.Tier;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The queries that the lake keeps in `config/queries`: each a `.sql` file whose first lines say its question and domain.
final class SavedQueries {
    private static final Prefix FOLDER = new Prefix(Tier.CONFIG, "queries/");
    private static final int PAGE = 500;
    private static final long LONGEST = 256 * 1024;

    private final ObjectStore objects;
    /// What was read, by the object as it was then; a changed object is read again.
    private final Map<ObjectEntry, Saved> read = new ConcurrentHashMap<>();

    SavedQueries(ObjectStore objects) {
        this.objects = objects;
    }

    /// @param title its title, else its question, else the file's name
    record Saved(ObjectPath path, String title, String domain, String text) { }

    /// Blocks.
    List<Saved> all() {
        List<Saved> found = new ArrayList<>();
        Optional<String> next = Optional.empty();
        do {
            Listing page = objects.list(FOLDER, false, next, PAGE);
            page.objects().stream().filter(entry -> entry.path().name().endsWith(".sql")).map(entry -> read.computeIfAbsent(entry, this::read)).forEach(found::add);
            next = page.next();
        } while (next.isPresent());
        return found;
    }

    private Saved read(ObjectEntry entry) {
        try (InputStream in = objects.read(entry.path(), 0, LONGEST)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            String name = entry.path().name().replace(".sql", "");
            return new Saved(entry.path(), header(text, "title").or(() -> header(text, "question")).orElse(name), header(text, "domain").orElse(""), text);
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    private static Optional<String> header(String text, String key) {
        String start = "-- " + key + ":";
        return text.lines().limit(12).filter(line -> line.startsWith(start)).map(line -> line.substring(start.length()).strip()).findFirst();
    }
}
