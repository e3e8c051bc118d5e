package io.wonderlake.ui.explore;

import static org.assertj.core.api.Assertions.assertThat;

import io.wonderlake.catalog.TableName;
import io.wonderlake.lake.Content;
import io.wonderlake.lake.ObjectPath;
import io.wonderlake.lake.Prefix;
import io.wonderlake.lake.Tier;
import io.wonderlake.settings.Appearance;
import io.wonderlake.ui.kit.Destination;
import io.wonderlake.ui.kit.FxTest;
import io.wonderlake.work.Job;
import io.wonderlake.work.Jobs;
import io.wonderlake.work.ThreadJobs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The place Explore on a lake that stands elsewhere, in both themes.
class FarScreensTest extends FxTest {
    private static final Path PICTURES = Path.of("target/pictures");
    private static final ObjectPath VENUES = ObjectPath.parse("raw/tickit/venue/venue_pipe.txt");

    @TempDir
    private Path root;
    private final List<Destination> went = new ArrayList<>();
    private FarLake lake;
    private Jobs jobs;
    private ExploreFeature feature;
    private Stage stage;

    @BeforeEach
    void openPlace() {
        lake = new FarLake(SmallLake.make(root), Tier.RAW, Tier.CURATED, Tier.ANALYTICS, Tier.CONFIG);
        lake.store.denied.add(Tier.CONFIG);
        lake.store.put(VENUES, Content.of("1|Hall one|NY|10\n2|Hall two|CA|20\n"), new Job("test"));
        jobs = new ThreadJobs(Platform::runLater);
        feature = onFx(() -> new ExploreFeature(lake, jobs, went::add));
        stage = show(onFx(this::frame), 1440, 860);
        runFx(feature::shown);
        await(() -> jobs.active().isEmpty());
    }

    private HBox frame() {
        Region sidebar = (Region) feature.sidebar();
        Region inspector = (Region) feature.inspector();
        sidebar.setMinWidth(260);
        sidebar.setPrefWidth(260);
        inspector.setMinWidth(300);
        inspector.setPrefWidth(300);
        HBox.setHgrow(feature.content(), Priority.ALWAYS);
        return new HBox(sidebar, feature.content(), inspector);
    }

    @AfterEach
    void closePlace() {
        runFx(() -> {
            theme().mode(Appearance.Mode.LIGHT);
            feature.hidden();
            stage.close();
        });
        await(() -> jobs.active().isEmpty());
        lake.close();
    }

    private static String words(Node node) {
        return node.lookupAll(".label").stream().filter(Node::isVisible).map(each -> ((Labeled) each).getText()).collect(Collectors.joining("\n"));
    }

    private void picture(String name) {
        for (Appearance.Mode mode : List.of(Appearance.Mode.DARK, Appearance.Mode.LIGHT)) {
            runFx(() -> theme().mode(mode));
            settle();
            snapshot(stage.getScene().getRoot(), PICTURES.resolve(name + (mode == Appearance.Mode.DARK ? "-dark.png" : "-light.png")));
        }
    }

    @Test
    void showsATableWithoutAskingAnEngine() {
        runFx(() -> feature.open(new Destination.OfTable(TableName.parse("tickit_curated.venue"), Optional.of("venueseats"))));
        await(() -> words(feature.content()).contains("from 1 of 1 file") && words(feature.inspector()).contains("Distinct values"));
        assertThat(onFx(() -> words(feature.sidebar()))).contains("Catalog as of").contains("silver").doesNotContain("archive");
        picture("far-table");
        assertThat(lake.statements).isEmpty();
    }

    @Test
    void showsAnObjectWithItsVersionsAndAsksBeforeItRestoresOne() {
        runFx(() -> feature.open(new Destination.OfObject(VENUES)));
        await(() -> words(feature.inspector()).contains("Storage class") && words(feature.inspector()).contains("current"));
        runFx(() -> button("Restore").fire());
        await(() -> words(feature.inspector()).contains("Make this version the current one?"));
        picture("far-object");
        runFx(() -> button("Restore this version").fire());
        await(() -> jobs.active().isEmpty() && lake.store.count("restore") == 1);
        await(() -> words(feature.content()).contains("30 rows, all"));
    }

    private Button button(String text) {
        return feature.inspector().lookupAll(".button").stream().map(Button.class::cast).filter(each -> each.getText().equals(text)).findFirst().orElseThrow();
    }

    @Test
    void saysInItsPlaceWhatMayNotBeSeen() {
        TreeView<?> tree = (TreeView<?>) onFx(() -> feature.sidebar().lookup(".tree-view"));
        runFx(() -> tree.getRoot().getChildren().getLast().setExpanded(true));
        await(() -> words(feature.sidebar()).contains("s3:ListBucket"));
        runFx(() -> {
            tree.getSelectionModel().select(tree.getExpandedItemCount() - 1);
            Event.fireEvent(tree, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
        });
        await(() -> feature.sidebar().lookup(".failure-banner").isVisible());
        runFx(() -> feature.open(new Destination.OfFolder(Prefix.parse("raw/tickit/venue"))));
        await(() -> words(feature.content()).contains("Storage class"));
        picture("far-denied");
    }
}
