package io.wonderlake.cli;

import io.wonderlake.pipeline.Pipelines;
import io.wonderlake.pipeline.Run;
import io.wonderlake.work.Failure;
import io.wonderlake.work.Job;
import io.wonderlake.work.Strings;
import io.wonderlake.workspace.Workspace;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Runs a pipeline to its end, or takes up a run that did not end well.
@Command(name = "run", description = "${bundle:cli.run}", footer = "${bundle:cli.run.footer}")
final class RunCommand extends LakeCommand {
    @Parameters(index = "0", arity = "0..1", paramLabel = "PIPELINE", description = "${bundle:cli.run.pipeline}")
    Optional<String> pipeline = Optional.empty();

    @Option(names = "--from", paramLabel = "STEP", description = "${bundle:cli.run.from}")
    Optional<String> from = Optional.empty();

    @Option(names = "--input", paramLabel = "JSON", description = "${bundle:cli.run.input}")
    Optional<String> input = Optional.empty();

    @Option(names = "--resume", paramLabel = "RUN", description = "${bundle:cli.run.resume}")
    Optional<String> resume = Optional.empty();

    RunCommand(Lakes lakes, Output output) {
        super(lakes, output);
    }

    @Override
    Optional<Failure> misuse() {
        boolean together = resume.isPresent() && (pipeline.isPresent() || from.isPresent() || input.isPresent());
        return together || resume.isEmpty() && pipeline.isEmpty() ? Optional.of(Failure.of(Failure.Kind.BAD_INPUT, "failure.run.which")) : Optional.empty();
    }

    @Override
    int run(Workspace lake) {
        Job job = new Job(pipeline.or(() -> resume).orElseThrow());
        String trigger = Strings.text("run.trigger.command");
        Run run;
        try (Terminal _ = new Terminal(output(), job)) {
            run = resume.isPresent() ? lake.pipelines().resume(resume.get(), trigger, job)
                    : lake.pipelines().run(pipeline.orElseThrow(), new Pipelines.Order(from, input, trigger), job);
        }
        if (json()) {
            output().json(RunJson.of(run));
        } else {
            new RunText(output()).print(run);
        }
        return run.state().good() ? DONE : FAILED;
    }
}
