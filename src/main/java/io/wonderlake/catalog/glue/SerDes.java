package io.wonderlake.catalog.glue;

import io.wonderlake.catalog.StorageFormat;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.glue.model.SerDeInfo;
import software.amazon.awssdk.services.glue.model.StorageDescriptor;
import software.amazon.awssdk.services.glue.model.Table;

/// Storage formats as Hive says them: the class that takes rows apart, and its parameters.
final class SerDes {
    static final String LAZY = "org.apache.hadoop.hive.serde2.lazy.LazySimpleSerDe";
    static final String CSV = "org.apache.hadoop.hive.serde2.OpenCSVSerde";
    static final String JSON = "org.openx.data.jsonserde.JsonSerDe";
    static final String PARQUET = "org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe";
    static final String AVRO = "org.apache.hadoop.hive.serde2.avro.AvroSerDe";
    static final String ENCODING = "serialization.encoding";
    private static final String UTF_8 = "utf-8";

    private SerDes() {
    }

    /// Tables whose files only another program's metadata knows, and those that have none, are known by name only.
    static StorageFormat of(Table table, Map<String, String> parameters) {
        if (table.targetTable() != null) {
            return Unlisted.LINK.format();
        }
        if ("VIRTUAL_VIEW".equals(table.tableType()) || Boolean.TRUE.equals(table.isMultiDialectView())) {
            return Unlisted.VIEW.format();
        }
        StorageDescriptor storage = table.storageDescriptor() == null ? StorageDescriptor.builder().build() : table.storageDescriptor();
        String kind = parameters.getOrDefault("table_type", parameters.getOrDefault("spark.sql.sources.provider", "")).toLowerCase(Locale.ROOT);
        return Unlisted.named(kind, storage.inputFormat()).<StorageFormat>map(Unlisted::format).orElseGet(() -> files(storage, parameters));
    }

    private static StorageFormat files(StorageDescriptor storage, Map<String, String> parameters) {
        SerDeInfo serde = storage.serdeInfo() == null ? SerDeInfo.builder().build() : storage.serdeInfo();
        String library = serde.serializationLibrary() == null ? "" : serde.serializationLibrary();
        String name = library.substring(library.lastIndexOf('.') + 1);
        return switch (name) {
            case "LazySimpleSerDe" -> text(serde.parameters(), parameters);
            case "OpenCSVSerde" -> csv(serde.parameters(), parameters);
            case "ParquetHiveSerDe" -> new StorageFormat.Parquet();
            case "JsonSerDe" -> new StorageFormat.JsonLines(UTF_8);
            case "AvroSerDe" -> new StorageFormat.Avro();
            case "OrcSerde" -> new StorageFormat.Other("ORC");
            case "" -> classified(parameters);
            default -> new StorageFormat.Other(name.replaceAll("(?i)serde$", "").isEmpty() ? name : name.replaceAll("(?i)serde$", ""));
        };
    }

