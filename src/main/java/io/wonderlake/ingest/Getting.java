package io.wonderlake.ingest;

import io.wonderlake.lake.Listing;
import io.wonderlake.lake.ObjectEntry;
import io.wonderlake.lake.ObjectPath;
import io.wonderlake.lake.ObjectStore;
import io.wonderlake.lake.Prefix;
import io.wonderlake.work.Failure;
import io.wonderlake.work.Failure.Kind;
import io.wonderlake.work.Job;
import io.wonderlake.work.Strings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Gets objects out of a lake, page by page of their listing.
final class Getting {
    private static final int PAGE = 1_000;

    private final ObjectStore store;
    private final boolean replace;
    private final Job job;

    Getting(ObjectStore store, boolean replace, Job job) {
        this.store = store;
        this.replace = replace;
        this.job = job;
    }

    TransferSummary run(String source, Path target) {
        Optional<ObjectEntry> single = source.contains("/") && !source.endsWith("/") ? store.find(ObjectPath.parse(source)) : Optional.empty();
        long size = single.map(ObjectEntry::size).orElse(-1L);
        try (Crew crew = new Crew(job, Strings.text("transfer.getting", source), size)) {
            if (single.isPresent()) {
                boolean folder = Files.isDirectory(target) || target.toString().endsWith("/");
                start(crew, single.get(), folder ? target.resolve(single.get().path().name()) : target);
            } else {
                all(crew, Transfer.prefix(source), target);
            }
            return crew.finish();
        }
    }

    private void all(Crew crew, Prefix prefix, Path target) {
        long count = 0;
        Optional<String> next = Optional.empty();
        do {
            Listing page = store.list(prefix, false, next, PAGE);
            for (ObjectEntry entry : page.objects()) {
                start(crew, entry, target.resolve(entry.path().key().substring(prefix.key().length())));
            }
            for (String name : page.unlisted()) {
                crew.fail(name, Failure.of(Kind.BAD_INPUT, "failure.transfer.unlisted", name));
            }
            count += page.objects().size() + page.unlisted().size();
            next = page.next();
        } while (next.isPresent());
        if (count == 0) {
            throw Failure.of(Kind.NOT_FOUND, "failure.ls.nothing", prefix).exception();
        }
    }

    private void start(Crew crew, ObjectEntry entry, Path file) {
        crew.start(entry.path().toString(), entry.size(), one -> get(entry, file, one));
    }

    private long get(ObjectEntry entry, Path file, Job one) {
        if (Files.isRegularFile(file) && store.holds(entry, file, one)) {
            return Crew.PRESENT;
        }
        if (Files.exists(file) && !replace) {
            throw Failure.of(Kind.CONFLICT, "failure.transfer.file", file.toString(), entry.path()).exception();
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
        } catch (IOException error) {
            throw Failure.of(Kind.STORAGE, "failure.write", file.toString(), String.valueOf(error.getMessage())).withOrigin(error).exception();
        }
        store.download(entry.path(), file, one);
        return entry.size();
    }
}
