package io.wonderlake.pipeline.local;

import io.wonderlake.catalog.Column;
import io.wonderlake.catalog.StorageFormat;
import io.wonderlake.contract.Contract;
import io.wonderlake.engine.FileReader;
import io.wonderlake.engine.FileReader.RowCursor;
import io.wonderlake.format.FileFacts;
import io.wonderlake.lake.ObjectEntry;
import io.wonderlake.pipeline.RawFile;
import io.wonderlake.work.Failure;
import io.wonderlake.work.FailureException;
import io.wonderlake.work.Job;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Looks into one raw file: by the layout that its contract fixes, or by probing.
final class FileLook {

    /// Columns of a reader that tell about the row and are not in the file.
    static final Set<String> ABOUT_ROW = Set.of("_row", "_bad", "_sheet");
    private static final int CHECK_EVERY = 4096;

    private final Tools tools;
    private final Optional<Contract> contract;

    FileLook(Tools tools, Optional<Contract> contract) {
        this.tools = tools;
        this.contract = contract;
    }

    /// A file that cannot be read as a table is a result too: its problem says why.
    RawFile look(ObjectEntry entry, Optional<StorageFormat> layout, Job job) {
        Path file = tools.files().file(entry.path());
        try {
            return result(entry, layout, Optional.of(facts(file, layout, job)), "");
        } catch (FailureException error) {
            if (error.failure().kind() != Failure.Kind.BAD_INPUT) {
                throw error;
            }
            return result(entry, layout, Optional.empty(), error.failure().message());
        }
    }

    private static RawFile result(ObjectEntry entry, Optional<StorageFormat> layout, Optional<RawFile.Facts> facts, String problem) {
        return new RawFile(entry.path(), entry.size(), entry.modified().truncatedTo(ChronoUnit.MILLIS), layout, facts, problem);
    }

    private RawFile.Facts facts(Path file, Optional<StorageFormat> layout, Job job) {
        if (layout.isEmpty()) {
            return withAgreedHeader(facts(tools.probe().probe(file, job)), file, job);
        }
        StorageFormat fixed = layout.get();
        Optional<FileReader> reader = reader(fixed);
        return reader.isPresent() ? counted(reader.get(), file, fixed, job) : facts(tools.probe().probe(file, job));
    }

    /// A first line of nothing but the contract's names is a header, also where all columns are text and a probe cannot know.
    private RawFile.Facts withAgreedHeader(RawFile.Facts probed, Path file, Job job) {
        if (contract.isEmpty() || !(probed.storage() instanceof StorageFormat.Text text) || text.header()) {
            return probed;
        }
        Set<String> agreed = contract.get().fileColumns().stream().map(column -> column.fileName().toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        FileReader reader = reader(text).orElseThrow();
        try (RowCursor cursor = reader.open(file, text)) {
            List<Column> columns = cursor.columns();
            Object[] first = cursor.next();
            for (int i = 0; first != null && i < columns.size(); i++) {
                if (!ABOUT_ROW.contains(columns.get(i).name()) && !agreed.contains(String.valueOf(first[i]).strip().toLowerCase(Locale.ROOT))) {
                    return probed;
                }
            }
        }
        return counted(reader, file, new StorageFormat.Text(text.delimiter(), text.quote(), true, text.skip(), text.charset()), job);
    }

    private static RawFile.Facts facts(FileFacts facts) {
        return new RawFile.Facts(facts.storage(), facts.columns(), facts.rows(), facts.badRows());
    }

    private RawFile.Facts counted(FileReader reader, Path file, StorageFormat layout, Job job) {
        long rows = 0;
        long badRows = 0;
        try (RowCursor cursor = reader.open(file, layout)) {
            List<Column> all = cursor.columns();
            if (all.stream().allMatch(column -> ABOUT_ROW.contains(column.name()))) {
                throw Failure.of(Failure.Kind.BAD_INPUT, "failure.file.empty", file.getFileName().toString()).exception();
            }
            int bad = all.stream().map(Column::name).toList().indexOf("_bad");
            for (Object[] row = cursor.next(); row != null; row = cursor.next()) {
                rows++;
                badRows += bad >= 0 && row[bad] != null ? 1 : 0;
                if (rows % CHECK_EVERY == 0) {
                    job.checkCancelled();
                }
            }
            return new RawFile.Facts(layout, all.stream().filter(column -> !ABOUT_ROW.contains(column.name())).toList(), rows, badRows);
        }
    }

    Optional<FileReader> reader(StorageFormat format) {
        return tools.readers().stream().filter(reader -> reader.reads(format)).findFirst();
    }
}
