package io.wonderlake.ui.query;

import io.wonderlake.catalog.Table;
import io.wonderlake.ui.kit.KeyCap;
import io.wonderlake.ui.kit.Styles;
import io.wonderlake.work.Strings;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// The list of suggestions under the caret of an editor. Arrow keys choose, Enter inserts, Tab also replaces the rest of the word, Escape closes.
final class CompletionList {
    private static final int ROW = 26;
    private static final int MOST_ROWS = 8;
    private static final int REACH = 20_000;
    private final SqlArea area;
    private final Pane layer;
    private final Supplier<List<Table>> catalog;
    private final BooleanSupplier everywhere;
    private final ListView<Suggestion> list = new ListView<>();
    private final VBox box = new VBox(list, foot());
    private final PauseTransition pause = new PauseTransition(Duration.millis(60));
    private Completion completion = new Completion(0, "", List.of());

    /// @param everywhere whether only words are offered that any engine has
    CompletionList(SqlArea area, Pane layer, Supplier<List<Table>> catalog, BooleanSupplier everywhere) {
        this.area = area;
        this.layer = layer;
        this.catalog = catalog;
        this.everywhere = everywhere;
        box.getStyleClass().addAll(Styles.OVERLAY, "completion");
        box.setVisible(false);
        layer.getChildren().add(box);
        list.setCellFactory(_ -> new SuggestionCell(() -> completion.word()));
        list.setFocusTraversable(false);
        list.addEventHandler(MouseEvent.MOUSE_CLICKED, _ -> accept(false));
        pause.setOnFinished(_ -> follow());
        area.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        area.plainTextChanges().filter(change -> Math.max(change.getInserted().length(), change.getRemoved().length()) == 1)
                .subscribe(_ -> pause.playFromStart());
        area.focusedProperty().subscribe(focused -> {
            if (!focused) {
                hide();
            }
        });
        area.caretPositionProperty().addListener(_ -> {
            if (showing() && (area.getCaretPosition() < completion.start() || pause.getStatus() != PauseTransition.Status.RUNNING)) {
                pause.playFromStart();
            }
        });
    }

    boolean showing() {
        return box.isVisible();
    }

    void hide() {
        box.setVisible(false);
    }

    /// Shows what fits at the caret, asked for or not.
    void show() {
        int from = Math.max(0, area.getCaretPosition() - REACH);
        String text = area.getText(from, Math.min(area.getLength(), area.getCaretPosition() + REACH));
        Completion found = Completion.at(text, area.getCaretPosition() - from, catalog.get(), everywhere.getAsBoolean());
        completion = new Completion(found.start() + from, found.word(), found.suggestions());
        Optional<Bounds> caret = area.getCaretBounds();
        if (completion.suggestions().isEmpty() || caret.isEmpty()) {
            hide();
            return;
        }
        list.getItems().setAll(completion.suggestions());
        list.getSelectionModel().selectFirst();
        list.scrollTo(0);
        double height = ROW * Math.min(MOST_ROWS, completion.suggestions().size());
        list.setMinHeight(height);
        list.setPrefHeight(height);
        box.setVisible(true);
        box.applyCss();
        place(caret.get());
    }

    private void place(Bounds caret) {
        Point2D below = layer.screenToLocal(caret.getMinX(), caret.getMaxY());
        double width = box.prefWidth(-1);
        double height = box.prefHeight(width);
        double x = Math.clamp(below.getX() - 8 * completion.word().length() - 34, 8, Math.max(8, layer.getWidth() - width - 8));
        double above = below.getY() - caret.getHeight() - height - 6;
        double y = below.getY() + 6 + height > layer.getHeight() && above > 0 ? above : below.getY() + 6;
        box.relocate(Math.rint(x), Math.rint(y));
    }

    private void follow() {
        String near = area.getText(Math.max(0, area.getCaretPosition() - 40), area.getCaretPosition());
        if (area.isFocused() && Completion.wanted(near, near.length())) {
            show();
        } else {
            hide();
        }
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.SPACE && event.isShortcutDown()) {
            show();
            event.consume();
        } else if (showing() && !event.isShortcutDown() && taken(event.getCode())) {
            event.consume();
        }
    }

    private boolean taken(KeyCode code) {
        switch (code) {
            case UP -> move(-1);
            case DOWN -> move(1);
            case PAGE_UP -> move(-MOST_ROWS);
            case PAGE_DOWN -> move(MOST_ROWS);
            case ENTER -> accept(false);
            case TAB -> accept(true);
            case ESCAPE -> hide();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void move(int by) {
        int to = Math.clamp(list.getSelectionModel().getSelectedIndex() + by, 0, list.getItems().size() - 1);
        list.getSelectionModel().select(to);
        list.scrollTo(Math.max(0, to - MOST_ROWS + 1));
    }

    private void accept(boolean rest) {
        Suggestion chosen = list.getSelectionModel().getSelectedItem();
        int end = area.getCaretPosition();
        String text = area.getText();
        while (rest && end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
            end++;
        }
        hide();
        area.replaceText(completion.start(), end, chosen.text());
        pause.stop();
        area.requestFocus();
    }

    private static HBox foot() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox foot = new HBox(hint("↵", Strings.text("query.complete.insert")), hint("Tab", Strings.text("query.complete.replace")), gap,
                hint("Esc", Strings.text("query.complete.close")));
        foot.getStyleClass().add("foot");
        return foot;
    }

    private static HBox hint(String key, String text) {
        Label label = new Label(text);
        label.getStyleClass().addAll(Styles.NOTE, Styles.MUTED);
        HBox hint = new HBox(6, new KeyCap(key), label);
        hint.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        return hint;
    }
}
