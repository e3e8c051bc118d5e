package io.wonderlake.format;

import io.wonderlake.catalog.StorageFormat;
import io.wonderlake.work.Strings;
import java.util.Locale;

/// What a file is to the eye: a word for it and the family of its icon. A guess by name, for lists; [FileProbe] looks inside.
///
/// @param label `CSV`, `Parquet`, `Image`…
public record FileKind(String label, Family family) {

    /// Files that look and open alike.
    public enum Family {
        TABLE, TEXT, JSON, IMAGE, BINARY;

        /// For style classes and icons: `table`, `text`, `json`, `image`, `binary`.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static FileKind of(StorageFormat format) {
        return switch (format) {
            case StorageFormat.JsonLines _, StorageFormat.Json _ -> new FileKind(format.label(), Family.JSON);
            case StorageFormat.Text _, StorageFormat.Parquet _, StorageFormat.Avro _, StorageFormat.Xlsx _ ->
                    new FileKind(format.label(), Family.TABLE);
        };
    }

    /// By the ending of a name, before `.gz` or `.zst`.
    public static FileKind ofName(String name) {
        String bare = name.toLowerCase(Locale.ROOT).replaceFirst("\\.(gz|zst)$", "");
        return switch (bare.substring(bare.lastIndexOf('.') + 1)) {
            case "csv" -> table("format.kind.csv");
            case "tsv", "tab" -> table("format.kind.tsv");
            case "parquet" -> table("format.kind.parquet");
            case "avro" -> table("format.kind.avro");
            case "orc" -> table("format.kind.orc");
            case "xlsx" -> table("format.kind.xlsx");
            case "xls" -> table("format.kind.xls");
            case "json", "geojson" -> new FileKind(Strings.text("format.kind.json"), Family.JSON);
            case "jsonl", "ndjson" -> new FileKind(Strings.text("format.kind.jsonl"), Family.JSON);
            case "txt", "log", "md", "yaml", "yml", "xml", "html", "ini", "conf", "properties" -> text("format.kind.text");
            case "sql" -> text("format.kind.sql");
            case "png", "jpg", "jpeg", "gif", "webp", "bmp", "svg" -> new FileKind(Strings.text("format.kind.image"), Family.IMAGE);
            default -> new FileKind(Strings.text("format.kind.binary"), Family.BINARY);
        };
    }

    private static FileKind table(String key) {
        return new FileKind(Strings.text(key), Family.TABLE);
    }

    private static FileKind text(String key) {
        return new FileKind(Strings.text(key), Family.TEXT);
    }
}
