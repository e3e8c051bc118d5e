package io.wonderlake.ui.query;

import io.wonderlake.lake.Documents;
import io.wonderlake.work.Failure;
import io.wonderlake.work.FailureException;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/// Remembers the statements that were run, newest first, in a file of the user. A damaged file is an empty history.
final class History {
    private static final int MOST = 300;
    private static final int MOST_CHARACTERS = 2_000_000;
    private final Path file;

    record Past(List<PastRun> runs) { }

    History(Path file) {
        this.file = file;
    }

    synchronized List<PastRun> load() {
        try {
            Past past = Documents.readJson(Files.readString(file), Past.class, file.getFileName().toString());
            return past.runs() == null ? List.of() : past.runs();
        } catch (NoSuchFileException | FailureException | MalformedInputException none) {
            return List.of();
        } catch (IOException error) {
            throw Failure.of(Failure.Kind.STORAGE, "failure.query.memory", file).withOrigin(error).exception();
        }
    }

    /// Puts the run on top, and gives the whole list. The oldest fall off at 300 runs or two million characters.
    synchronized List<PastRun> add(PastRun run) {
        List<PastRun> runs = new ArrayList<>();
        int characters = run.sql().length();
        runs.add(run);
        for (PastRun past : load()) {
            characters += past.sql().length();
            if (runs.size() < MOST && characters < MOST_CHARACTERS) {
                runs.add(past);
            }
        }
        write(Documents.writeJson(new Past(runs)));
        return List.copyOf(runs);
    }

    private void write(String json) {
        try {
            Files.createDirectories(file.getParent());
            Path part = file.resolveSibling(file.getFileName() + ".part");
            Files.writeString(part, json);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException error) {
            throw Failure.of(Failure.Kind.STORAGE, "failure.query.memory", file).withOrigin(error).exception();
        }
    }
}
