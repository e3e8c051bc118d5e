package io.wonderlake.lake;

import java.nio.file.Path;

/// For engines that read files: where an object lies on this computer. Only lakes on a folder have it.
public interface LocalFiles {

    /// The file of the object; it need not exist. Refuses a path that leaves the lake, also through a symbolic link.
    Path file(ObjectPath path);

    Path folder(Prefix prefix);

    /// The object that a file of this lake is.
    ObjectPath objectAt(Path file);
}
