package io.wonderlake.cli;

import io.wonderlake.pipeline.Run;
import io.wonderlake.work.Job;
import io.wonderlake.work.Strings;
import io.wonderlake.workspace.Workspace;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Runs a pipeline to its end.
@Command(name = "run", description = "${bundle:cli.run}", footer = "${bundle:cli.run.footer}")
final class RunCommand extends LakeCommand {
    @Parameters(index = "0", paramLabel = "PIPELINE", description = "${bundle:cli.run.pipeline}")
    String pipeline;

    @Option(names = "--from", paramLabel = "STEP", description = "${bundle:cli.run.from}")
    Optional<String> from = Optional.empty();

    RunCommand(Lakes lakes, Output output) {
        super(lakes, output);
    }

    @Override
    int run(Workspace lake) {
        Job job = new Job(pipeline);
        Run run;
        try (Terminal _ = new Terminal(output(), job)) {
            run = lake.pipelines().run(pipeline, from, Strings.text("run.trigger.command"), job);
        }
        if (json()) {
            output().json(RunJson.of(run));
        } else {
            new RunText(output()).print(run);
        }
        return run.state().good() ? DONE : FAILED;
    }
}
