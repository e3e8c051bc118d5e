package io.wonderlake.ui.kit.grid;

import static org.assertj.core.api.Assertions.assertThat;

import io.wonderlake.catalog.Column;
import io.wonderlake.ui.kit.FxTest;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 120, unit = TimeUnit.SECONDS)
class DataGridTest extends FxTest {
    private DataGrid grid;
    private Stage stage;

    @BeforeEach
    void openWindow() {
        grid = onFx(DataGrid::new);
        stage = show(grid, 800, 600);
    }

    @AfterEach
    void closeWindow() {
        runFx(stage::close);
    }

    private void press(KeyCode code, boolean shift, boolean shortcut) {
        runFx(() -> Event.fireEvent(grid, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, shortcut, false, false)));
        settle();
    }

    private void fill(GridSource source) {
        runFx(() -> grid.show(source));
        settle();
    }

    private void untilShown(long row, int column, String text) {
        await(() -> grid.shownText(row, column).equals(Optional.of(text)));
    }

    @Test
    void jumpsToTheLastOfTenMillionRowsAndShowsItsValues() {
        fill(new NumberRows(10_000_000, 12));
        untilShown(0, 1, "text 1");
        press(KeyCode.END, false, true);
        untilShown(9_999_999, 11, "9,999,999,011");
        assertThat(onFx(() -> grid.shownText(0, 0))).isEmpty();
    }

    @Test
    void scrollsTenMillionRowsInAFewMillisecondsAJump() {
        fill(new NumberRows(10_000_000, 12));
        untilShown(0, 0, "0");
        long start = System.nanoTime();
        for (int i = 1; i <= 50; i++) {
            long row = i * 190_000L;
            runFx(() -> grid.goTo(row, 0));
        }
        double millis = (System.nanoTime() - start) / 50e6;
        assertThat(millis).isLessThan(60);
        untilShown(9_500_000, 0, "9,500,000,000");
    }

    @Test
    void bringsAColumnIntoViewThatIsChosenBeforeTheRowsAreThere() {
        runFx(() -> {
            grid.show(new NumberRows(1_000, 40));
            grid.choose(30);
        });
        untilShown(0, 30, "30");
        assertThat(onFx(() -> grid.lookupAll(".grid-header").stream().filter(node -> node.isVisible() && node.getPseudoClassStates().toString().contains("chosen"))
                .allMatch(node -> node.getBoundsInParent().getMinX() >= 0 && node.getBoundsInParent().getMaxX() <= grid.getWidth()))).isTrue();
        assertThat(onFx(() -> grid.lookupAll(".grid-header").stream().filter(Node::isVisible).mapToDouble(node -> node.getBoundsInParent().getMinX()).min().orElse(-1))).isZero();
    }

    @Test
    void opensARowInsteadOfItsCellWhereTheListSaysSo() {
        fill(new NumberRows(100, 3));
        untilShown(0, 0, "0");
        AtomicLong opened = new AtomicLong(-1);
        runFx(() -> grid.setOnOpenRow(opened::set));
        runFx(() -> grid.goTo(7, 1));
        press(KeyCode.ENTER, false, false);
        assertThat(opened).hasValue(7);
    }

    @Test
    void opensAThousandColumnsAtOnce() {
        long start = System.nanoTime();
        fill(new NumberRows(100_000, 1_000));
        untilShown(0, 0, "0");
        press(KeyCode.END, false, false);
        untilShown(0, 999, "999");
        assertThat((System.nanoTime() - start) / 1e9).isLessThan(10);
    }

    @Test
    void movesAndExtendsWithTheKeyboard() {
        fill(new NumberRows(1_000, 5));
        untilShown(0, 0, "0");
        press(KeyCode.DOWN, false, false);
        press(KeyCode.DOWN, false, false);
        press(KeyCode.RIGHT, false, false);
        press(KeyCode.DOWN, true, false);
        press(KeyCode.RIGHT, true, false);
        assertThat(onFx(grid::selectedRange)).contains(new GridRange(1, 1, 2, 2));
        press(KeyCode.A, false, true);
        assertThat(onFx(grid::selectedRange)).contains(new GridRange(0, 0, 999, 4));
        press(KeyCode.HOME, false, true);
        assertThat(onFx(grid::selectedRange)).contains(new GridRange(0, 0, 0, 0));
        press(KeyCode.PAGE_DOWN, false, false);
        assertThat(onFx(() -> grid.cursorRowProperty().get())).isGreaterThan(15);
    }

    @Test
    void copiesTheSelection() {
        fill(new NumberRows(1_000, 5));
        untilShown(0, 0, "0");
        press(KeyCode.HOME, false, true);
        press(KeyCode.DOWN, true, false);
        press(KeyCode.RIGHT, true, false);
        press(KeyCode.C, false, true);
        await(() -> "0\ttext 1\n1000\ttext 1001".equals(Clipboard.getSystemClipboard().getString()));
    }

    @Test
    void choosesAColumnAndTellsIt() {
        fill(new NumberRows(1_000, 5));
        untilShown(0, 0, "0");
        press(KeyCode.RIGHT, false, false);
        press(KeyCode.RIGHT, false, false);
        press(KeyCode.SPACE, false, true);
        assertThat(onFx(() -> grid.chosenColumnProperty().get())).isEqualTo(1);
    }

    @Test
    void takesHostileNamesAndHugeCells() {
        List<Column> columns = List.of(new Column("", "varchar"), new Column("a\nb\u202e" + "x".repeat(100_000), "varchar"), new Column("unnamed: 0", "integer"));
        List<Object[]> rows = List.of(new Object[] {null, "y".repeat(10_000_000), 7}, new Object[] {"line\u0000", "", null});
        fill(GridSource.of(columns, rows));
        untilShown(0, 0, "null");
        untilShown(1, 0, "line⟨0000⟩");
        assertThat(onFx(() -> grid.shownText(0, 1)).orElseThrow()).hasSize(301);
    }

    @Test
    void showsAnEmptyAnswer() {
        fill(GridSource.of(List.of(new Column("a", "integer")), List.of()));
        press(KeyCode.DOWN, false, false);
        press(KeyCode.END, false, true);
        press(KeyCode.ENTER, false, false);
        assertThat(onFx(grid::selectedRange)).isEmpty();
        fill(GridSource.of(List.of(), List.of()));
        press(KeyCode.RIGHT, false, false);
        assertThat(onFx(grid::selectedRange)).isEmpty();
    }

    @Test
    void opensTheCellUnderTheCursor() {
        fill(GridSource.of(List.of(new Column("json", "varchar")), List.of(new Object[][] {{"{\"a\": [1, 2]}"}})));
        untilShown(0, 0, "{\"a\": [1, 2]}");
        press(KeyCode.DOWN, false, false);
        int before = onFx(() -> javafx.stage.Window.getWindows().size());
        press(KeyCode.ENTER, false, false);
        await(() -> javafx.stage.Window.getWindows().size() > before);
    }
}
