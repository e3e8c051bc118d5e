package io.wonderlake.lake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// The bytes of a file. A store may read several parts of it at once, and go on with a transfer that a killed process left.
public record FileContent(Path file) implements Content {
    @Override
    public InputStream open() throws IOException {
        return Files.newInputStream(file);
    }
}
