package io.wonderlake.cli;

import io.wonderlake.engine.QueryEngine;
import io.wonderlake.engine.QueryStats;
import io.wonderlake.engine.Statement;
import io.wonderlake.engine.Statements;
import io.wonderlake.work.Failure;
import io.wonderlake.work.Formats;
import io.wonderlake.work.Job;
import io.wonderlake.work.Strings;
import io.wonderlake.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Runs SQL over the lake and writes the rows to the terminal or to a file.
@Command(name = "query", description = "${bundle:cli.query}", footer = "${bundle:cli.query.footer}")
final class QueryCommand extends LakeCommand {
    private static final int MEGABYTE = 1_000_000;

    @Parameters(index = "0", arity = "0..1", paramLabel = "SQL", description = "${bundle:cli.query.sql}")
    Optional<String> sql = Optional.empty();

    @Option(names = {"-f", "--file"}, paramLabel = "FILE", description = "${bundle:cli.query.file}")
    Optional<Path> file = Optional.empty();

    @Option(names = "--param", paramLabel = "NAME=VALUE", description = "${bundle:cli.query.param}")
    Map<String, String> parameters = new LinkedHashMap<>();

    @Option(names = "--format", paramLabel = "FORMAT", description = "${bundle:cli.query.format}")
    Optional<RowFormat> format = Optional.empty();

    @Option(names = "--out", paramLabel = "FILE", description = "${bundle:cli.query.out}")
    Optional<Path> out = Optional.empty();

    @Option(names = "--engine", paramLabel = "NAME", description = "${bundle:cli.query.engine}")
    Optional<String> engine = Optional.empty();

    QueryCommand(Lakes lakes, Output output) {
        super(lakes, output);
    }

    @Override
    int run(Workspace lake) {
        QueryEngine chosen = engine.map(lake::engine).orElseGet(() -> lake.engines().getFirst());
        RowFormat wanted = wanted();
        List<Statement> statements = Statements.of(text());
        if (statements.isEmpty()) {
            throw Failure.of(Failure.Kind.BAD_INPUT, "failure.query.empty").exception();
        }
        if (statements.size() > 1 && out.isPresent()) {
            throw Failure.of(Failure.Kind.BAD_INPUT, "failure.query.many", Formats.count(statements.size())).exception();
        }
        boolean document = wanted == RowFormat.json && statements.size() > 1;
        for (Statement statement : statements) {
            if (document) {
                line(statement == statements.getFirst() ? "[" : ",");
            }
            answer(lake, chosen, statement.sql(), wanted);
        }
        if (document) {
            line("]");
        }
        return DONE;
    }

    @Override
    Optional<Failure> misuse() {
        if (sql.isPresent() == file.isPresent()) {
            return Optional.of(Failure.of(Failure.Kind.BAD_INPUT, "failure.query.source"));
        }
        return wanted().binary() && out.isEmpty() ? Optional.of(Failure.of(Failure.Kind.BAD_INPUT, "failure.query.out", wanted().name())) : Optional.empty();
    }

    private RowFormat wanted() {
        return format.orElse(json() ? RowFormat.json : RowFormat.table);
    }

    private void answer(Workspace lake, QueryEngine chosen, String statement, RowFormat wanted) {
        Job job = new Job(Strings.text("cli.query.job"));
        Answer answer = new Answer(chosen, lake.local(), lake.scratch(), statement, parameters, job);
        try {
            Answer.Written written = write(answer, wanted, job);
            out.ifPresent(target -> written(written.rows(), target));
            written.stats().ifPresent(stats -> bill(chosen, stats));
        } catch (IOException error) {
            throw Failure.of(Failure.Kind.STORAGE, "failure.write", out.map(Path::toString).orElse("-"), String.valueOf(error.getMessage()))
                    .withOrigin(error).exception();
        }
    }

    private Answer.Written write(Answer answer, RowFormat wanted, Job job) throws IOException {
        try (Terminal _ = new Terminal(output(), job)) {
            output().out().flush();
            return out.isPresent() ? answer.toFile(wanted, out.get()) : answer.toStream(wanted, output().stream());
        }
    }

    /// Beside the rows and never among them.
    private void bill(QueryEngine chosen, QueryStats stats) {
        stats.bill().map(bill -> bill.reused() ? Strings.text("cli.query.reused", chosen.name(), bill.execution())
                : Strings.text("cli.query.bill", chosen.name(), Formats.bytes(stats.bytesRead()), Formats.count(Math.ceilDiv(bill.bytes(), MEGABYTE)), Formats.dollars(bill.dollars()), bill.execution()))
                .ifPresent(text -> {
                    output().err().println(text);
                    output().err().flush();
                });
    }

    private void written(long rows, Path target) {
        if (json()) {
            output().json(Map.of("file", target.toAbsolutePath().normalize().toString(), "rows", rows));
        } else {
            line(Strings.text("cli.query.written", rows, target));
        }
    }

    private String text() {
        if (sql.isPresent()) {
            return sql.get();
        }
        try {
            return Files.readString(file.get());
        } catch (NoSuchFileException missing) {
            throw Failure.of(Failure.Kind.NOT_FOUND, "failure.query.file", file.get()).exception();
        } catch (MalformedInputException binary) {
            throw Failure.of(Failure.Kind.BAD_INPUT, "failure.file.text", file.get()).exception();
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }
}
