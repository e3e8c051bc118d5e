package io.wonderlake.catalog.glue;

import io.wonderlake.catalog.StorageFormat;
import io.wonderlake.catalog.TableDraft;
import io.wonderlake.catalog.index.Partitions;
import io.wonderlake.lake.Documents;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.glue.model.Column;
import software.amazon.awssdk.services.glue.model.SerDeInfo;
import software.amazon.awssdk.services.glue.model.StorageDescriptor;
import software.amazon.awssdk.services.glue.model.Table;
import software.amazon.awssdk.services.glue.model.TableInput;

/// Says a publication in Glue's words. What others wrote about the table stays, unless it describes the files that are replaced.
final class TableWriting {
    private static final int COMMENT_BYTES = 255;

    private final S3Locations locations;
    private final boolean emulated;

    TableWriting(S3Locations locations, boolean emulated) {
        this.locations = locations;
        this.emulated = emulated;
    }

    /// @param publication its own mark
    record Publication(TableDraft draft, int version, String publication, long millis) { }

    TableInput table(Publication publication, Optional<Table> current) {
        TableDraft draft = publication.draft();
        SerDes.Written written = SerDes.written(draft.format());
        Map<String, String> parameters = current.map(table -> kept(table.parameters())).orElseGet(HashMap::new);
        boolean described = current.filter(table -> "true".equals(table.parameters().get(Marks.DESCRIBED))).isPresent();
        parameters.putAll(marks(publication, current));
        parameters.putAll(counts(draft));
        parameters.putAll(format(draft, written));
        parameters.put("EXTERNAL", "TRUE");
        if (described) {
            parameters.put(Marks.DESCRIBED, "true");
        }
        return TableInput.builder()
                .name(current.map(Table::name).orElse(draft.name().table()))
                .description(filled(described ? current.get().description() : draft.description()))
                .owner(filled(described ? current.get().owner() : draft.owner()))
                .retention(current.map(Table::retention).orElse(null))
                .tableType("EXTERNAL_TABLE")
                .partitionKeys(columns(draft.partitionColumns()))
                .parameters(parameters)
                .storageDescriptor(storage(draft, locations.uri(draft.location()))).build();
    }

    StorageDescriptor storage(TableDraft draft, String uri) {
        SerDes.Written written = SerDes.written(draft.format());
        StorageDescriptor.Builder storage = StorageDescriptor.builder().columns(columns(draft.columns())).location(uri).inputFormat(filled(written.input()))
                .outputFormat(filled(written.output())).compressed(isZipped(draft));
        if (!written.library().isEmpty()) {
            storage.serdeInfo(SerDeInfo.builder().serializationLibrary(written.library()).parameters(written.parameters()).build());
        }
        return storage.build();
    }

    private static Map<String, String> kept(Map<String, String> parameters) {
        Map<String, String> kept = TableReading.parameters(parameters);
        kept.keySet().removeIf(key -> !Marks.outlastsFiles(key));
        return kept;
    }

    private Map<String, String> marks(Publication publication, Optional<Table> current) {
        Map<String, String> marks = new HashMap<>(Map.of(Marks.VERSION, Integer.toString(publication.version()), Marks.PUBLICATION, publication.publication(),
                Marks.PUBLISHED, Long.toString(publication.millis())));
        marks.put(Marks.BASE, current.map(table -> VersionNumber.next(table.versionId())).orElse(VersionNumber.first(emulated)));
        publication.draft().properties().forEach((key, value) -> marks.put(Marks.PROPERTY + key, value));
        return marks;
    }

    private static Map<String, String> counts(TableDraft draft) {
        Map<String, String> counts = new HashMap<>(Map.of(Marks.BYTES, Long.toString(Partitions.bytes(draft.files())), Marks.FILES, Integer.toString(draft.files().size())));
        long rows = Partitions.rows(draft.files());
        if (rows >= 0) {
            counts.put(Marks.ROWS, Long.toString(rows));
        }
        return counts;
    }

