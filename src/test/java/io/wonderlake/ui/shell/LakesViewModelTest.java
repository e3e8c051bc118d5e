package io.wonderlake.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.wonderlake.lake.LakeProfile;
import io.wonderlake.ui.kit.FakeLake;
import io.wonderlake.ui.shell.LakesViewModel.State;
import io.wonderlake.work.DirectJobs;
import io.wonderlake.work.Failure;
import io.wonderlake.workspace.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class LakesViewModelTest {
    private static final LakeChoice ACME = new LakeChoice.OfProfile(new LakeProfile.Local("acme", Path.of("/acme"), "blue", true));
    private static final Failure GONE = new Failure(Failure.Kind.NOT_FOUND, "There is no lake.", "Choose another.", Optional.empty(), OptionalInt.empty(), Optional.empty(), Optional.empty());

    private final FakeDoor door = new FakeDoor();
    private final DirectJobs jobs = new DirectJobs();
    private final LakesViewModel model = new LakesViewModel(door, jobs);

    @Test
    void listsTheLakes() {
        door.choices.add(ACME);
        model.refresh();
        jobs.runAll();
        assertThat(model.choicesProperty().get()).extracting(LakeChoice::name).containsExactly("Practice lake", "acme");
        assertThat(model.choicesProperty().get()).extracting(model::shown).containsExactly(true, false);
    }

    @Test
    void showsALakeOnceItIsOpen() {
        model.open(ACME);
        assertThat(model.stateProperty().get()).isInstanceOf(State.Opening.class);
        assertThat(door.shown).isEmpty();
        jobs.runAll();
        assertThat(door.shown).containsExactly(ACME);
        assertThat(model.stateProperty().get()).isEqualTo(new State.Idle());
    }

    @Test
    void keepsThePresentLakeWhenAnotherCannotBeOpened() {
        door.open = (_, _) -> {
            throw GONE.exception();
        };
        model.open(ACME);
        jobs.runAll();
        assertThat(door.shown).isEmpty();
        assertThat(model.stateProperty().get()).isEqualTo(new State.Refused(ACME, GONE));
    }

    @Test
    void saysWhatIsWrongWithABrokenProfileWithoutOpeningIt() {
        LakeChoice broken = new LakeChoice.Broken("bad", GONE);
        model.open(broken);
        jobs.runAll();
        assertThat(model.stateProperty().get()).isEqualTo(new State.Refused(broken, GONE));
    }

    @Test
    void closesALakeThatOpensAfterTheUserHasCancelled() {
        List<String> closed = new ArrayList<>();
        door.open = (_, job) -> {
            model.cancel();
            assertThat(job.isCancelled()).isTrue();
            return closing(closed);
        };
        model.open(ACME);
        jobs.runAll();
        assertThat(door.shown).isEmpty();
        assertThat(closed).containsExactly("closed");
        assertThat(model.stateProperty().get()).isEqualTo(new State.Idle());
    }

    @Test
    void leavesTheLakeThatIsShownAsItIs() {
        model.open(new LakeChoice.Practice("Practice lake"));
        jobs.runAll();
        assertThat(door.shown).isEmpty();
        assertThat(jobs.active()).isEmpty();
    }

    @Test
    void opensTheFolderThatTheUserChooses() {
        model.openFolder();
        jobs.runAll();
        assertThat(door.shown).isEmpty();
        door.folder = Optional.of(Path.of("/data/lake"));
        model.openFolder();
        jobs.runAll();
        assertThat(door.shown).containsExactly(new LakeChoice.OfFolder(Path.of("/data/lake")));
    }

    private static Workspace closing(List<String> closed) {
        return new FakeWorkspace(new FakeLake(), () -> closed.add("closed"));
    }
}
