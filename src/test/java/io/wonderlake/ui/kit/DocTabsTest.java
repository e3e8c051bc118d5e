package io.wonderlake.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

class DocTabsTest extends FxTest {
    private final DocTabs tabs = onFx(DocTabs::new);

    @Test
    void opensTheSameThingOnce() {
        Doc first = open("sales");
        open("event");
        assertThat(open("sales")).isSameAs(first);
        assertThat(onFx(tabs::docs)).hasSize(2);
        assertThat(onFx(() -> tabs.selectedProperty().get())).isSameAs(first);
    }

    @Test
    void bringsTheNeighbourToTheFrontWhenATabCloses() {
        Doc first = open("a");
        Doc second = open("b");
        Doc third = open("c");
        runFx(() -> tabs.select(second));
        runFx(() -> tabs.close(second));
        assertThat(onFx(() -> tabs.selectedProperty().get())).isSameAs(third);
        runFx(() -> tabs.close(third));
        runFx(() -> tabs.close(first));
        assertThat(onFx(() -> tabs.selectedProperty().get())).isNull();
    }

    @Test
    void keepsATabWhoseDocumentRefusesToClose() {
        AtomicInteger closed = new AtomicInteger();
        Doc doc = open("unsaved").whenClosing(() -> false).whenClosed(closed::incrementAndGet);
        runFx(() -> tabs.close(doc));
        assertThat(onFx(tabs::docs)).containsExactly(doc);
        assertThat(closed).hasValue(0);
    }

    @Test
    void walksAndClosesByKeys() {
        Doc first = open("a");
        Doc second = open("b");
        press(KeyCode.TAB, false);
        assertThat(onFx(() -> tabs.selectedProperty().get())).isSameAs(first);
        press(KeyCode.TAB, true);
        assertThat(onFx(() -> tabs.selectedProperty().get())).isSameAs(second);
        press(KeyCode.W, false);
        assertThat(onFx(tabs::docs)).containsExactly(first);
    }

    @Test
    void keepsItsToolsRightBehindTheLastTab() {
        Button plus = onFx(() -> Buttons.icon("fth-plus", "New", () -> { }));
        runFx(() -> tabs.addTool(plus));
        open("a");
        Stage stage = show(onFx(() -> new VBox(tabs)), 600, 100);
        double behindOne = onFx(() -> plus.localToScene(0, 0).getX());
        assertThat(behindOne).isLessThan(300);
        open("b");
        settle();
        assertThat(onFx(() -> plus.localToScene(0, 0).getX())).isGreaterThan(behindOne);
        for (int i = 0; i < 20; i++) {
            open("many " + i);
        }
        settle();
        assertThat(onFx(() -> plus.localToScene(plus.getLayoutBounds()).getMaxX())).isLessThanOrEqualTo(600);
        runFx(stage::close);
    }

    @Test
    void dropsPartsOfTheTruthLineFromTheRightButNeverTheRows() {
        TruthLine line = onFx(TruthLine::new);
        runFx(() -> line.show(List.of("200 of 172,456 rows", "84 KiB read of 3.9 MiB", "", "cached 09:41"), Optional.of(Buttons.link("Load all rows", () -> { }))));
        Stage stage = show(onFx(() -> new VBox(line)), 600, 100);
        assertThat(onFx(() -> visible(line))).isEqualTo(4);
        runFx(() -> stage.setWidth(240));
        settle();
        assertThat(onFx(() -> visible(line))).isEqualTo(2);
        assertThat(onFx(() -> line.getChildrenUnmodifiable().getFirst().isVisible())).isTrue();
        runFx(stage::close);
    }

    private static long visible(TruthLine line) {
        return line.getChildrenUnmodifiable().stream().filter(Node::isVisible).count();
    }

    private Doc open(String key) {
        return onFx(() -> tabs.open(new Doc(key, key, null, new Label(key))));
    }

    private void press(KeyCode code, boolean shift) {
        runFx(() -> Event.fireEvent(tabs, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, true, false, false)));
    }
}
