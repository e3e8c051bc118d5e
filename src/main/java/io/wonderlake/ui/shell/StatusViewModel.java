package io.wonderlake.ui.shell;

import io.wonderlake.lake.LakeProfile;
import io.wonderlake.pipeline.Run;
import io.wonderlake.pipeline.RunState;
import io.wonderlake.ui.kit.LakeFacts;
import io.wonderlake.work.Formats;
import io.wonderlake.work.Strings;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/// What the status bar and the rail say of the lake.
public final class StatusViewModel {
    private final LakeFacts facts;
    private final Clock clock;

    public StatusViewModel(LakeFacts facts, Clock clock) {
        this.facts = facts;
        this.clock = clock;
    }

    /// Runs that failed since midnight.
    public List<Run> failedToday() {
        LocalDate today = LocalDate.now(clock);
        return facts.facts().runs().stream()
                .filter(run -> run.state() == RunState.FAILED || run.state() == RunState.INTERRUPTED)
                .filter(run -> LocalDate.ofInstant(run.started(), clock.getZone()).equals(today))
                .toList();
    }

    /// Empty when none failed.
    public String failedLabel() {
        return switch (failedToday().size()) {
            case 0 -> "";
            case 1 -> Strings.text("shell.status.failed.one");
            default -> Strings.text("shell.status.failed.many", failedToday().size());
        };
    }

    public String engineLabel(String engine, boolean running) {
        return Strings.text(running ? "shell.status.engine.running" : "shell.status.engine.idle", engine);
    }

    /// Empty until the lake was measured.
    public String diskLabel(LakeProfile profile) {
        if (!facts.facts().measured()) {
            return "";
        }
        String bytes = Formats.bytes(facts.facts().bytes());
        return switch (profile) {
            case LakeProfile.Local _ -> Strings.text("shell.status.disk", bytes);
            case LakeProfile.Aws _ -> Strings.text("shell.status.stored", bytes);
        };
    }
}
