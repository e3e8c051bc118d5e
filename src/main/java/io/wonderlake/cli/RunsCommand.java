package io.wonderlake.cli;

import io.wonderlake.pipeline.Run;
import io.wonderlake.work.Failure;
import io.wonderlake.work.Formats;
import io.wonderlake.work.Strings;
import io.wonderlake.workspace.Workspace;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Lists what the pipelines did, or shows one run with its steps.
@Command(name = "runs", description = "${bundle:cli.runs}")
final class RunsCommand extends LakeCommand {
    @Parameters(index = "0", arity = "0..1", paramLabel = "RUN", description = "${bundle:cli.runs.run}")
    Optional<String> id = Optional.empty();

    @Option(names = "--pipeline", paramLabel = "PIPELINE", description = "${bundle:cli.runs.pipeline}")
    Optional<String> pipeline = Optional.empty();

    @Option(names = "--max", paramLabel = "N", defaultValue = "100", converter = AtLeastOne.class, description = "${bundle:cli.runs.max}")
    int max;

    RunsCommand(Lakes lakes, Output output) {
        super(lakes, output);
    }

    @Override
    int run(Workspace lake) {
        if (id.isPresent()) {
            return one(lake, id.get());
        }
        List<Run> runs = lake.runs().list(pipeline, 0, max);
        if (json()) {
            output().json(runs.stream().map(RunJson::of).toList());
        } else if (runs.isEmpty()) {
            line(Strings.text("cli.runs.none"));
        } else {
            output().table(List.of(Strings.text("word.run"), Strings.text("word.pipeline"), Strings.text("word.state"), Strings.text("word.started"),
                    Strings.text("word.time"), Strings.text("word.rejected"), Strings.text("word.cause")), runs.stream().map(RunsCommand::row).toList());
        }
        lake.runs().gaps().forEach(gap -> output().failure(gap, options.verbose));
        return DONE;
    }

    private int one(Workspace lake, String wanted) {
        Run run = lake.runs().find(wanted)
                .orElseThrow(() -> Failure.of(Failure.Kind.NOT_FOUND, "failure.run.missing", wanted).exception());
        if (json()) {
            output().json(RunJson.of(run));
        } else {
            new RunText(output()).print(run);
        }
        return DONE;
    }

    private static List<Object> row(Run run) {
        Object id = RunJson.name(run.id());
        return List.of(id instanceof Long ? id : new Whole(run.id()), run.pipeline(), RunText.state(run), Formats.absolute(run.started()),
                Formats.duration(run.elapsed(Instant.now())), new Count(run.rejected()), run.cause());
    }
}
