package io.wonderlake.cli;

import io.wonderlake.work.Formats;
import io.wonderlake.work.Strings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Takes pictures of the window's screens.
@Command(name = "tour", description = "${bundle:cli.tour}")
final class TourCommand implements Callable<Integer> {
    @Option(names = "--out", paramLabel = "DIR", required = true, description = "${bundle:cli.tour.out}")
    Path out;
    @Mixin
    LakeOptions options = new LakeOptions();
    private final Lakes lakes;
    private final Windows windows;
    private final Output output;

    TourCommand(Lakes lakes, Windows windows, Output output) {
        this.lakes = lakes;
        this.windows = windows;
        this.output = output;
    }

    @Override
    public Integer call() {
        List<Path> pictures = windows.tour(options.named(lakes), out.toAbsolutePath().normalize());
        if (options.json) {
            output.json(Map.of("pictures", pictures.stream().map(Path::toString).toList()));
        } else {
            output.line(Strings.text("app.tour.done", pictures.size(), Formats.count(pictures.size()), out));
        }
        return LakeCommand.DONE;
    }
}
