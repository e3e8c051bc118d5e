package io.wonderlake.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

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

    Path folder(Lakes lakes) {
        return lake == null ? lakes.practiceLake() : lake.toAbsolutePath().normalize();
    }
}
