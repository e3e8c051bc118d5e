package io.wonderlake.ui.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.wonderlake.lake.Content;
import io.wonderlake.lake.LakeSettings;
import io.wonderlake.lake.ObjectPath;
import io.wonderlake.lake.folder.FolderStore;
import io.wonderlake.lake.folder.LakeFolder;
import io.wonderlake.settings.Appearance;
import io.wonderlake.ui.kit.Destination;
import io.wonderlake.ui.kit.FxTest;
import io.wonderlake.ui.kit.Spending;
import io.wonderlake.ui.kit.grid.DataGrid;
import io.wonderlake.work.Job;
import io.wonderlake.work.ThreadJobs;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The place as a user meets it: type, run, read.
class QueryFeatureTest extends FxTest {
    private static final String SQL = """
            -- question: Which category sells best?
            SELECT c.catgroup, c.catname,
                   sum(s.pricepaid) AS total, count(*) AS sales
            FROM   tickit_curated.sales s
            JOIN   tickit_curated.event e ON e.eventid = s.eventid
            JOIN   tickit_curated.category c ON c.catid = e.catid
            WHERE  e.starttime >= TIMESTAMP '2008-01-01 00:00:00' AND s.qtysold > 2
            GROUP  BY c.catgroup, c.catname;

            SELECT 1""";
    @TempDir
    Path folder;
    private final FakeEngine engine = new FakeEngine();
    private final Spending spending = new Spending();
    private Engines engines = new Engines(List.of(new Engines.Choice(engine, "this computer", true)), Optional.empty(), "");
    private final FakeResults results = new FakeResults();
    private final List<Destination> gone = new ArrayList<>();
    private FolderStore store;
    private QueryFeature feature;
    private Stage stage;

    @BeforeEach
    void open() {
        store = new FolderStore(LakeFolder.create(folder.resolve("lake"), new LakeSettings("Test", Map.of())));
        saved("best", "Which category sells best?", "tickit");
        saved("salary", "What does each skill earn, on average and at most?", "workforce");
        saved("stock", "Stock-out risk this week", "retail");
        feature = onFx(this::feature);
        stage = show(onFx(() -> window(feature)), 1360, 860);
        runFx(feature::shown);
        await(() -> area() != null);
    }

    @AfterEach
    void close() {
        runFx(() -> theme().mode(Appearance.Mode.LIGHT));
        runFx(stage::close);
        runFx(feature::close);
    }

    @Test
    void runsTheStatementAtTheCaretWithCtrlEnter() {
        type("rows 30; rows 7");
        press(KeyCode.ENTER, true, false);
        await(() -> truth().contains("7 of 7 rows"));
        assertThat(onFx(() -> grid().shownText(0, 1))).contains("row 0");
        assertThat(truth()).contains("DuckDB 12 ms", "1 of 3 files read, 4.0 KiB");
    }

