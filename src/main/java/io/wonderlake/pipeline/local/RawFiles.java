package io.wonderlake.pipeline.local;

import io.wonderlake.catalog.StorageFormat;
import io.wonderlake.lake.Documents;
import io.wonderlake.lake.ObjectPath;
import io.wonderlake.lake.index.LakeIndex;
import io.wonderlake.pipeline.Dataset;
import io.wonderlake.pipeline.RawFile;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.PreparedBatch;

/// What the last crawl learnt of each file, kept in the index.
final class RawFiles {

    private final LakeIndex index;

    RawFiles(LakeIndex index) {
        this.index = index;
    }

    private record Remembered(Optional<StorageFormat> layout, Optional<RawFile.Facts> facts, String problem) { }

    /// In path order.
    List<RawFile> of(Dataset dataset) {
        return index.read(handle -> handle.createQuery("select path, size, modified, facts from raw_file where dataset = :dataset order by path")
                .bind("dataset", dataset.toString())
                .map((row, _) -> file(row.getString(1), row.getLong(2), row.getLong(3), row.getString(4))).list());
    }

    private static RawFile file(String path, long size, long modified, String json) {
        Remembered remembered = Documents.readJson(json, Remembered.class, "raw_file");
        return new RawFile(ObjectPath.parse(path), size, Instant.ofEpochMilli(modified), remembered.layout(), remembered.facts(), remembered.problem());
    }

    void replace(Dataset dataset, List<RawFile> files) {
        index.update(handle -> {
            handle.execute("delete from raw_file where dataset = ?", dataset.toString());
            PreparedBatch batch = handle.prepareBatch("insert into raw_file (dataset, path, size, modified, facts) values (?, ?, ?, ?, ?)");
            files.forEach(file -> batch.add(dataset.toString(), file.path().toString(), file.size(), file.modified().toEpochMilli(),
                    Documents.writeJson(new Remembered(file.layout(), file.facts(), file.problem()))));
            if (batch.size() > 0) {
                batch.execute();
            }
        });
    }
}
