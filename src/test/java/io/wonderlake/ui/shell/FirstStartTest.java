package io.wonderlake.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.wonderlake.settings.Appearance.Mode;
import io.wonderlake.ui.kit.FxTest;
import io.wonderlake.work.Failure;
import io.wonderlake.work.Job;
import io.wonderlake.work.Progress;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

class FirstStartTest extends FxTest {
    private final Job job = new Job("Practice lake");
    private final FirstStart view = onFx(() -> new FirstStart(job));
    private final Stage stage = show(view.node(), 1360, 860);

    @Test
    void showsHowFarTheLakeIsAndCanBeStopped() {
        job.report(new Progress("Writing raw files of tickit", 118_000, 172_456, Progress.Unit.ROWS));
        await(() -> bar().getProgress() > 0.5);
        snapshot(stage.getScene().getRoot(), Path.of("target/pictures/first-start-light.png"));
        runFx(() -> theme().mode(Mode.DARK));
        settle();
        snapshot(stage.getScene().getRoot(), Path.of("target/pictures/first-start-dark.png"));
        runFx(() -> theme().mode(Mode.LIGHT));
        runFx(() -> cancel().fire());
        assertThat(job.isCancelled()).isTrue();
        AtomicInteger again = new AtomicInteger();
        runFx(() -> view.cancelled(again::incrementAndGet));
        runFx(() -> cancel().fire());
        assertThat(again).hasValue(1);
        runFx(stage::close);
    }

    @Test
    void saysWhyTheLakeCouldNotBeMadeAndOffersToTryAgain() {
        AtomicInteger again = new AtomicInteger();
        runFx(() -> view.failed(Failure.of(Failure.Kind.STORAGE, "failure.tour.picture", "/full"), again::incrementAndGet));
        settle();
        snapshot(stage.getScene().getRoot(), Path.of("target/pictures/first-start-failed.png"));
        runFx(() -> ((Button) stage.getScene().getRoot().lookup(".failure-banner .button")).fire());
        assertThat(again).hasValue(1);
        runFx(stage::close);
    }

    private ProgressBar bar() {
        return (ProgressBar) stage.getScene().getRoot().lookup(".progress-bar");
    }

    private Button cancel() {
        return (Button) stage.getScene().getRoot().lookup(".buttons .button");
    }
}
