package io.wonderlake.lake.index;

import io.wonderlake.work.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// Brings an index file to the present tables, step by step. `user_version` counts the steps that it has had.
final class Migrations {
    private final LakeIndex index;
    private final Path file;
    private final List<String> steps;

    Migrations(LakeIndex index, Path file, List<String> steps) {
        this.index = index;
        this.file = file;
        this.steps = steps;
    }

    void apply() {
        if (index.read(this::version) < steps.size()) {
            index.update(this::upgrade);
        }
    }

    private int version(Handle handle) {
        int version = handle.createQuery("pragma user_version").mapTo(Integer.class).one();
        if (version > steps.size()) {
            throw Failure.of(Failure.Kind.CONFLICT, "failure.index.newer", file.toString()).exception();
        }
        return version;
    }

    /// All steps in one transaction; another process may have done them meanwhile.
    private void upgrade(Handle handle) {
        for (String step : steps.subList(version(handle), steps.size())) {
            try (Statement statement = handle.getConnection().createStatement()) {
                statement.executeUpdate(text(step));
            } catch (SQLException error) {
                throw new IllegalStateException(step, error);
            }
        }
        handle.execute("pragma user_version = " + steps.size());
    }

    private static String text(String step) {
        try (InputStream in = Migrations.class.getResourceAsStream(step)) {
            if (in == null) {
                throw new IllegalStateException(step);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }
}
