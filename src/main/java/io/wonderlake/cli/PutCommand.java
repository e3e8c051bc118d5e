package io.wonderlake.cli;

import io.wonderlake.ingest.Transfer;
import io.wonderlake.ingest.TransferSummary;
import io.wonderlake.work.Job;
import io.wonderlake.workspace.Workspace;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Copies files and folders into the lake as they are.
@Command(name = "put", description = "${bundle:cli.put}", footer = "${bundle:cli.put.footer}")
final class PutCommand extends LakeCommand {
    @Parameters(arity = "2..*", paramLabel = "FILE... TARGET", description = "${bundle:cli.put.places}")
    List<String> places;

    @Option(names = "--replace", description = "${bundle:cli.put.replace}")
    boolean replace;

    PutCommand(Lakes lakes, Output output) {
        super(lakes, output);
    }

    @Override
    int run(Workspace lake) {
        Instant begun = Instant.now();
        List<Path> sources = places.subList(0, places.size() - 1).stream().map(Path::of).toList();
        Job job = new Job(places.getLast());
        TransferSummary summary;
        try (Terminal _ = new Terminal(output(), job)) {
            summary = new Transfer(lake.objects()).put(sources, places.getLast(), replace, job);
        }
        return TransferText.tell(summary, Duration.between(begun, Instant.now()), output(), json(), options.verbose);
    }
}
