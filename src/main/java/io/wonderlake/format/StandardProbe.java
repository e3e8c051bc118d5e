package io.wonderlake.format;

import io.wonderlake.catalog.Column;
import io.wonderlake.catalog.StorageFormat;
import io.wonderlake.engine.LocalEngine;
import io.wonderlake.work.Job;
import io.wonderlake.work.Strings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The probe for all formats: goes by the first bytes, then by the content, and by the name only where both leave it open.
///
/// Types are learned from all rows that fit their columns, so that each declared type holds for each of them.
public final class StandardProbe implements FileProbe {
    private final LocalEngine engine;

    /// `engine` decodes Parquet; its folders must include those of the files.
    public StandardProbe(LocalEngine engine) {
        this.engine = engine;
    }

    @Override
    public FileFacts probe(Path file, Job job) {
        Source look = Source.of(file);
        look.close(look.bytes());
        Magic magic = Magic.of(file);
        ProbeMeter meter = new ProbeMeter(job, look.size());
        return switch (magic) {
            case EMPTY -> throw Trouble.empty(look.name()).exception();
            case PARQUET -> new ParquetProbe(engine, job).probe(look);
            case AVRO -> avro(meter.over(file, 1));
            case ZIP -> workbook(meter.over(file, 1), Optional.empty());
            case OLE_PROTECTED -> throw Trouble.protectedBook(look.name()).exception();
            case GZIP -> content(meter, look, "gzip");
            case NONE -> content(meter, look, "");
            case ORC, OLE, ZSTD, BZIP2, XZ, SEVEN_ZIP, PDF, IMAGE, SQLITE, TAR -> throw Trouble.notYet(look.name(), magic.label()).exception();
        };
    }

    @Override
    public FileFacts probe(Path file, StorageFormat agreed, Job job) {
        Source look = Source.of(file);
        look.close(look.bytes());
        Magic magic = Magic.of(file);
        if (magic == Magic.EMPTY) {
            throw Trouble.empty(look.name()).exception();
        }
        ProbeMeter meter = new ProbeMeter(job, look.size());
        String compression = magic == Magic.GZIP ? "gzip" : "";
        return switch (agreed) {
            case StorageFormat.Text text -> text(meter.over(file, 1), text, compression);
            case StorageFormat.JsonLines lines -> json(meter.over(file, 2), lines, compression);
            case StorageFormat.Json document -> json(meter.over(file, 2), document, compression);
            case StorageFormat.Xlsx book -> workbook(meter.over(file, 1), Optional.of(book));
            case StorageFormat.Avro _, StorageFormat.Parquet _ -> probe(file, job);
            case StorageFormat.Other other -> throw Trouble.notYet(look.name(), other.name()).exception();
        };
    }

    private static FileFacts content(ProbeMeter meter, Source look, String compression) {
        Magic inside = Magic.of(look.head(300));
        if (inside != Magic.NONE && inside != Magic.EMPTY) {
            throw Trouble.packed(look.name(), inside.label()).exception();
        }
        TextHead head = TextHead.of(meter.uncounted(look.file()));
        if (head.isMarkup()) {
            throw Trouble.notYet(look.name(), Strings.text("format.kind.markup")).exception();
        }
        Optional<StorageFormat> json = JsonShape.of(head, extension(look.name()));
        if (json.isPresent()) {
            return json(meter.over(look.file(), 2), json.get(), compression);
        }
        return text(meter.over(look.file(), 1), Dialect.of(head.text(), head.charset()), compression);
    }

    private static FileFacts text(Source source, StorageFormat.Text format, String compression) {
        List<String> names = names(new TextRows().columns(source.file(), format), 2);
        try (var rows = new TextRows().open(source, format)) {
            Tally tally = new Tally(Trouble::line).count(rows, 2);
            return facts(source, format, compression, tally.columns(names), tally, List.of());
        }
    }

    private static FileFacts json(Source source, StorageFormat format, String compression) {
        var reader = new JsonRows();
        Map<String, Integer> keys = reader.keys(source, format);
        List<String> names = ColumnNames.unique(List.copyOf(keys.keySet()));
        try (JsonCursor rows = reader.open(source, format, keys)) {
            Tally tally = new Tally(format instanceof StorageFormat.JsonLines ? Trouble::line : Trouble::element).count(rows, 2);
            if (keys.isEmpty() && tally.badRows() == tally.rows()) {
                throw Trouble.noObjects(source.name()).exception();
            }
            return facts(source, format, compression, tally.columns(names), tally, List.of());
        }
    }

    private static FileFacts workbook(Source source, Optional<StorageFormat.Xlsx> agreed) {
        XlsxGuard.check(source);
        StorageFormat.Xlsx format = agreed.orElseGet(() -> new StorageFormat.Xlsx("", HeaderRow.of(source)));
        try (var rows = XlsxRows.openGuarded(source, format)) {
            String sheet = rows.sheet();
            Tally tally = new Tally(row -> sheet + "!A" + row).count(rows, 3);
            return facts(source, format, "", tally.columns(names(rows.columns(), 3)), tally, rows.sheets());
        }
    }

    private static FileFacts avro(Source source) {
        try (var rows = new AvroRows().open(source)) {
            long count = 0;
            while (rows.next() != null) {
                count++;
            }
            List<Column> columns = rows.columns();
            return new FileFacts(new StorageFormat.Avro(), "", columns.subList(2, columns.size()), count, 0, List.of(), List.of(), source.size());
        }
    }

    private static FileFacts facts(
            Source source, StorageFormat format, String compression, List<Column> columns, Tally tally, List<String> sheets) {
        return new FileFacts(format, compression, columns, tally.rows(), tally.badRows(), tally.problems(), sheets, source.size());
    }

    private static List<String> names(List<Column> columns, int first) {
        var names = new ArrayList<String>();
        columns.subList(first, columns.size()).forEach(column -> names.add(column.name()));
        return names;
    }

    private static String extension(String name) {
        String bare = name.toLowerCase(Locale.ROOT).replaceFirst("\\.gz$", "");
        return bare.substring(bare.lastIndexOf('.') + 1);
    }
}
