package io.wonderlake.catalog.glue;

import io.wonderlake.catalog.Column;
import io.wonderlake.catalog.ColumnType;
import io.wonderlake.catalog.StorageFormat;
import io.wonderlake.catalog.Table;
import io.wonderlake.catalog.TableName;
import io.wonderlake.lake.Documents;
import io.wonderlake.lake.Prefix;
import io.wonderlake.lake.Tier;
import io.wonderlake.work.FailureException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Makes our tables of Glue's, whoever wrote them. Nothing that a table lacks keeps it from being shown.
///
/// The tier of a table is that of its location; of one that stands elsewhere, that of its database's name (`tickit_curated`); else a view counts
/// as analytics, plain text and JSON as raw, everything else as curated.
final class TableReading {
    private final S3Locations locations;

    TableReading(S3Locations locations) {
        this.locations = locations;
    }

    /// `versionId` is Glue's; `database` is given because old versions do not say theirs.
    Table read(String database, software.amazon.awssdk.services.glue.model.Table glue, String versionId) {
        Map<String, String> parameters = parameters(glue.parameters());
        boolean asPublished = VersionNumber.isAsPublished(glue, versionId);
        StorageFormat format = Optional.ofNullable(parameters.get(Marks.FORMAT)).filter(_ -> asPublished).flatMap(TableReading::format)
                .orElseGet(() -> SerDes.of(glue, parameters));
        String uri = glue.storageDescriptor() == null ? "" : text(glue.storageDescriptor().location());
        Optional<Prefix> folder = locations.folder(uri);
        TableName name = new TableName(lower(database), lower(text(glue.name())));
        return new Table(name, folder.map(Prefix::tier).orElseGet(() -> tier(name, format)),
                glue.storageDescriptor() == null ? List.of() : columns(glue.storageDescriptor().columns()), columns(glue.partitionKeys()), format, folder,
                VersionNumber.of(glue, versionId), description(glue, parameters), owner(glue), Marks.count(parameters, Marks.ROWS, "recordCount"),
                Marks.count(parameters, Marks.BYTES, "sizeKey"), (int) Math.min(Integer.MAX_VALUE, Marks.count(parameters, Marks.FILES, "objectCount")),
                asPublished ? published(parameters, glue) : updated(glue), properties(glue, parameters, folder.isPresent() ? "" : uri));
    }

    static Map<String, String> parameters(Map<String, String> glue) {
        Map<String, String> parameters = new HashMap<>();
        glue.forEach((key, value) -> parameters.put(key, text(value)));
        return parameters;
    }

    private static List<Column> columns(List<software.amazon.awssdk.services.glue.model.Column> glue) {
        return glue.stream().filter(column -> column != null && column.name() != null).map(TableReading::column).toList();
    }

    private static Column column(software.amazon.awssdk.services.glue.model.Column glue) {
        Map<String, String> parameters = parameters(glue.parameters());
        ColumnType said = new ColumnType(parameters.getOrDefault(Marks.TYPE, ""));
        ColumnType type = HiveTypes.toHive(said).equals(text(glue.type())) && !said.sql().isEmpty() ? said : HiveTypes.toSql(text(glue.type()));
        String comment = parameters.getOrDefault(Marks.COMMENT, "");
        return new Column(glue.name(), type, !comment.isEmpty() && comment.startsWith(text(glue.comment())) ? comment : text(glue.comment()));
    }

    private static Optional<StorageFormat> format(String json) {
        try {
            return Optional.of(Documents.readJson(json, StorageFormat.class, Marks.FORMAT));
        } catch (FailureException damaged) {
            return Optional.empty();
        }
    }

    private static Tier tier(TableName name, StorageFormat format) {
        Optional<Tier> named = Tier.ofFolder(name.database().substring(name.database().lastIndexOf('_') + 1));
        return named.orElseGet(() -> switch (format) {
            case StorageFormat.Text _, StorageFormat.Json _, StorageFormat.JsonLines _, StorageFormat.Xlsx _ -> Tier.RAW;
            case StorageFormat.Parquet _, StorageFormat.Avro _ -> Tier.CURATED;
            case StorageFormat.Other other -> other.equals(Unlisted.VIEW.format()) ? Tier.ANALYTICS : Tier.CURATED;
        });
    }

    private static String description(software.amazon.awssdk.services.glue.model.Table glue, Map<String, String> parameters) {
        return glue.description() == null ? parameters.getOrDefault("comment", "") : glue.description();
    }

    /// Crawlers call every owner `owner`.
    private static String owner(software.amazon.awssdk.services.glue.model.Table glue) {
        return "owner".equals(glue.owner()) ? "" : text(glue.owner());
    }

    private static Instant published(Map<String, String> parameters, software.amazon.awssdk.services.glue.model.Table glue) {
        long millis = Marks.number(parameters.getOrDefault(Marks.PUBLISHED, ""));
        return millis < 0 ? updated(glue) : Instant.ofEpochMilli(millis);
    }

    static Instant updated(software.amazon.awssdk.services.glue.model.Table glue) {
        return Optional.ofNullable(glue.updateTime()).or(() -> Optional.ofNullable(glue.createTime())).orElse(Instant.EPOCH);
    }

    private static Map<String, String> properties(software.amazon.awssdk.services.glue.model.Table glue, Map<String, String> parameters, String elsewhere) {
        Map<String, String> properties = new HashMap<>();
        parameters.forEach((key, value) -> {
            if (key.startsWith(Marks.PROPERTY)) {
                properties.put(key.substring(Marks.PROPERTY.length()), value);
            } else if (Marks.isFree(key)) {
                properties.put(key, value);
            }
        });
        if (!elsewhere.isEmpty()) {
            properties.put(Table.LOCATION, elsewhere);
        }
        ViewText.of(glue).ifPresent(sql -> properties.put("view", sql));
        if (glue.targetTable() != null) {
            properties.put("target", text(glue.targetTable().databaseName()) + "." + text(glue.targetTable().name()));
        }
        return properties;
    }

    static String text(String text) {
        return Objects.requireNonNullElse(text, "");
    }

    static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
