package io.wonderlake.cli;

import io.wonderlake.ingest.Transfer;
import io.wonderlake.ingest.TransferSummary;
import io.wonderlake.work.Job;
import io.wonderlake.workspace.Workspace;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Copies an object, or all objects of a folder, out of the lake.
@Command(name = "get", description = "${bundle:cli.get}", footer = "${bundle:cli.get.footer}")
final class GetCommand extends LakeCommand {
    @Parameters(index = "0", paramLabel = "OBJECT|PREFIX", description = "${bundle:cli.get.source}")
    String source;

    @Parameters(index = "1", paramLabel = "TARGET", description = "${bundle:cli.get.target}")
    Path target;

    @Option(names = "--replace", description = "${bundle:cli.get.replace}")
    boolean replace;

    GetCommand(Lakes lakes, Output output) {
        super(lakes, output);
    }

    @Override
    int run(Workspace lake) {
        Instant begun = Instant.now();
        Job job = new Job(source);
        TransferSummary summary;
        try (Terminal _ = new Terminal(output(), job)) {
            summary = new Transfer(lake.objects()).get(source, target, replace, job);
        }
        return TransferText.tell(summary, Duration.between(begun, Instant.now()), output(), json(), options.verbose);
    }
}
