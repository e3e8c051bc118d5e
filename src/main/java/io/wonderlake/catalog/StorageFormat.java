package io.wonderlake.catalog;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/// How the files of a table are written, in enough detail to read them back. Written to JSON and YAML with a `format` key.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "format")
@JsonSubTypes({
    @JsonSubTypes.Type(value = StorageFormat.Text.class, name = "text"),
    @JsonSubTypes.Type(value = StorageFormat.JsonLines.class, name = "jsonl"),
    @JsonSubTypes.Type(value = StorageFormat.Json.class, name = "json"),
    @JsonSubTypes.Type(value = StorageFormat.Parquet.class, name = "parquet"),
    @JsonSubTypes.Type(value = StorageFormat.Avro.class, name = "avro"),
    @JsonSubTypes.Type(value = StorageFormat.Xlsx.class, name = "xlsx"),
    @JsonSubTypes.Type(value = StorageFormat.Other.class, name = "other")
})
public sealed interface StorageFormat {

    /// Delimited text. Compression is told by the file's name and first bytes, not here.
    ///
    /// @param delimiter one character: `,` `;` `|` or a tab
    /// @param quote one character, or empty where the files quote nothing
    /// @param header whether the first line read holds the column names
    /// @param skip lines before the header or the first row
    /// @param charset IANA name: `utf-8`, `windows-1252`, `utf-16le`…
    record Text(String delimiter, String quote, boolean header, int skip, String charset) implements StorageFormat { }

    /// One JSON object in each line.
    record JsonLines(String charset) implements StorageFormat { }

    /// One JSON document: an array of objects, or one object.
    record Json() implements StorageFormat { }

    record Parquet() implements StorageFormat { }

    record Avro() implements StorageFormat { }

    /// A sheet of a workbook.
    ///
    /// @param sheet name; empty for the first visible one
    /// @param headerRow 1-based row of the column names; rows above it are not data
    record Xlsx(String sheet, int headerRow) implements StorageFormat { }

    /// What a catalog knows by name only; its files cannot be read here.
    ///
    /// @param name for people: `ORC`, `Iceberg`, `View`…
    record Other(String name) implements StorageFormat { }

    /// The short word for people: `CSV`, `Parquet`…
    default String label() {
        return switch (this) {
            case Text text -> switch (text.delimiter()) {
                case "," -> "CSV";
                case "\t" -> "TSV";
                case "|" -> "Pipe text";
                default -> "Text (" + text.delimiter() + ")";
            };
            case JsonLines _ -> "JSON lines";
            case Json _ -> "JSON";
            case Parquet _ -> "Parquet";
            case Avro _ -> "Avro";
            case Xlsx _ -> "XLSX";
            case Other other -> other.name();
        };
    }
}
