package io.wonderlake.lake.s3;

import io.wonderlake.work.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;

/// A file that is sent, as it was when the sending began.
record SourceFile(Path path, long size, long modified) {

    static SourceFile of(Path path) throws IOException {
        Path real = path.toRealPath();
        BasicFileAttributes attributes = Files.readAttributes(real, BasicFileAttributes.class);
        return new SourceFile(real, attributes.size(), attributes.lastModifiedTime().toMillis());
    }

    /// Tells it from every other file, and from itself once it has changed.
    String identity() {
        return path + "\n" + size + "\n" + modified;
    }

    InputStream open(long offset) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        channel.position(offset);
        return Channels.newInputStream(channel);
    }

    /// Fails when the file is no longer what it was.
    void demandUnchanged(Target target) throws IOException {
        if (!of(path).equals(this)) {
            throw Failure.of(Failure.Kind.CONFLICT, "failure.s3.source", path.toString(), target.name()).exception();
        }
    }
}
