package io.wonderlake.cli;

import java.nio.file.Path;
import java.util.Optional;
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

    private final Windows windows;

    TourCommand(Windows windows) {
        this.windows = windows;
    }

    @Override
    public Integer call() {
        return windows.tour(Optional.ofNullable(options.lake).map(folder -> folder.toAbsolutePath().normalize()), out.toAbsolutePath().normalize());
    }
}
