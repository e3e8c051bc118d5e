package io.wonderlake.settings;

import io.wonderlake.lake.Documents;
import io.wonderlake.work.FailureException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;

/// One record of settings in a file. Losing settings must never stop the program: a file that cannot be read is set aside and the defaults
/// are used; one that cannot be written is only logged. Safe for several threads.
public final class SettingsFile<T extends Record> {
    private static final Logger LOG = Logger.getLogger(SettingsFile.class.getName());

    private final Path file;
    private final Class<T> type;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private T value;

    public SettingsFile(Path file, Class<T> type, T defaults) {
        this.file = file;
        this.type = type;
        this.value = read(defaults);
    }

    public synchronized T value() {
        return value;
    }

    /// Changes the value and, when it differs, writes it and calls the listeners on this thread. The file is whole at any moment.
    public void update(UnaryOperator<T> change) {
        if (changes(change)) {
            listeners.forEach(Runnable::run);
        }
    }

    /// Until the answer is closed.
    public Listening onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /// Ends what `onChange` has begun.
    @FunctionalInterface
    public interface Listening extends AutoCloseable {
        @Override
        void close();
    }

    private synchronized boolean changes(UnaryOperator<T> change) {
        T changed = change.apply(value);
        if (changed.equals(value)) {
            return false;
        }
        value = changed;
        write();
        return true;
    }

    private T read(T defaults) {
        if (!Files.exists(file)) {
            return defaults;
        }
        try {
            T found = Documents.readJson(Files.readString(file), type, file.getFileName().toString());
            if (found != null) {
                return found;
            }
            setAside(null);
        } catch (IOException | FailureException error) {
            setAside(error);
        }
        return defaults;
    }

    private void setAside(Exception reason) {
        LOG.log(Level.WARNING, "Settings in " + file + " cannot be read; they are set aside and the defaults are used", reason);
        try {
            Files.move(file, file.resolveSibling(file.getFileName() + ".damaged"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException error) {
            LOG.log(Level.WARNING, "Could not set " + file + " aside", error);
        }
    }

    private void write() {
        try {
            WholeFile.write(file, Documents.writeJson(value));
        } catch (IOException error) {
            LOG.log(Level.WARNING, "Settings could not be written to " + file, error);
        }
    }
}
