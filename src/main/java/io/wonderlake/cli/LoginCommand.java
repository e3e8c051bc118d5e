package io.wonderlake.cli;

import io.wonderlake.lake.LakeProfile;
import io.wonderlake.lake.aws.AwsAccount;
import io.wonderlake.lake.aws.Identity;
import io.wonderlake.lake.aws.Prompts;
import io.wonderlake.work.Job;
import io.wonderlake.work.Strings;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Logs in to the AWS account of a lake, where its AWS profile needs a login or a code, and says as whom.
@Command(name = "login", description = "${bundle:cli.login}")
final class LoginCommand implements Callable<Integer> {
    @Mixin
    LakeOptions options = new LakeOptions();

    private final Lakes lakes;
    private final Prompts prompts;
    private final Output output;

    LoginCommand(Lakes lakes, Prompts prompts, Output output) {
        this.lakes = lakes;
        this.prompts = prompts;
        this.output = output;
    }

    @Override
    public Integer call() {
        LakeProfile.Aws profile = options.aws(lakes);
        Job job = new Job(Strings.text("cli.login.job"));
        try (Terminal _ = new Terminal(output, job); AwsAccount account = new AwsAccount(profile, prompts)) {
            Identity who = account.signIn(job);
            if (options.json) {
                output.json(who);
            } else {
                output.line(Strings.text("cli.login.done", who.arn(), who.account()));
            }
            return LakeCommand.DONE;
        }
    }
}
