package io.wonderlake.pipeline.local;

import io.wonderlake.catalog.Column;
import io.wonderlake.catalog.ColumnType;
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
    private static final ColumnType TEXT = new ColumnType("varchar");

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
        return layout.isPresent() ? facts(tools.probe().probe(file, layout.get(), job)) : withAgreedHeader(facts(tools.probe().probe(file, job)), file, job);
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
        return facts(tools.probe().probe(file, new StorageFormat.Text(text.delimiter(), text.quote(), true, text.skip(), text.charset()), job));
    }

    /// The types learned hold for the rows that fit. Where some do not, all columns are text, so that the table can be read as it is.
    private static RawFile.Facts facts(FileFacts facts) {
        List<Column> columns = facts.badRows() == 0 ? facts.columns()
                : facts.columns().stream().map(column -> new Column(column.name(), TEXT, column.comment())).toList();
        return new RawFile.Facts(facts.storage(), columns, facts.rows(), facts.badRows());
    }

    Optional<FileReader> reader(StorageFormat format) {
        return tools.readers().stream().filter(reader -> reader.reads(format)).findFirst();
    }
}
