package io.wonderlake.ui.query;

import io.wonderlake.lake.Content;
import io.wonderlake.lake.Listing;
import io.wonderlake.lake.ObjectEntry;
import io.wonderlake.lake.ObjectPath;
import io.wonderlake.lake.ObjectStore;
import io.wonderlake.lake.Prefix;
import io.wonderlake.work.Failure;
import io.wonderlake.work.Job;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads and writes the lake's saved queries. Every call may block.
final class SavedQueries {
    private static final Prefix FOLDER = Prefix.parse("config/queries/");
    private static final int LONGEST = 1 << 20;
    private final ObjectStore store;

    SavedQueries(ObjectStore store) {
        this.store = store;
    }

    /// By title.
    List<SavedQuery> list() {
        List<SavedQuery> all = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            Listing page = store.list(FOLDER, false, after, 500);
            page.objects().stream().filter(SavedQueries::readable).forEach(entry -> all.add(SavedQuery.of(entry.path(), read(entry.path()))));
            after = page.next();
        } while (after.isPresent());
        all.sort(Comparator.comparing((SavedQuery query) -> query.title().toLowerCase(Locale.ROOT)));
        return all;
    }

    /// Writes over the query at `path`.
    SavedQuery save(ObjectPath path, String text, Job job) {
        store.put(path, Content.of(text), job);
        return SavedQuery.of(path, text);
    }

    /// Writes a new query; refused when there is one of that name.
    SavedQuery add(String title, String text, Job job) {
        String slug = title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_|_$", "");
        ObjectPath path = FOLDER.object((slug.isEmpty() ? "query" : slug.substring(0, Math.min(slug.length(), 80))) + ".sql");
        String whole = "-- question: " + title.strip() + "\n" + text;
        store.putIfAbsent(path, Content.of(whole), job);
        return SavedQuery.of(path, whole);
    }

    private static boolean readable(ObjectEntry entry) {
        String name = entry.path().name();
        return name.endsWith(".sql") && !name.startsWith("_") && !name.startsWith(".") && entry.size() <= LONGEST;
    }

    private String read(ObjectPath path) {
        try (InputStream in = store.read(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException error) {
            throw Failure.of(Failure.Kind.STORAGE, "failure.query.saved", path).withOrigin(error).exception();
        }
    }
}