    @Test
    void marksTheWrongWordAndSaysWhy() {
        type("rows 3; fail here");
        press(KeyCode.ENTER, true, false);
        await(() -> labels(stage.getScene().getRoot()).contains("There is no column pricepayd."));
        await(() -> area().lookupAll(".error").stream().anyMatch(Node::isVisible));
        assertThat(onFx(() -> labels(stage.getScene().getRoot()))).contains("Did you mean pricepaid?");
        assertThat(onFx(() -> area().getCaretPosition())).isEqualTo("rows 3; fa".length());
        runFx(() -> Event.fireEvent(area(), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, true, false)));
        assertThat(onFx(() -> area().getText())).isEqualTo("rows 3; pricepaid here");
    }

    @Test
    void runsAllIntoResultsSideBySide() {
        type("rows 3; touch; rows 5");
        press(KeyCode.ENTER, true, true);
        await(() -> truth().contains("5 of 5 rows"));
        assertThat(onFx(() -> stage.getScene().getRoot().lookupAll(".sub-tabs .toggle-button"))).hasSize(3);
    }

    @Test
    void cancelsWithTwoEscapesAndIsFreeAtOnce() throws InterruptedException {
        CountDownLatch hold = new CountDownLatch(1);
        results.beforeRest = () -> {
            try {
                hold.await();
            } catch (InterruptedException error) {
                throw new AssertionError(error);
            }
        };
        type("rows 30");
        press(KeyCode.ENTER, true, false);
        await(() -> truth().contains("so far"));
        press(KeyCode.ESCAPE, false, false);
        press(KeyCode.ESCAPE, false, false);
        await(() -> truth().contains("2 rows before the cancel"));
        hold.countDown();
    }

    @Test
    void completesColumnsOfAnAlias() {
        type("select s. from tickit_curated.sales s");
        runFx(() -> area().moveTo(9));
        press(KeyCode.SPACE, true, false);
        await(() -> stage.getScene().getRoot().lookup(".completion").isVisible());
        snapshot(stage.getScene().getRoot(), Path.of("target/pictures/query-completion-light.png"));
        press(KeyCode.DOWN, false, false);
        press(KeyCode.ENTER, false, false);
        assertThat(onFx(() -> area().getText())).isEqualTo("select s.salesid from tickit_curated.sales s");
    }

    @Test
    void staysUsableWithAMegabyte() {
        String line = "SELECT eventid, sum(pricepaid) AS total FROM tickit_curated.sales WHERE qtysold > 2 GROUP BY 1; -- note\n";
        runFx(() -> area().replaceText(line.repeat(10_000)));
        settle();
        long begin = worked();
        for (int i = 0; i < 10; i++) {
            runFx(() -> area().insertText(0, "x"));
        }
        assertThat((worked() - begin) / 10_000_000).as("milliseconds of work for a key").isLessThan(250);
        runFx(() -> area().showParagraphAtTop(9_000));
        await(() -> area().lookupAll(".keyword").stream().anyMatch(Node::isVisible));
    }

    @Test
    void tabMovesLinesAndCtrlSlashMakesRemarks() {
        type("a\nb");
        runFx(() -> area().selectAll());
        press(KeyCode.TAB, false, false);
        assertThat(onFx(() -> area().getText())).isEqualTo("    a\n    b");
        press(KeyCode.TAB, false, true);
        press(KeyCode.SLASH, true, false);
        assertThat(onFx(() -> area().getText())).isEqualTo("-- a\n-- b");
        press(KeyCode.SLASH, true, false);
        assertThat(onFx(() -> area().getText())).isEqualTo("a\nb");
    }

    @Test
    void restoresWhatWasOpenWhenTheWindowComesBack() {
        type("select 'precious'");
        runFx(feature::close);
        QueryFeature next = onFx(this::feature);
        Stage other = show(onFx(() -> window(next)), 1200, 700);
        runFx(next::shown);
        await(() -> other.getScene().getRoot().lookup(".sql-area") instanceof SqlArea area && area.getText().equals("select 'precious'"));
        runFx(other::close);
    }

    @Test
    void looksAsDrawnInLightAndDark() {
        await(() -> stage.getScene().getRoot().lookup(".library .list-view") != null);
        runFx(() -> feature.open(new Destination.Sql("Best categories", SQL, true)));
        await(() -> truth().contains("21 of 21 rows"));
        runFx(() -> grid().goTo(2, 3));
        runFx(() -> grid().choose(3));
        await(() -> labels(stage.getScene().getRoot()).contains("Row 3") && labels(stage.getScene().getRoot()).contains("Sum"));
        picture("query");
        runFx(() -> {
            stage.setWidth(1280);
            stage.setHeight(800);
        });
        settle();
        picture("query-1280");
        runFx(() -> feature.open(new Destination.Sql("Query 3", "SELECT eventname,\n       pricepayd\nFROM   tickit_curated.event;\n\nfail", false)));
        settle();
        runFx(() -> area().moveTo(area().getLength()));
        press(KeyCode.ENTER, true, false);
        await(() -> labels(stage.getScene().getRoot()).contains("There is no column pricepayd."));
        picture("query-failed");
        press(KeyCode.E, true, false);
        settle();
        picture("query-history");
    }

    @Test
    void showsTheEnginesOfAReadOnlyLakeAndWhatARunCost() {
        runFx(stage::close);
        runFx(feature::close);
        engines = new Engines(List.of(new Engines.Choice(new FakeEngine("Athena"), "primary", false), new Engines.Choice(new FakeEngine("Redshift"), "eu-west-1", false)), Optional.of("madhatter"), "orange");
        feature = onFx(this::feature);
        stage = show(onFx(() -> window(feature)), 1280, 800);
        runFx(feature::shown);
        await(() -> area() != null);
        runFx(() -> feature.open(new Destination.Sql("Best categories", SQL, true)));
        await(() -> truth().contains("38.4 GiB scanned"));
        await(() -> labels(stage.getScene().getRoot()).contains("1f6c9c1e-0f4e-4d8e-9a53-0c6d2f1b7e42"));
        assertThat(truth()).contains("$0.19", "Athena 4.2 s");
        assertThat(onFx(() -> stage.getScene().getRoot().lookup(".lock").isDisabled())).isTrue();
        assertThat(onFx(() -> labels(stage.getScene().getRoot()))).contains("set by the profile");
        picture("query-athena-1280");
    }

    /// Nanoseconds that the UI thread has worked.
    private static long worked() {
        return onFx(() -> ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
    }

    private void picture(String name) {
        for (Appearance.Mode mode : List.of(Appearance.Mode.LIGHT, Appearance.Mode.DARK)) {
            runFx(() -> theme().mode(mode));
            settle();
            settle();
            snapshot(stage.getScene().getRoot(), Path.of("target/pictures/" + name + (mode == Appearance.Mode.LIGHT ? "-light" : "-dark") + ".png"));
        }
        runFx(() -> theme().mode(Appearance.Mode.LIGHT));
    }

    private QueryFeature feature() {
        return new QueryFeature(engines, results, new FakeCatalog(), store, new ThreadJobs(Platform::runLater), gone::add, new QueryFeature.Keeping(folder.resolve("memory"), spending));
    }

    private void saved(String name, String question, String domain) {
        String text = "-- question: " + question + "\n-- domain: " + domain + "\nselect 1";
        store.put(ObjectPath.parse("config/queries/" + name + ".sql"), Content.of(text), new Job("save"));
    }

    private static BorderPane window(QueryFeature feature) {
        HBox places = new HBox(wide(feature.sidebar(), 260, "line-right"), feature.content(), wide(feature.inspector(), 300, "line-left"));
        HBox.setHgrow(feature.content(), Priority.ALWAYS);
        BorderPane window = new BorderPane(places);
        window.setTop(sized(0, 40));
        window.setLeft(sized(48, 0));
        window.setBottom(sized(0, 24));
        return window;
    }

    private static Node wide(Node node, double width, String line) {
        BorderPane pane = new BorderPane(node);
        pane.getStyleClass().add(line);
        pane.setMinWidth(width);
        pane.setMaxWidth(width);
        return pane;
    }

    private static Region sized(double width, double height) {
        Region region = new Region();
        region.getStyleClass().add("surface-inset");
        region.setPrefSize(width, height);
        return region;
    }

    private void type(String text) {
        runFx(() -> {
            area().requestFocus();
            area().replaceText(text);
            area().moveTo(text.length());
        });
        settle();
    }

    private void press(KeyCode code, boolean control, boolean shift) {
        runFx(() -> {
            Node focused = stage.getScene().getFocusOwner() == null ? area() : stage.getScene().getFocusOwner();
            Event.fireEvent(focused, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, control, false, false));
        });
        settle();
    }

    private SqlArea area() {
        return stage.getScene().getRoot().lookupAll(".sql-area").stream().map(SqlArea.class::cast).findFirst().orElse(null);
    }

    private DataGrid grid() {
        return (DataGrid) stage.getScene().getRoot().lookup(".data-grid");
    }

    private String truth() {
        return String.join(" ", labels(stage.getScene().getRoot().lookup(".truth-line")));
    }

    private static List<String> labels(Node node) {
        return node.lookupAll(".label").stream().filter(Label.class::isInstance).map(label -> ((Label) label).getText()).toList();
    }
}
