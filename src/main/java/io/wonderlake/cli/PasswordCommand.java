package io.wonderlake.cli;

import io.wonderlake.lake.LakeProfile;
import io.wonderlake.settings.Keychain;
import io.wonderlake.work.Failure;
import io.wonderlake.work.Strings;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Puts the password of a lake's Redshift user into the system's keychain, or takes it out again.
@Command(name = "password", description = "${bundle:cli.password}")
final class PasswordCommand implements Callable<Integer> {
    @Mixin
    LakeOptions options = new LakeOptions();

    @Option(names = "--delete", description = "${bundle:cli.password.delete}")
    boolean delete;

    private final Lakes lakes;
    private final Keychain keychain;
    private final Output output;

    PasswordCommand(Lakes lakes, Keychain keychain, Output output) {
        this.lakes = lakes;
        this.keychain = keychain;
        this.output = output;
    }

    @Override
    public Integer call() {
        LakeProfile.Aws profile = options.aws(lakes);
        String user = profile.redshift().flatMap(LakeProfile.Redshift::user)
                .orElseThrow(() -> Failure.of(Failure.Kind.BAD_INPUT, "failure.password.user", profile.name()).exception());
        if (delete) {
            keychain.remove(profile.name(), user);
            output.line(Strings.text("cli.password.gone", user, profile.name()));
            return LakeCommand.DONE;
        }
        String password = HiddenLine.read(output, Strings.text("cli.password.prompt", user, profile.name())).filter(line -> !line.isEmpty())
                .orElseThrow(() -> Failure.of(Failure.Kind.BAD_INPUT, "failure.password.empty").exception());
        keychain.keep(profile.name(), user, password.toCharArray());
        output.line(Strings.text("cli.password.kept", user, profile.name()));
        return LakeCommand.DONE;
    }
}
