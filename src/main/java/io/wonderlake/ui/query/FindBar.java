package io.wonderlake.ui.query;

import io.wonderlake.ui.kit.Buttons;
import io.wonderlake.ui.kit.SearchField;
import io.wonderlake.ui.kit.Styles;
import io.wonderlake.work.Formats;
import io.wonderlake.work.Strings;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// Finds words in an editor: Enter goes on, Shift+Enter back, Escape closes.
final class FindBar extends HBox {
    private final SqlArea area;
    private final Pane place;
    private final SearchField field = new SearchField(Strings.text("query.find"), "fth-search");
    private final Label count = new Label();

    FindBar(SqlArea area, Pane place) {
        this.area = area;
        this.place = place;
        getStyleClass().add("find-bar");
        field.setPrefWidth(320);
        count.getStyleClass().addAll(Styles.NOTE, Styles.MUTED);
        count.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().addAll(field, Buttons.icon("fth-chevron-up", Strings.text("query.find.previous"), () -> go(false)),
                Buttons.icon("fth-chevron-down", Strings.text("query.find.next"), () -> go(true)), count,
                Buttons.icon("fth-x", Strings.text("query.find.close"), this::hide));
        field.textProperty().subscribe(_ -> say());
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                go(!event.isShiftDown());
                event.consume();
            } else if (event.getCode() == KeyCode.ESCAPE) {
                hide();
                event.consume();
            }
        });
    }

    void show() {
        place.getChildren().setAll(this);
        if (area.getSelection().getLength() > 0 && !area.getSelectedText().contains("\n")) {
            field.textProperty().set(area.getSelectedText());
        }
        field.field().requestFocus();
        field.field().selectAll();
    }

    private void hide() {
        place.getChildren().remove(this);
        area.requestFocus();
    }

    private void go(boolean forward) {
        String text = area.getText().toLowerCase(Locale.ROOT);
        String words = field.textProperty().get().toLowerCase(Locale.ROOT);
        if (!words.isEmpty()) {
            int at = forward ? text.indexOf(words, area.getSelection().getEnd()) : text.lastIndexOf(words, area.getSelection().getStart() - 1);
            int hit = at >= 0 ? at : forward ? text.indexOf(words) : text.lastIndexOf(words);
            if (hit >= 0) {
                area.selectRange(hit, hit + words.length());
                area.requestFollowCaret();
            }
            say();
        }
    }

    private void say() {
        String words = field.textProperty().get().toLowerCase(Locale.ROOT);
        if (words.isEmpty()) {
            count.setText("");
            return;
        }
        String text = area.getText().toLowerCase(Locale.ROOT);
        long found = 0;
        for (int at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length())) {
            found++;
        }
        count.setText(Strings.text("query.find.count", found, Formats.count(found)));
    }
}
