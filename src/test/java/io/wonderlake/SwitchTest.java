package io.wonderlake;

import static org.assertj.core.api.Assertions.assertThat;

import io.wonderlake.settings.RecentLakes.Kind;
import io.wonderlake.settings.RecentLakes.Opened;
import io.wonderlake.settings.UserFolders;
import io.wonderlake.ui.kit.Destination;
import io.wonderlake.ui.kit.FxTest;
import io.wonderlake.ui.shell.LakeChoice;
import io.wonderlake.ui.shell.LakesViewModel.State;
import io.wonderlake.ui.shell.Shell;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One window, several lakes.
class SwitchTest extends FxTest {
    @TempDir
    Path home;

    private AppContext context;
    private App app;
    private Optional<Path> chosen = Optional.empty();

    @BeforeEach
    void openTheWindow() throws IOException {
        context = TinyLake.context(home);
        TinyLake.write(context, home.resolve("one"));
        TinyLake.write(context, home.resolve("two"));
        runFx(() -> {
            app = made();
            app.show(context.open(home.resolve("one")), new Opened(Kind.FOLDER, home.resolve("one").toString()));
            app.stage().show();
        });
        settle();
    }

    @AfterEach
    void closeTheWindow() {
        runFx(() -> {
            app.stage().hide();
            app.close();
        });
    }

    @Test
    void keepsTheQueriesOfEachLakeApart() {
        runFx(() -> app.shell().open(new Destination.Sql("Of one", "select 1", false)));
        await(() -> says("Of one"));
        openFolder("two");
        runFx(() -> app.shell().open(new Destination.Query()));
        await(() -> says("Query 1"));
        assertThat(onFx(() -> says("Of one"))).isFalse();
        openFolder("one");
        runFx(() -> app.shell().open(new Destination.Query()));
        await(() -> says("Of one"));
    }

    @Test
    void letsGoOfTheLakeThatItShowedBefore() {
        runFx(() -> app.shell().open(new Destination.Runs()));
        settle();
        WeakReference<Shell> shell = new WeakReference<>(onFx(() -> app.shell()));
        openFolder("two");
        runFx(() -> app.shell().open(new Destination.Explore()));
        await(() -> {
            System.gc();
            return shell.get() == null;
        });
    }

    @Test
    void keepsTheLakeThatIsShownWhenAnotherCannotBeOpened() throws IOException {
        chosen = Optional.of(Files.createDirectory(home.resolve("empty")));
        Shell before = onFx(() -> app.shell());
        runFx(() -> app.lakes().openFolder());
        await(() -> app.lakes().stateProperty().get() instanceof State.Refused);
        assertThat(onFx(() -> app.shell())).isSameAs(before);
        settle();
        assertThat(onFx(() -> app.stage().getScene().lookup(".lakes .failure-banner"))).isNotNull();
    }

    @Test
    void remembersTheLakeForTheNextStart() {
        openFolder("two");
        Optional<LakeChoice> next = onFx(() -> made().doors().last());
        assertThat(next).contains(new LakeChoice.OfFolder(home.resolve("two")));
        assertThat(app.doors().choices()).extracting(LakeChoice::name).containsExactly("Practice lake", "two", "one");
    }

    private App made() {
        return new App(context, new UserFolders(home.resolve("config"), home.resolve("data"), home.resolve("cache")), new Stage(), () -> chosen, _ -> { });
    }

    private void openFolder(String name) {
        chosen = Optional.of(home.resolve(name));
        Shell before = onFx(() -> app.shell());
        runFx(() -> app.lakes().openFolder());
        await(() -> app.shell() != before);
        settle();
    }

    private boolean says(String text) {
        return texts().contains(text);
    }

    private List<String> texts() {
        List<String> found = new ArrayList<>();
        collect(app.stage().getScene().getRoot(), found);
        return found;
    }

    private static void collect(Node node, List<String> found) {
        if (node instanceof Labeled labeled && labeled.getText() != null) {
            found.add(labeled.getText());
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
        }
    }
}
