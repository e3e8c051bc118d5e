package io.wonderlake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/// Where the open queries and the history of each lake are kept. Earlier versions kept those of all lakes in one folder: the first lake that
/// is opened takes them over.
final class QueryFolders {
    private static final Logger LOG = Logger.getLogger(QueryFolders.class.getName());
    private static final String QUERY = "query";

    private QueryFolders() {
    }

    /// @param lake as [io.wonderlake.workspace.Workspace#id] names it
    static Path of(Path config, String lake) {
        Path folder = config.resolve("lakes").resolve(name(lake)).resolve(QUERY);
        Path shared = config.resolve(QUERY);
        if (Files.isDirectory(shared) && !Files.exists(folder)) {
            take(shared, folder);
        }
        return folder;
    }

    /// Readable, safe on every disk, and different for different lakes.
    private static String name(String lake) {
        String words = lake.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String end = words.substring(Math.max(0, words.length() - 40));
        return end + "-" + UUID.nameUUIDFromBytes(lake.getBytes(StandardCharsets.UTF_8)).toString().substring(0, 8);
    }

    private static void take(Path shared, Path folder) {
        try {
            Files.createDirectories(folder.getParent());
            Files.move(shared, folder);
        } catch (IOException error) {
            LOG.log(Level.WARNING, "The open queries stay in " + shared, error);
        }
    }
}
