package io.wonderlake.result;

import io.wonderlake.work.Failure;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The file of one session's results: `session-<process>-<n>.duckdb`. Files that a dead process has left are removed when another opens.
final class SessionFile {
    private static final Pattern NAME = Pattern.compile("session-(\\d+)-\\d+\\.duckdb.*");
    private static final Set<Path> OPEN = ConcurrentHashMap.newKeySet();

    private SessionFile() {
    }

    static Path claim(Path folder) {
        try {
            Files.createDirectories(folder);
            Path real = folder.toRealPath();
            removeStale(real);
            for (int n = 1; ; n++) {
                Path file = real.resolve("session-" + ProcessHandle.current().pid() + "-" + n + ".duckdb");
                if (OPEN.add(file)) {
                    return file;
                }
            }
        } catch (IOException error) {
            throw broken(folder, error);
        }
    }

    static void remove(Path file) {
        try {
            deleteWithCompanions(file);
        } catch (IOException error) {
            throw broken(file, error);
        } finally {
            OPEN.remove(file);
        }
    }

    private static void deleteWithCompanions(Path file) throws IOException {
        try (DirectoryStream<Path> companions = Files.newDirectoryStream(file.getParent(), file.getFileName() + "*")) {
            for (Path companion : companions) {
                delete(companion);
            }
        }
    }

    private static void delete(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            try (DirectoryStream<Path> inner = Files.newDirectoryStream(path)) {
                for (Path file : inner) {
                    delete(file);
                }
            }
        }
        Files.deleteIfExists(path);
    }

    private static void removeStale(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "session-*")) {
            for (Path file : files) {
                Matcher name = NAME.matcher(file.getFileName().toString());
                if (name.matches() && stale(file, Long.parseLong(name.group(1)))) {
                    delete(file);
                }
            }
        }
    }

    private static boolean stale(Path file, long process) {
        if (process == ProcessHandle.current().pid()) {
            return OPEN.stream().noneMatch(open -> file.toString().startsWith(open.toString()));
        }
        return ProcessHandle.of(process).filter(ProcessHandle::isAlive).isEmpty();
    }

    private static RuntimeException broken(Path path, IOException error) {
        return Failure.of(Failure.Kind.STORAGE, "failure.result.folder", path).withOrigin(error).exception();
    }
}