    /// A table that names no class: crawlers and jobs leave at least a word.
    private static StorageFormat classified(Map<String, String> parameters) {
        String word = parameters.getOrDefault(Marks.CLASSIFICATION, "");
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "csv" -> new StorageFormat.Text(delimiter(parameters.getOrDefault("delimiter", ",")), "\"", lines(parameters) > 0, Math.max(0, lines(parameters) - 1), UTF_8);
            case "json" -> new StorageFormat.JsonLines(UTF_8);
            case "parquet" -> new StorageFormat.Parquet();
            case "avro" -> new StorageFormat.Avro();
            case "", "unknown" -> new StorageFormat.Other("?");
            case "orc", "xml" -> new StorageFormat.Other(word.toUpperCase(Locale.ROOT));
            default -> new StorageFormat.Other(word);
        };
    }

    private static StorageFormat text(Map<String, String> serde, Map<String, String> parameters) {
        String delimiter = Optional.ofNullable(serde.get("field.delim")).or(() -> Optional.ofNullable(serde.get("serialization.format"))).orElse("\u0001");
        return new StorageFormat.Text(delimiter(delimiter), "", lines(serde, parameters) > 0, Math.max(0, lines(serde, parameters) - 1), charset(serde));
    }

    private static StorageFormat csv(Map<String, String> serde, Map<String, String> parameters) {
        return new StorageFormat.Text(delimiter(serde.getOrDefault("separatorChar", ",")), serde.getOrDefault("quoteChar", "\""), lines(serde, parameters) > 0,
                Math.max(0, lines(serde, parameters) - 1), charset(serde));
    }

    private static String charset(Map<String, String> serde) {
        return serde.getOrDefault(ENCODING, UTF_8).toLowerCase(Locale.ROOT);
    }

    private static int lines(Map<String, String> serde, Map<String, String> parameters) {
        return Math.max(lines(serde), lines(parameters));
    }

    private static int lines(Map<String, String> parameters) {
        return Math.clamp(Marks.count(parameters, Marks.HEADER_LINES), 0, Integer.MAX_VALUE);
    }

    /// Hive says a character by itself, escaped (`\t`), or as a number: `1`, `\001`, `\u0001`.
    private static String delimiter(String text) {
        if (text.equals("\\t")) {
            return "\t";
        }
        if (text.matches("\\\\u[0-9a-fA-F]{4}")) {
            return Character.toString(Integer.parseInt(text.substring(2), 16));
        }
        if (text.matches("\\\\[0-7]{3}")) {
            return Character.toString(Integer.parseInt(text.substring(1), 8));
        }
        return text.matches("[0-9]{1,3}") ? Character.toString(Integer.parseInt(text)) : text;
    }

    /// Files of a format as Hive would read them: the classes and, for the table, the parameters. Formats that Hive does not know are left
    /// without a class, so that nobody misreads them.
    static Written written(StorageFormat format) {
        return switch (format) {
            case StorageFormat.Text text when text.quote().isEmpty() -> Written.text(LAZY, serde(text, "field.delim", ""), "csv", lines(text));
            case StorageFormat.Text text -> Written.text(CSV, serde(text, "separatorChar", text.quote()), "csv", lines(text));
            case StorageFormat.JsonLines _ -> Written.text(JSON, Map.of(), "json", 0);
            case StorageFormat.Parquet _ -> new Written("org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat",
                    "org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat", PARQUET, Map.of("serialization.format", "1"), "parquet", 0);
            case StorageFormat.Avro _ -> new Written("org.apache.hadoop.hive.ql.io.avro.AvroContainerInputFormat",
                    "org.apache.hadoop.hive.ql.io.avro.AvroContainerOutputFormat", AVRO, Map.of(), "avro", 0);
            case StorageFormat.Json _ -> new Written("", "", "", Map.of(), "json-document", 0);
            case StorageFormat.Xlsx _ -> new Written("", "", "", Map.of(), "xlsx", 0);
            case StorageFormat.Other other -> new Written("", "", "", Map.of(), other.name(), 0);
        };
    }

    private static int lines(StorageFormat.Text text) {
        return text.skip() + (text.header() ? 1 : 0);
    }

    private static Map<String, String> serde(StorageFormat.Text text, String delimiterKey, String quote) {
        Map<String, String> parameters = new HashMap<>(Map.of(delimiterKey, text.delimiter()));
        if (!quote.isEmpty()) {
            parameters.put("quoteChar", quote);
            parameters.put("escapeChar", quote);
        }
        if (!text.charset().equals(UTF_8)) {
            parameters.put(ENCODING, text.charset());
        }
        return parameters;
    }

    /// What Glue is told of a format.
    ///
    /// @param library the class that takes rows apart; empty for none
    /// @param headerLines how many to skip
    record Written(String input, String output, String library, Map<String, String> parameters, String classification, int headerLines) {
        static Written text(String library, Map<String, String> parameters, String classification, int headerLines) {
            return new Written("org.apache.hadoop.mapred.TextInputFormat", "org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat", library, parameters, classification,
                    headerLines);
        }
    }
}
