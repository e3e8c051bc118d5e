package io.wonderlake.ingest;

import io.wonderlake.lake.Content;
import io.wonderlake.lake.Listing;
import io.wonderlake.lake.ObjectEntry;
import io.wonderlake.lake.ObjectPath;
import io.wonderlake.lake.ObjectStore;
import io.wonderlake.lake.Prefix;
import io.wonderlake.work.Failure;
import io.wonderlake.work.Failure.Kind;
import io.wonderlake.work.FailureException;
import io.wonderlake.work.Job;
import io.wonderlake.work.Strings;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Puts files into a lake, folder by folder: only the names of one folder stand in memory at a time.
final class Putting {
    private static final int WORTH_LISTING = 20;
    private static final int PAGE = 1_000;

    private final ObjectStore store;
    private final boolean replace;
    private final Job job;

    Putting(ObjectStore store, boolean replace, Job job) {
        this.store = store;
        this.replace = replace;
        this.job = job;
    }

    TransferSummary run(List<Path> sources, String target) {
        for (Path source : sources) {
            if (!Files.exists(source)) {
                throw Failure.of(Kind.NOT_FOUND, "failure.transfer.missing", source.toString()).exception();
            }
        }
        boolean named = sources.size() == 1 && Files.isRegularFile(sources.getFirst()) && target.contains("/") && !target.endsWith("/");
        try (Crew crew = new Crew(job, Strings.text("transfer.putting", target), size(sources))) {
            if (named) {
                ObjectPath path = ObjectPath.parse(target);
                refuseBookkeeping(path.name(), sources.getFirst());
                start(crew, sources.getFirst(), path, store.find(path));
            } else {
                Prefix prefix = Transfer.prefix(target);
                files(crew, sources.stream().filter(Files::isRegularFile).toList(), prefix);
                sources.stream().filter(Files::isDirectory).forEach(folder -> folder(crew, folder, prefix));
            }
            return crew.finish();
        }
    }

    private long size(List<Path> sources) {
        long size = 0;
        for (Path source : sources) {
            size += Files.isDirectory(source) ? size(children(source).stream().filter(child -> !Files.isSymbolicLink(child)).toList()) : source.toFile().length();
            job.checkCancelled();
        }
        return size;
    }

    private static List<Path> children(Path folder) {
        List<Path> children = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            stream.forEach(children::add);
        } catch (IOException | DirectoryIteratorException error) {
            throw unreadable(folder, error).exception();
        }
        children.sort(null);
        return children;
    }

    private static Failure unreadable(Path path, Exception error) {
        return Failure.of(Kind.STORAGE, "failure.transfer.unreadable", path.toString()).withOrigin(error).withDetail(error.toString());
    }

    private void folder(Crew crew, Path folder, Prefix prefix) {
        List<Path> files = new ArrayList<>();
        List<Path> folders = new ArrayList<>();
        for (Path child : children(folder)) {
            if (Files.isRegularFile(child, LinkOption.NOFOLLOW_LINKS)) {
                files.add(child);
            } else if (Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
                folders.add(child);
            } else {
                crew.fail(child.toString(), Failure.of(Kind.BAD_INPUT, "failure.transfer.link", child.toString()));
            }
        }
        files(crew, files, prefix);
        for (Path child : folders) {
            try {
                refuseBookkeeping(child.getFileName().toString(), child);
                folder(crew, child, prefix.folder(child.getFileName().toString()));
            } catch (FailureException refused) {
                crew.fail(child.toString(), refused.failure());
            }
        }
    }

    private void files(Crew crew, List<Path> files, Prefix prefix) {
        Optional<Map<String, ObjectEntry>> listed = files.size() > WORTH_LISTING ? Optional.of(present(prefix)) : Optional.empty();
        for (Path file : files) {
            String name = file.getFileName().toString();
            try {
                refuseBookkeeping(name, file);
                ObjectPath path = prefix.object(name);
                start(crew, file, path, listed.isPresent() ? Optional.ofNullable(listed.get().get(name)) : store.find(path));
            } catch (FailureException refused) {
                crew.fail(file.toString(), refused.failure());
            }
        }
    }

    private Map<String, ObjectEntry> present(Prefix prefix) {
        Map<String, ObjectEntry> present = new HashMap<>();
        Optional<String> next = Optional.empty();
        do {
            job.checkCancelled();
            Listing page = store.list(prefix, true, next, PAGE);
            page.objects().forEach(entry -> present.put(entry.path().name(), entry));
            next = page.next();
        } while (next.isPresent());
        return present;
    }

    private static void refuseBookkeeping(String name, Path source) {
        if (name.startsWith("_") || name.startsWith(".")) {
            throw Failure.of(Kind.BAD_INPUT, "failure.transfer.name", source.toString()).exception();
        }
    }

    private void start(Crew crew, Path file, ObjectPath path, Optional<ObjectEntry> present) {
        crew.start(file.toString(), file.toFile().length(), one -> put(file, path, present, one));
    }

    private long put(Path file, ObjectPath path, Optional<ObjectEntry> present, Job one) {
        if (present.isPresent() && store.holds(present.get(), file, one)) {
            return Crew.PRESENT;
        }
        if (present.isPresent() && !replace) {
            throw Failure.of(Kind.CONFLICT, "failure.transfer.other", path.toString()).exception();
        }
        return replace ? store.put(path, Content.of(file), one).size() : add(file, path, one);
    }

    /// Somebody may have brought the same bytes in the meantime: an earlier transfer that was broken off, for one.
    private long add(Path file, ObjectPath path, Job one) {
        try {
            return store.putIfAbsent(path, Content.of(file), one).size();
        } catch (FailureException lost) {
            if (lost.failure().kind() == Kind.CONFLICT && store.find(path).filter(entry -> store.holds(entry, file, one)).isPresent()) {
                return Crew.PRESENT;
            }
            throw lost;
        }
    }
}
