package io.wonderlake.ui.shell;

import io.wonderlake.settings.RecentLakes.Opened;
import io.wonderlake.ui.kit.FakeLake;
import io.wonderlake.work.Job;
import io.wonderlake.workspace.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/// Lakes in memory behind the switcher.
final class FakeDoor implements LakeDoor {
    final List<LakeChoice> choices = new ArrayList<>(List.of(new LakeChoice.Practice("Practice lake")));
    final List<LakeChoice> shown = new ArrayList<>();
    Optional<Path> folder = Optional.empty();
    BiFunction<LakeChoice, Job, Workspace> open = (_, _) -> new FakeWorkspace(new FakeLake());

    @Override
    public List<LakeChoice> choices() {
        return List.copyOf(choices);
    }

    @Override
    public Optional<Opened> shown() {
        return shown.isEmpty() ? Optional.of(Opened.PRACTICE) : Optional.of(shown.getLast().opened());
    }

    @Override
    public Workspace open(LakeChoice choice, Job job) {
        return open.apply(choice, job);
    }

    @Override
    public void show(Workspace lake, LakeChoice choice) {
        shown.add(choice);
    }

    @Override
    public Optional<Path> askFolder() {
        return folder;
    }
}
