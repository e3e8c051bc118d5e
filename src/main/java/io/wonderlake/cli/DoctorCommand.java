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
    private static final int STATE = 8;

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
            print(checks);
        }
        return checks.stream().allMatch(Check::well) ? DONE : FAILED;
    }

    private void print(List<Check> checks) {
        int width = checks.stream().mapToInt(check -> check.subject().length()).max().orElse(0);
        String margin = " ".repeat(STATE + width + 2);
        for (Check check : checks) {
            line(String.format("%-" + STATE + "s%-" + width + "s  %s", state(check), check.subject(), check.finding()));
            if (!check.advice().isEmpty()) {
                line(margin + check.advice());
            }
        }
        checks.getLast().policy().ifPresent(this::line);
    }

    private static String state(Check check) {
        return Strings.text(!check.well() ? "check.bad" : check.advice().isEmpty() ? "check.ok" : "check.note");
    }
}
