package io.wonderlake.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// What every command takes: which lake, and how to answer.
final class LakeOptions {
    @Option(names = "--lake", paramLabel = "DIR", description = "${bundle:cli.option.lake}")
    Path lake;

    @Option(names = "--json", description = "${bundle:cli.option.json}")
    boolean json;

    @Option(names = "--verbose", description = "${bundle:cli.option.verbose}")
    boolean verbose;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "${bundle:cli.option.help}")
    boolean help;

    /// The command; the option may also stand before its name.
    @Spec(Spec.Target.MIXEE)
    CommandSpec command;

    Optional<Path> named() {
        Optional<Path> before = command.parent() != null && command.parent().userObject() instanceof Wonderlake main ? main.lake : Optional.empty();
        return Optional.ofNullable(lake).or(() -> before).map(folder -> folder.toAbsolutePath().normalize());
    }

    Path folder(Lakes lakes) {
        return named().orElseGet(lakes::practiceLake);
    }
}
