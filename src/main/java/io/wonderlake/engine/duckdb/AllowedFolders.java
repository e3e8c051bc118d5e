package io.wonderlake.engine.duckdb;

import io.wonderlake.work.Failure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Holds readers to the same folders as the engine itself.
record AllowedFolders(List<Path> folders) {

    Path check(Path file) {
        try {
            Path real = file.toRealPath();
            for (Path folder : folders) {
                if (real.startsWith(folder.toRealPath())) {
                    return real;
                }
            }
        } catch (IOException missing) {
            throw Failure.of(Failure.Kind.NOT_FOUND, "failure.engine.file", FileNames.shown(file.toString())).withOrigin(missing).exception();
        }
        throw Failure.of(Failure.Kind.DENIED, "failure.engine.outside", file).exception();
    }
}
