package io.wonderlake.ui.explore;

import static org.assertj.core.api.Assertions.assertThat;

import io.wonderlake.catalog.TableName;
import io.wonderlake.lake.ObjectPath;
import io.wonderlake.ui.kit.Destination;
import io.wonderlake.ui.kit.FailureBanner;
import io.wonderlake.ui.kit.FxTest;
import io.wonderlake.ui.kit.grid.DataGrid;
import io.wonderlake.work.Jobs;
import io.wonderlake.work.ThreadJobs;
import java.nio.charset.StandardCharsets;
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
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.TreeCell;
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

class ExploreFeatureTest extends FxTest {
    private static final TableName VENUE = TableName.parse("tickit_curated.venue");

    @TempDir
    private Path root;
    private final List<Destination> went = new ArrayList<>();
    private RealLake lake;
    private Jobs jobs;
    private ExploreFeature feature;
    private Stage stage;

    @BeforeEach
    void openPlace() {
        lake = SmallLake.make(root);
        jobs = new ThreadJobs(Platform::runLater);
        feature = onFx(() -> new ExploreFeature(lake, jobs, went::add));
        stage = show(onFx(this::frame), 1280, 800);
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
            feature.hidden();
            stage.close();
        });
        await(() -> jobs.active().isEmpty());
        lake.close();
    }

    private void open(Destination destination) {
        runFx(() -> feature.open(destination));
    }

    private DataGrid grid() {
        return (DataGrid) feature.content().lookup(".data-grid");
    }

    /// Everything that can be read in a node. On the UI thread.
    private static String words(Node node) {
        return node.lookupAll(".label").stream().filter(Node::isVisible).map(each -> ((Labeled) each).getText()).collect(Collectors.joining("\n"));
    }

    private boolean cell(long row, int column, String text) {
        return grid() != null && grid().shownText(row, column).equals(Optional.of(text));
    }

    private void fire(String text) {
        runFx(() -> feature.content().lookupAll(".toggle-button").stream().map(ToggleButton.class::cast).filter(each -> each.getText().equals(text)).findFirst().orElseThrow().fire());
    }

    @Test
    void opensATableWithItsRowsItsStateAndItsInspector() {
        open(new Destination.OfTable(VENUE, Optional.empty()));
        await(() -> cell(0, 1, "Hall 1"));
        await(() -> words(feature.inspector()).contains("tickets@madhatter.example"));
        assertThat(onFx(() -> words(feature.content()))).contains("1 warning").contains("One row for each venue.").contains("29 rows, all");
        assertThat(onFx(() -> words(feature.inspector()))).contains("The venue has fewer than ten seats.").contains("v1.2.0").contains("this table");
    }

    @Test
    void showsTheProfileOfTheColumnThatIsAskedFor() {
        open(new Destination.OfTable(VENUE, Optional.of("venueseats")));
        await(() -> words(feature.inspector()).contains("Distinct values"));
        await(() -> grid() != null && grid().chosenColumnProperty().get() == 3);
        assertThat(onFx(() -> words(feature.inspector()))).contains("Median").contains("30,000");
    }

    @Test
    void turnsToTheFilesOfATable() {
        open(new Destination.OfTable(VENUE, Optional.empty()));
        await(() -> cell(0, 1, "Hall 1"));
        fire("Files");
        await(() -> words(feature.content()).contains("1 file"));
        await(() -> grid().shownText(0, 1).equals(Optional.of("29")));
    }

    @Test
    void leadsToAQuery() {
        open(new Destination.OfTable(VENUE, Optional.empty()));
        runFx(() -> ((Button) feature.content().lookup(".page-head .buttons .button")).fire());
        assertThat(went).containsExactly(new Destination.Sql("venue", "select * from tickit_curated.venue\nlimit 1000", true));
    }

    @Test
    void opensATableFromTheTree() {
        TreeView<?> tree = (TreeView<?>) onFx(() -> feature.sidebar().lookup(".tree-view"));
        await(() -> tree.lookupAll(".tree-cell").stream().anyMatch(each -> ((TreeCell<?>) each).getItem() instanceof TreeNode node && node.thing().name().equals("venue")));
        runFx(() -> {
            for (int row = 0; row < tree.getExpandedItemCount(); row++) {
                if (tree.getTreeItem(row).getValue() instanceof TreeNode node && node.thing().key().equals("table tickit_curated.venue")) {
                    tree.getSelectionModel().select(row);
                }
            }
            Event.fireEvent(tree, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
        });
        await(() -> cell(0, 1, "Hall 1"));
    }

    @Test
    void opensAFileAsATableAndAsText() {
        open(new Destination.OfObject(ObjectPath.parse("raw/tickit/venue/venue_pipe.txt")));
        await(() -> cell(0, 1, "Hall 1"));
        fire("Text");
        await(() -> feature.content().lookup(".head-text") instanceof TextArea area && area.getText().startsWith("1|Hall 1|CA|1000"));
        fire("Bytes");
        await(() -> feature.content().lookup(".head-text") instanceof TextArea area && area.getText().startsWith("00000000  31 7c"));
    }

    @Test
    void saysWhatIsWrongWithADamagedFile() {
        SmallLake.write(root.resolve("raw/tickit/x/bad.parquet"), "PAR1 this is no parquet PAR1".getBytes(StandardCharsets.UTF_8));
        open(new Destination.OfObject(ObjectPath.parse("raw/tickit/x/bad.parquet")));
        await(() -> feature.content().lookup(".failure-banner") instanceof FailureBanner banner && banner.isVisible());
        assertThat(onFx(() -> words(feature.content()))).contains("bad.parquet").contains("Cannot be read as a table");
    }

    @Test
    void saysThatATableIsGone() {
        open(new Destination.OfTable(TableName.parse("tickit_curated.gone"), Optional.empty()));
        await(() -> feature.content().lookupAll(".failure-banner").stream().anyMatch(each -> each.isVisible() && each instanceof FailureBanner));
        assertThat(onFx(() -> words(feature.content()))).contains("There is no table tickit_curated.gone");
    }

    @Test
    void closesATabAndForgetsIt() {
        open(new Destination.OfTable(VENUE, Optional.empty()));
        await(() -> cell(0, 1, "Hall 1"));
        runFx(() -> Event.fireEvent(feature.content(), new KeyEvent(KeyEvent.KEY_PRESSED, "", "",
                KeyCode.W, false, true, false, false)));
        await(() -> words(feature.content()).contains("Open a table or a file"));
        assertThat(onFx(() -> words(feature.inspector()))).isEmpty();
    }
}
