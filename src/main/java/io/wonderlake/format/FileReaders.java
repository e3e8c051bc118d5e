package io.wonderlake.format;

import io.wonderlake.engine.FileReader;
import java.util.List;

/// The readers of all formats that are read here and not by an engine.
public final class FileReaders {
    private FileReaders() {
    }

    /// One reader of each kind. They keep no file open between calls and may be shared by threads.
    public static List<FileReader> all() {
        return List.of(new TextRows(), new JsonRows(), new XlsxRows(), new AvroRows());
    }
}
