package io.wonderlake.ingest;

import io.wonderlake.lake.Documents;
import io.wonderlake.lake.ObjectPath;
import io.wonderlake.lake.Prefix;
import java.time.Instant;
import java.util.List;

/// What an upload leaves beside its files: who sent what, when, and the checksum of each file. Stands as `_upload-ID.json` in the dataset's
/// folder; names that begin with `_` or `.` are never data.
///
/// @param upload the upload's id
/// @param contract id of the contract that it was checked against; empty for none
/// @param parent the upload that this one corrects; empty for none
public record UploadManifest(
        String upload,
        String sender,
        Instant time,
        String origin,
        String contract,
        String contractVersion,
        String parent,
        List<FileEntry> files) {

    /// One file of the upload.
    ///
    /// @param object path as text: `raw/tickit/sales/sales_tab.txt`
    /// @param sha256 lower-case hexadecimal
    /// @param rows -1 when not counted
    public record FileEntry(String object, String sha256, long size, long rows) { }

    public ObjectPath place(Prefix dataset) {
        return dataset.object("_upload-" + upload + ".json");
    }

    public String json() {
        return Documents.writeJson(this);
    }

    public static UploadManifest read(String json, String name) {
        return Documents.readJson(json, UploadManifest.class, name);
    }

    /// Whether an object is data, and not a manifest or other bookkeeping.
    public static boolean isData(ObjectPath path) {
        return !path.name().startsWith("_") && !path.name().startsWith(".");
    }
}
