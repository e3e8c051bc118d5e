package io.wonderlake.cli;

import io.wonderlake.work.Strings;
import io.wonderlake.workspace.Workspace;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Stops a run that is under way.
@Command(name = "stop", description = "${bundle:cli.stop}", footer = "${bundle:cli.stop.footer}")
final class StopCommand extends LakeCommand {
    @Parameters(index = "0", paramLabel = "RUN", description = "${bundle:cli.stop.run}")
    String run;

    StopCommand(Lakes lakes, Output output) {
        super(lakes, output);
    }

    @Override
    int run(Workspace lake) {
        lake.pipelines().stop(run);
        if (json()) {
            output().json(Map.of("run", RunJson.name(run), "stopping", true));
        } else {
            line(Strings.text("cli.stop.done", run));
        }
        return DONE;
    }
}
