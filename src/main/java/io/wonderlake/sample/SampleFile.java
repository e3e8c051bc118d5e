package io.wonderlake.sample;

import io.wonderlake.lake.ObjectPath;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/// A file of the practice lake, made each time that it is opened.
///
/// @param rows data rows in it
record SampleFile(ObjectPath path, long rows, Source source) {

    /// Makes the file's bytes and says how many of its rows are made.
    @FunctionalInterface
    interface Source {
        InputStream open(LongConsumer progress);
    }

    static SampleFile of(String path, Rows rows) {
        return new SampleFile(ObjectPath.parse(path), rows.count(), progress -> new RowStream(rows, progress));
    }

    /// A small file, made whole.
    static SampleFile of(String path, long rows, Supplier<byte[]> bytes) {
        return new SampleFile(ObjectPath.parse(path), rows, progress -> {
            InputStream made = new ByteArrayInputStream(bytes.get());
            progress.accept(rows);
            return made;
        });
    }

    static SampleFile text(String path, long rows, Supplier<String> text) {
        return of(path, rows, () -> text.get().getBytes(StandardCharsets.UTF_8));
    }
}
