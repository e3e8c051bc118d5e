package io.wonderlake.ui.explore;

import io.wonderlake.format.FileFacts;
import io.wonderlake.format.Previews.Preview;
import io.wonderlake.lake.ObjectEntry;
import io.wonderlake.work.Failure;
import java.util.Optional;

/// What a first look at an object found.
///
/// @param facts how it reads as a table; empty when it is none, or is damaged
/// @param damage why a file of a table's kind cannot be read as one
/// @param head the first bytes, unpacked when the file is packed and can be unpacked
/// @param text whether the head is text
record ObjectLook(ObjectEntry entry, Optional<Preview> preview, Optional<Failure> damage, byte[] head, boolean text) {

    Optional<FileFacts> facts() {
        return preview.map(Preview::facts);
    }
}
