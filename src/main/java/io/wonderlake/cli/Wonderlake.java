package io.wonderlake.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The command without a command: opens the window.
@Command(name = "wonderlake", description = "${bundle:cli.wonderlake}", version = "Wonderlake 0.1.0", footer = "${bundle:cli.wonderlake.footer}",
        synopsisSubcommandLabel = "[COMMAND]", subcommands = picocli.CommandLine.HelpCommand.class)
final class Wonderlake implements Callable<Integer> {
    @Option(names = "--lake", paramLabel = "DIR", description = "${bundle:cli.option.lake}")
    Optional<Path> lake = Optional.empty();

    @Option(names = "--profile", paramLabel = "NAME", description = "${bundle:cli.option.profile}")
    Optional<String> profile = Optional.empty();

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "${bundle:cli.option.help}")
    boolean help;

    @Option(names = "--version", versionHelp = true, description = "${bundle:cli.option.version}")
    boolean version;

    private final Lakes lakes;
    private final Windows windows;

    Wonderlake(Lakes lakes, Windows windows) {
        this.lakes = lakes;
        this.windows = windows;
    }

    @Override
    public Integer call() {
        return windows.open(LakeOptions.choice(lake, profile, lakes));
    }
}
