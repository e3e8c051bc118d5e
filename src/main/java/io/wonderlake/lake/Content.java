package io.wonderlake.lake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// Bytes to be put into a lake; may be opened more than once, so that a failed transfer can be tried again.
@FunctionalInterface
public interface Content {
    InputStream open() throws IOException;

    static Content of(byte[] bytes) {
        return () -> new ByteArrayInputStream(bytes);
    }

    static Content of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    static Content of(Path file) {
        return new FileContent(file);
    }
}
