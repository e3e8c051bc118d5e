package io.wonderlake.cli;

import io.wonderlake.lake.LakeSettings;
import io.wonderlake.pipeline.Run;
import io.wonderlake.sample.SampleOptions;
import io.wonderlake.work.FailureException;
import io.wonderlake.work.Formats;
import io.wonderlake.work.Job;
import io.wonderlake.work.Strings;
import io.wonderlake.workspace.LocalLake;
import io.wonderlake.workspace.PracticeLakes;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Makes the practice lake and runs its pipelines.
@Command(name = "sample", description = "${bundle:cli.sample}", footer = "${bundle:cli.sample.footer}")
final class SampleCommand implements Callable<Integer> {
    @Option(names = "--scale", paramLabel = "N", defaultValue = "1", description = "${bundle:cli.sample.scale}")
    int scale;

    @Option(names = "--clean", description = "${bundle:cli.sample.clean}")
    boolean clean;

    @Mixin
    LakeOptions options = new LakeOptions();

    private final Lakes lakes;
    private final Output output;

    SampleCommand(Lakes lakes, Output output) {
        this.lakes = lakes;
        this.output = output;
    }

    @Override
    public Integer call() {
        Path folder = options.folder(lakes);
        SampleOptions wanted;
        try {
            wanted = new SampleOptions(scale, clean);
        } catch (FailureException wrong) {
            output.failure(wrong.failure(), options.verbose);
            return LakeCommand.WRONG_USE;
        }
        try (LocalLake lake = lakes.create(folder, new LakeSettings(Strings.text("cli.sample.name"), Map.of()))) {
            make(lake, folder, wanted);
        }
        return LakeCommand.DONE;
    }

    private void make(LocalLake lake, Path folder, SampleOptions wanted) {
        Instant start = Instant.now();
        Job job = new Job(Strings.text("cli.sample.name"));
        List<Run> runs;
        try (Terminal _ = new Terminal(output, job)) {
            runs = PracticeLakes.make(lake, wanted, job, this::ran);
        }
        int tables = lake.catalog().databases().stream().mapToInt(database -> lake.catalog().tables(database).size()).sum();
        if (options.json) {
            Map<String, Object> made = new LinkedHashMap<>();
            made.put("lake", folder.toString());
            made.put("tables", tables);
            made.put("runs", runs.stream().map(RunJson::of).toList());
            output.json(made);
        } else {
            output.line(Strings.text("cli.sample.done", folder, Formats.count(tables), Formats.duration(Duration.between(start, Instant.now()))));
            output.line(Strings.text("cli.sample.next", folder));
        }
    }

    private void ran(Run run) {
        if (!options.json) {
            output.line(Strings.text("cli.sample.run", run.pipeline() + " #" + run.id(),
                    RunText.state(run.state()) + (run.cause().isEmpty() ? "" : ". " + run.cause())));
            output.out().flush();
        }
    }
}
