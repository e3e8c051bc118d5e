package io.wonderlake.ui.kit;

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
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Reads and writes the lake's saved queries. Every call may block.
public final class SavedQueries {
    private static final Prefix FOLDER = Prefix.parse("config/queries/");
    private static final int LONGEST = 1 << 20;
    private final ObjectStore store;
    /// What was read, by the object as it was then; a changed object is read again.
    private final Map<ObjectEntry, SavedQuery> read = new ConcurrentHashMap<>();

    public SavedQueries(ObjectStore store) {
        this.store = store;
    }

    /// By title.
    public List<SavedQuery> list() {
        List<SavedQuery> all = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            Listing page = store.list(FOLDER, false, after, 500);
            page.objects().stream().filter(SavedQueries::readable).forEach(entry -> all.add(read.computeIfAbsent(entry, this::read)));
            after = page.next();
        } while (after.isPresent());
        all.sort(Comparator.comparing((SavedQuery query) -> query.title().toLowerCase(Locale.ROOT)));
        return all;
    }

    /// Writes over the query at `path`.
    public SavedQuery save(ObjectPath path, String text, Job job) {
        store.put(path, Content.of(text), job);
        return SavedQuery.of(path, text);
    }

    /// Writes a new query; refused when there is one of that name.
    public SavedQuery add(String title, String text, Job job) {
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

    private SavedQuery read(ObjectEntry entry) {
        try (InputStream in = store.read(entry.path(), 0, LONGEST)) {
            return SavedQuery.of(entry.path(), new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n"));
        } catch (IOException error) {
            throw Failure.of(Failure.Kind.STORAGE, "failure.query.saved", entry.path()).withOrigin(error).exception();
        }
    }
}
