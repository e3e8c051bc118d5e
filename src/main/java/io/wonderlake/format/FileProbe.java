package io.wonderlake.format;

import io.wonderlake.catalog.StorageFormat;
import io.wonderlake.work.Job;
import java.nio.file.Path;

/// Looks at a file of any kind and says what it is and how to read it.
public interface FileProbe {

    /// Reads the file whole, once, with bounded memory. A file that is no table or is damaged ends in a `BAD_INPUT` failure that says
    /// what, where and why.
    FileFacts probe(Path file, Job job);

    /// The same for a file whose format is agreed: nothing but the columns, their types and the rows is found out.
    FileFacts probe(Path file, StorageFormat agreed, Job job);
}
