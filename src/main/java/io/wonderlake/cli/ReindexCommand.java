package io.wonderlake.cli;

import io.wonderlake.work.Formats;
import io.wonderlake.work.Job;
import io.wonderlake.work.Strings;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Makes the catalog anew from the lake's files.
@Command(name = "reindex", description = "${bundle:cli.reindex}")
final class ReindexCommand implements Callable<Integer> {
    @Mixin
    LakeOptions options = new LakeOptions();

    private final Lakes lakes;
    private final Output output;

    ReindexCommand(Lakes lakes, Output output) {
        this.lakes = lakes;
        this.output = output;
    }

    @Override
    public Integer call() {
        Job job = new Job(Strings.text("cli.reindex.job"));
        try (Terminal _ = new Terminal(output, job)) {
            int tables = lakes.reindex(options.folder(lakes), job);
            if (options.json) {
                output.json(Map.of("tables", tables));
            } else {
                output.line(Strings.text("cli.reindex.done", tables, Formats.count(tables)));
            }
            return LakeCommand.DONE;
        }
    }
}