    private static Map<String, String> format(TableDraft draft, SerDes.Written written) {
        Map<String, String> format = new HashMap<>(Map.of(Marks.CLASSIFICATION, written.classification()));
        if (written.headerLines() > 0) {
            format.put(Marks.HEADER_LINES, Integer.toString(written.headerLines()));
        }
        if (isZipped(draft)) {
            format.put(Marks.COMPRESSION, "gzip");
        }
        if (!isExact(draft.format(), written, format)) {
            format.put(Marks.FORMAT, Documents.writeJson(draft.format()));
        }
        return format;
    }

    /// Whether the format could be told from what Hive is told.
    private static boolean isExact(StorageFormat format, SerDes.Written written, Map<String, String> parameters) {
        Table table = Table.builder().storageDescriptor(StorageDescriptor.builder()
                .serdeInfo(SerDeInfo.builder().serializationLibrary(written.library()).parameters(written.parameters()).build()).build()).build();
        return SerDes.of(table, parameters).equals(format);
    }

    private static boolean isZipped(TableDraft draft) {
        return !draft.files().isEmpty() && draft.files().stream().allMatch(file -> file.path().name().endsWith(".gz"));
    }

    private static List<Column> columns(List<io.wonderlake.catalog.Column> columns) {
        return columns.stream().map(TableWriting::column).toList();
    }

    private static Column column(io.wonderlake.catalog.Column column) {
        Map<String, String> parameters = new HashMap<>();
        String hive = HiveTypes.toHive(column.type());
        if (!HiveTypes.toSql(hive).equals(column.type())) {
            parameters.put(Marks.TYPE, column.type().sql());
        }
        String comment = shortened(column.comment());
        if (!comment.equals(column.comment())) {
            parameters.put(Marks.COMMENT, column.comment());
        }
        return Column.builder().name(column.name()).type(hive).comment(filled(comment)).parameters(parameters).build();
    }

    /// Glue holds 255 bytes.
    private static String shortened(String comment) {
        String cut = comment;
        while (cut.getBytes(StandardCharsets.UTF_8).length > COMMENT_BYTES) {
            cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -1));
        }
        return cut;
    }

    /// A table with other words of people, and nothing else changed.
    static TableInput described(Table table, String description, String owner) {
        Map<String, String> parameters = TableReading.parameters(table.parameters());
        parameters.put(Marks.DESCRIBED, "true");
        return unchanged(table, parameters).description(filled(description)).owner(filled(owner)).build();
    }

    /// A table whose partition entries show its version.
    static TableInput settled(Table table) {
        Map<String, String> parameters = TableReading.parameters(table.parameters());
        parameters.put(Marks.SETTLED, parameters.get(Marks.VERSION));
        return unchanged(table, parameters).build();
    }

    /// The parameters say that the next state of the table is no new version.
    private static TableInput.Builder unchanged(Table table, Map<String, String> parameters) {
        if (!VersionNumber.isAsPublished(table, table.versionId())) {
            parameters.keySet().removeAll(Set.of(Marks.FORMAT, Marks.PUBLICATION, Marks.SETTLED));
            parameters.put(Marks.VERSION, Integer.toString(VersionNumber.of(table, table.versionId())));
            parameters.put(Marks.PUBLISHED, Long.toString(TableReading.updated(table).toEpochMilli()));
        }
        parameters.put(Marks.BASE, VersionNumber.next(table.versionId()));
        return TableInput.builder().name(table.name()).description(table.description()).owner(table.owner()).lastAccessTime(table.lastAccessTime())
                .lastAnalyzedTime(table.lastAnalyzedTime()).retention(table.retention()).storageDescriptor(table.storageDescriptor())
                .partitionKeys(table.hasPartitionKeys() ? table.partitionKeys() : null).viewOriginalText(table.viewOriginalText())
                .viewExpandedText(table.viewExpandedText()).tableType(table.tableType()).targetTable(table.targetTable()).parameters(parameters);
    }

    private static String filled(String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
