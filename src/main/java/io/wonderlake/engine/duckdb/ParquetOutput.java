package io.wonderlake.engine.duckdb;

import io.wonderlake.catalog.HiveValues;
import io.wonderlake.engine.EngineSession.WrittenFile;
import io.wonderlake.work.Failure;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Writes a SELECT as Parquet files into an empty folder, and makes sure that the disk has them.
final class ParquetOutput {
    private final Path folder;
    private final List<String> partitionBy;

    ParquetOutput(Path folder, List<String> partitionBy) {
        this.folder = folder;
        this.partitionBy = List.copyOf(partitionBy);
    }

    List<WrittenFile> write(DuckDbSession session, String select) {
        prepareFolder();
        List<WrittenFile> written = session.rows(copy(select)).stream().map(this::written)
                .sorted(java.util.Comparator.comparing(WrittenFile::file)).toList();
        sync(written);
        return written;
    }

    private void prepareFolder() {
        try {
            Files.createDirectories(folder);
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
                if (entries.iterator().hasNext()) {
                    throw Failure.of(Failure.Kind.CONFLICT, "failure.engine.folder", FileNames.shown(folder.toString())).exception();
                }
            }
        } catch (IOException error) {
            throw storage(error);
        }
    }

    private String copy(String select) {
        Path target = partitionBy.isEmpty() ? folder.resolve("data_0.parquet") : folder;
        String names = partitionBy.stream().map(Sql::name).collect(Collectors.joining(", "));
        return "COPY (" + select + "\n) TO " + Sql.text(target.toString().replace('\\', '/')) + " (FORMAT parquet, COMPRESSION zstd, RETURN_STATS"
                + (partitionBy.isEmpty() ? ")" : ", PARTITION_BY (" + names + "))");
    }

    /// Columns of RETURN_STATS: file, rows, bytes, footer bytes, statistics, partition values.
    private WrittenFile written(Object[] row) {
        Path file = Path.of((String) row[0]);
        return new WrittenFile(file, partition(file), ((Number) row[2]).longValue(), ((Number) row[1]).longValue());
    }

    private Map<String, String> partition(Path file) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < partitionBy.size(); i++) {
            String part = folder.relativize(file).getName(i).toString();
            values.put(partitionBy.get(i), HiveValues.decoded(part.substring(part.indexOf('=') + 1)));
        }
        return values;
    }

    /// The files, their folders, and the folders above in which a first version is new itself.
    private void sync(List<WrittenFile> written) {
        Set<Path> folders = new LinkedHashSet<>();
        try {
            for (WrittenFile file : written) {
                try (FileChannel channel = FileChannel.open(file.file(), StandardOpenOption.WRITE)) {
                    channel.force(true);
                }
                for (Path parent = file.file().getParent(); parent.startsWith(folder); parent = parent.getParent()) {
                    folders.add(parent);
                }
            }
            folders.add(folder);
            folders.add(folder.getParent());
            folders.add(folder.getParent().getParent());
            folders.forEach(ParquetOutput::syncFolder);
        } catch (IOException error) {
            throw storage(error);
        }
    }

    private static void syncFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException notOnThisSystem) {
            System.getLogger(ParquetOutput.class.getName()).log(System.Logger.Level.DEBUG, "This system does not sync folders.", notOnThisSystem);
        }
    }

    private RuntimeException storage(IOException error) {
        return Failure.of(Failure.Kind.STORAGE, "failure.engine.write", FileNames.shown(folder.toString()), String.valueOf(error.getMessage()))
                .withOrigin(error).exception();
    }
}
