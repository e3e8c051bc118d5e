package io.wonderlake.cli;

import io.wonderlake.pipeline.BadRows;
import io.wonderlake.pipeline.LogLine;
import io.wonderlake.pipeline.Run;
import io.wonderlake.result.export.RowSink;
import io.wonderlake.work.Failure;
import io.wonderlake.work.Formats;
import io.wonderlake.work.Strings;
import io.wonderlake.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Prints the log of a run, or the bad rows of one of its steps.
@Command(name = "logs", description = "${bundle:cli.logs}")
final class LogsCommand extends LakeCommand {
    private static final int PAGE = 1_000;

    @Parameters(index = "0", paramLabel = "RUN", description = "${bundle:cli.logs.run}")
    String run;

    @Parameters(index = "1", arity = "0..1", paramLabel = "STEP", description = "${bundle:cli.logs.step}")
    Optional<String> step = Optional.empty();

    @Option(names = "--bad-rows", description = "${bundle:cli.logs.bad}")
    boolean badRows;

    @Option(names = "--search", paramLabel = "WORDS", description = "${bundle:cli.logs.search}")
    Optional<String> words = Optional.empty();

    LogsCommand(Lakes lakes, Output output) {
        super(lakes, output);
    }

    @Override
    Optional<Failure> misuse() {
        return badRows && step.isEmpty() ? Optional.of(Failure.of(Failure.Kind.BAD_INPUT, "failure.logs.step")) : Optional.empty();
    }

    @Override
    int run(Workspace lake) {
        Run found = lake.runs().find(run).orElseThrow(() -> Failure.of(Failure.Kind.NOT_FOUND, "failure.run.missing", run).exception());
        step.filter(name -> found.steps().stream().noneMatch(each -> each.step().equals(name))).ifPresent(name -> {
            throw Failure.of(Failure.Kind.NOT_FOUND, "failure.run.step", run, name).exception();
        });
        if (badRows) {
            return badRows(lake);
        }
        List<LogLine> all = new ArrayList<>();
        long from = 1;
        for (List<LogLine> page = lake.runs().log(run, step, from, PAGE); !page.isEmpty(); page = lake.runs().log(run, step, from, PAGE)) {
            if (json()) {
                page.stream().filter(this::wanted).forEach(all::add);
            } else {
                page.stream().filter(this::wanted).forEach(this::print);
            }
            from = page.getLast().number() + 1;
        }
        if (json()) {
            output().json(all);
        }
        return DONE;
    }

    private boolean wanted(LogLine line) {
        String low = words.orElse("").toLowerCase(Locale.ROOT);
        return line.message().toLowerCase(Locale.ROOT).contains(low) || line.level().name().toLowerCase(Locale.ROOT).contains(low)
                || line.step().toLowerCase(Locale.ROOT).contains(low);
    }

    private void print(LogLine line) {
        line(String.format("%s  %-5s  %-28s  %s", Formats.absolute(line.time()), line.level(), line.step(), line.message()));
    }

    private int badRows(Workspace lake) {
        String wanted = step.orElseThrow();
        try (RowSink sink = (json() ? RowFormat.json : RowFormat.table).sink(new NoClose(output().stream()))) {
            BadRows page = lake.runs().badRows(run, wanted, 0, PAGE);
            if (page.rows().isEmpty() && !json()) {
                line(Strings.text("cli.rows", 0, "0"));
                return DONE;
            }
            sink.begin(page.columns());
            long shown = 0;
            while (!page.rows().isEmpty()) {
                for (Object[] row : page.rows()) {
                    sink.add(row);
                }
                shown += page.rows().size();
                page = lake.runs().badRows(run, wanted, shown, PAGE);
            }
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
        return DONE;
    }
}
