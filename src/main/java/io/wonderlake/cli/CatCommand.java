package io.wonderlake.cli;

import io.wonderlake.engine.EngineSession;
import io.wonderlake.engine.QueryRun;
import io.wonderlake.format.Previews;
import io.wonderlake.lake.ObjectPath;
import io.wonderlake.result.export.RowSink;
import io.wonderlake.work.Failure;
import io.wonderlake.work.Formats;
import io.wonderlake.work.Job;
import io.wonderlake.work.Strings;
import io.wonderlake.workspace.Workspace;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Shows the rows of an object as a table, or its bytes as they are.
@Command(name = "cat", description = "${bundle:cli.cat}")
final class CatCommand extends LakeCommand {
    private static final int PAGE = 1_000;

    @Parameters(index = "0", paramLabel = "OBJECT", description = "${bundle:cli.cat.object}")
    String object;

    @Option(names = "--rows", paramLabel = "N", defaultValue = "20", converter = AtLeastOne.class, description = "${bundle:cli.cat.rows}")
    int rows;

    @Option(names = "--bytes", description = "${bundle:cli.cat.bytes}")
    boolean bytes;

    CatCommand(Lakes lakes, Output output) {
        super(lakes, output);
    }

    @Override
    int run(Workspace lake) {
        ObjectPath path = ObjectPath.parse(object);
        if (lake.objects().find(path).isEmpty()) {
            throw Failure.of(Failure.Kind.NOT_FOUND, "failure.object.missing", path, path.parent()).exception();
        }
        try {
            if (bytes) {
                copy(lake, path);
            } else {
                table(lake, path);
            }
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
        return DONE;
    }

    private void copy(Workspace lake, ObjectPath path) throws IOException {
        output().out().flush();
        try (InputStream in = lake.objects().read(path)) {
            in.transferTo(output().stream());
            output().stream().flush();
        }
    }

    private void table(Workspace lake, ObjectPath path) throws IOException {
        Job job = new Job(object);
        Previews.Preview preview;
        try (Terminal _ = new Terminal(output(), job)) {
            preview = lake.previews().open(path, rows, job);
        }
        long shown = 0;
        try (EngineSession session = lake.local().session(job);
                QueryRun run = session.query(preview.sql(session) + " limit " + rows);
                RowSink sink = json() ? RowFormat.json.sink(new NoClose(output().stream())) : new TableSink(output().out(), false)) {
            sink.begin(run.columns());
            for (List<Object[]> page = run.next(PAGE); !page.isEmpty(); page = run.next(PAGE)) {
                for (Object[] row : page) {
                    sink.add(row);
                }
                shown += page.size();
            }
        }
        if (!json()) {
            line(footer(preview, shown));
        }
    }

    /// Says no more than is known: of an object that was read in part, nobody has counted the rows.
    private String footer(Previews.Preview preview, long shown) {
        String count = Formats.count(shown);
        if (preview.whole() && shown == preview.rows()) {
            return Strings.text("cli.rows", shown, count);
        }
        long total = preview.facts().rows();
        boolean exhausted = !preview.whole() && shown < rows;
        if (total < 0) {
            return Strings.text(exhausted ? "cli.cat.head" : "cli.cat.unread", count);
        }
        return Strings.text(exhausted ? "cli.cat.head.of" : "cli.cat.more", count, Formats.count(total));
    }
}
