package io.wonderlake.ui.query;

import io.wonderlake.lake.Documents;
import io.wonderlake.work.Failure;
import io.wonderlake.work.FailureException;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Keeps the open documents in a folder of the user, one file for each text and one for their order, so that neither a restart nor a crash
/// loses a line. A damaged order file costs the order only.
final class Drafts {
    private static final String ORDER = "documents.json";
    private final Path folder;
    private final Map<String, String> written = new HashMap<>();

    /// What was open.
    ///
    /// @param selected index of the document in front
    record Desk(List<Draft> documents, int selected) { }

    record Order(List<Entry> documents, int selected) { }

    /// `engine` is missing in files of earlier versions.
    record Entry(String id, String title, int caret, Optional<String> engine, Optional<String> saved) {
        Entry {
            engine = engine == null ? Optional.empty() : engine;
        }
    }

    Drafts(Path folder) {
        this.folder = folder;
    }

    static String newId() {
        return UUID.randomUUID().toString().substring(0, 13);
    }

    synchronized Desk load() {
        List<Draft> drafts = new ArrayList<>();
        Optional<Order> order = order();
        order.ifPresent(known -> known.documents().forEach(entry -> text(entry.id() + ".sql").ifPresent(text -> drafts.add(
                new Draft(entry.id(), entry.title(), text, Math.clamp(entry.caret(), 0, text.length()), entry.engine(), entry.saved(), text(entry.id() + ".kept"))))));
        if (order.isEmpty()) {
            drafts.addAll(orphans());
        }
        drafts.forEach(draft -> written.put(draft.id() + ".sql", draft.text()));
        return new Desk(drafts, Math.clamp(order.map(Order::selected).orElse(0), 0, Math.max(0, drafts.size() - 1)));
    }

    /// Writes what has changed since the last call; texts first, then their order, then removes what is no longer open.
    synchronized void save(Desk desk) {
        try {
            Files.createDirectories(folder);
            Set<String> open = new HashSet<>(Set.of(ORDER));
            for (Draft draft : desk.documents()) {
                open.add(write(draft.id() + ".sql", draft.text()));
                if (draft.kept().isPresent()) {
                    open.add(write(draft.id() + ".kept", draft.kept().get()));
                }
            }
            write(ORDER, Documents.writeJson(new Order(desk.documents().stream()
                    .map(draft -> new Entry(draft.id(), draft.title(), draft.caret(), draft.engine(), draft.saved())).toList(), desk.selected())));
            prune(open);
        } catch (IOException error) {
            throw Failure.of(Failure.Kind.STORAGE, "failure.query.memory", folder).withOrigin(error).exception();
        }
    }

    private String write(String name, String text) throws IOException {
        if (!text.equals(written.get(name))) {
            Path part = folder.resolve(name + ".part");
            Files.writeString(part, text);
            Files.move(part, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            written.put(name, text);
        }
        return name;
    }

    private void prune(Set<String> open) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.{sql,kept,part}")) {
            for (Path file : files) {
                if (!open.contains(file.getFileName().toString())) {
                    Files.deleteIfExists(file);
                    written.remove(file.getFileName().toString());
                }
            }
        }
    }

    private Optional<Order> order() {
        try {
            return text(ORDER).map(json -> Documents.readJson(json, Order.class, ORDER)).filter(order -> order.documents() != null);
        } catch (FailureException damaged) {
            return Optional.empty();
        }
    }

    private List<Draft> orphans() {
        List<Draft> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.sql")) {
            for (Path file : files) {
                String id = file.getFileName().toString().replaceFirst("\\.sql$", "");
                text(id + ".sql").ifPresent(text -> found.add(new Draft(id, "", text, 0, Optional.empty(), Optional.empty(), Optional.empty())));
            }
        } catch (IOException none) {
            return found;
        }
        return found;
    }

    private Optional<String> text(String name) {
        try {
            return Optional.of(Files.readString(folder.resolve(name)));
        } catch (NoSuchFileException | MalformedInputException missing) {
            return Optional.empty();
        } catch (IOException error) {
            throw Failure.of(Failure.Kind.STORAGE, "failure.query.memory", folder).withOrigin(error).exception();
        }
    }
}
