package io.wonderlake.cli;

import io.wonderlake.lake.LakeProfile;
import io.wonderlake.work.Failure;
import io.wonderlake.workspace.Workspace;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// What every command takes: which lake, and how to answer.
final class LakeOptions {
    @Option(names = "--lake", paramLabel = "DIR", description = "${bundle:cli.option.lake}")
    Path lake;

    @Option(names = "--profile", paramLabel = "NAME", description = "${bundle:cli.option.profile}")
    String profile;

    @Option(names = "--json", description = "${bundle:cli.option.json}")
    boolean json;

    @Option(names = "--verbose", description = "${bundle:cli.option.verbose}")
    boolean verbose;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "${bundle:cli.option.help}")
    boolean help;

    /// The command; the option may also stand before its name.
    @Spec(Spec.Target.MIXEE)
    CommandSpec command;

    /// The lake that the command was told; empty for the practice lake.
    Optional<LakeProfile> named(Lakes lakes) {
        Optional<Wonderlake> before = command.parent() != null && command.parent().userObject() instanceof Wonderlake main ? Optional.of(main) : Optional.empty();
        Optional<Path> folder = Optional.ofNullable(lake);
        Optional<String> name = Optional.ofNullable(profile);
        if (folder.isPresent() || name.isPresent()) {
            return choice(folder, name, lakes);
        }
        return before.flatMap(main -> choice(main.lake, main.profile, lakes));
    }

    static Optional<LakeProfile> choice(Optional<Path> folder, Optional<String> name, Lakes lakes) {
        if (folder.isPresent() && name.isPresent()) {
            throw Failure.of(Failure.Kind.BAD_INPUT, "failure.option.lake").exception();
        }
        return folder.<LakeProfile>map(LakeOptions::local).or(() -> name.map(lakes::profile));
    }

    private static LakeProfile.Local local(Path folder) {
        Path place = folder.toAbsolutePath().normalize();
        return new LakeProfile.Local(place.toString(), place, "", false);
    }

    Workspace open(Lakes lakes) {
        return named(lakes).map(lakes::open).orElseGet(() -> lakes.open(lakes.practiceLake()));
    }

    /// For commands that work on a lake on AWS only.
    LakeProfile.Aws aws(Lakes lakes) {
        return switch (named(lakes).orElseThrow(() -> Failure.of(Failure.Kind.BAD_INPUT, "failure.option.profile").exception())) {
            case LakeProfile.Aws found -> found;
            case LakeProfile.Local local -> throw Failure.of(Failure.Kind.BAD_INPUT, "failure.lake.aws", local.name()).exception();
        };
    }

    /// For commands that work on a folder only.
    Path folder(Lakes lakes) {
        return named(lakes).map(LakeOptions::folder).orElseGet(lakes::practiceLake);
    }

    private static Path folder(LakeProfile profile) {
        return switch (profile) {
            case LakeProfile.Local local -> local.path();
            case LakeProfile.Aws aws -> throw Failure.of(Failure.Kind.BAD_INPUT, "failure.lake.local", aws.name()).exception();
        };
    }
}
