package io.wonderlake.sample;

import io.wonderlake.lake.Prefix;
import java.time.Instant;
import java.util.List;

/// Files of a dataset that arrived together, and who sent them.
///
/// @param id also the upload's id in its manifest
/// @param contract such as `tickit.sales`; the dataset's folder has the same two names
/// @param parent id of the upload that this one corrects; empty for none
record SampleUpload(String id, String contract, String sender, Instant time, String parent, List<SampleFile> files) {
    static final String CONTRACT_VERSION = "1.0.0";

    Prefix dataset() {
        return Prefix.parse("raw/" + contract.replace('.', '/'));
    }
}
