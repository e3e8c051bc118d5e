package io.wonderlake.format;

import io.wonderlake.catalog.Column;
import io.wonderlake.catalog.StorageFormat;
import io.wonderlake.engine.FileReader;
import io.wonderlake.work.Failure;
import io.wonderlake.work.FailureException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/// What the tests of this package share: files out of bytes, all rows of a file, the failure of a call.
final class Reading {
    static final StorageFormat.Text CSV = new StorageFormat.Text(",", "\"", true, 0, "utf-8");

    private Reading() {
    }

    static Path file(Path folder, String name, String text) {
        return file(folder, name, text.getBytes(StandardCharsets.UTF_8));
    }

    static Path file(Path folder, String name, byte[] bytes) {
        try {
            return Files.write(folder.resolve(name), bytes);
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    static byte[] gzip(byte[] bytes) {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
        return packed.toByteArray();
    }

    static List<List<Object>> rows(Path file, StorageFormat format) {
        var rows = new ArrayList<List<Object>>();
        try (FileReader.RowCursor cursor = reader(format).open(file, format)) {
            for (Object[] row = cursor.next(); row != null; row = cursor.next()) {
                rows.add(new ArrayList<>(Arrays.asList(row)));
            }
        }
        return rows;
    }

    static List<String> names(Path file, StorageFormat format) {
        return reader(format).columns(file, format).stream().map(Column::name).toList();
    }

    static FileReader reader(StorageFormat format) {
        return FileReaders.all().stream().filter(reader -> reader.reads(format)).findFirst().orElseThrow();
    }

    static Failure failure(ThrowingCallable call) {
        return Assertions.catchThrowableOfType(FailureException.class, call).failure();
    }
}
