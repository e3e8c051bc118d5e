package io.wonderlake.cli;

import io.wonderlake.work.Job;
import io.wonderlake.work.Strings;
import io.wonderlake.workspace.Check;
import io.wonderlake.workspace.Workspace;
import java.util.List;
import picocli.CommandLine.Command;

/// Looks over the lake and says what is wrong and what to do.
@Command(name = "doctor", description = "${bundle:cli.doctor}")
final class DoctorCommand extends LakeCommand {
    DoctorCommand(Lakes lakes, Output output) {
        super(lakes, output);
    }

    @Override
    int run(Workspace lake) {
        Job job = new Job(Strings.text("cli.doctor.job"));
        List<Check> checks;
        try (Terminal _ = new Terminal(output(), job)) {
            checks = lake.checkup(job);
        }
        if (json()) {
            output().json(checks);
        } else {
            checks.forEach(this::print);
        }
        return checks.stream().allMatch(Check::well) ? DONE : FAILED;
    }

    private void print(Check check) {
        line(String.format("%-7s %-8s %s", Strings.text(check.well() ? "check.ok" : "check.bad"), check.subject(), check.finding()));
        if (!check.advice().isEmpty()) {
            line(" ".repeat(17) + check.advice());
        }
    }
}
