package io.wonderlake.ui.query;

import io.wonderlake.ui.kit.Icons;
import io.wonderlake.ui.kit.Styles;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// One line of the completion list: icon, the text with the typed letters marked, what it is.
final class SuggestionCell extends ListCell<Suggestion> {
    private static final int ICON = 13;
    private static final int MOST_LETTERS = 44;
    private final Supplier<String> word;

    SuggestionCell(Supplier<String> word) {
        this.word = word;
    }

    @Override
    protected void updateItem(Suggestion item, boolean empty) {
        super.updateItem(item, empty);
        setGraphic(empty ? null : line(item));
    }

    private Node line(Suggestion item) {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label detail = new Label(item.detail());
        detail.getStyleClass().addAll(Styles.NOTE, Styles.MUTED);
        HBox line = new HBox(8, icon(item), name(item.text()), gap, detail);
        line.setAlignment(Pos.CENTER_LEFT);
        line.setMaxWidth(380);
        return line;
    }

    private static Node icon(Suggestion item) {
        return switch (item.kind()) {
            case PARTITION -> Icons.of("fth-layers", ICON, Styles.ACCENT);
            case COLUMN -> Icons.type(item.type().orElseThrow().family(), ICON);
            case TABLE -> Icons.of("fth-table", ICON);
            case DATABASE -> Icons.of("fth-database", ICON);
            case FUNCTION -> Icons.of("fth-code", ICON);
            case KEYWORD -> Icons.of("fth-chevron-right", ICON);
        };
    }

    private TextFlow name(String whole) {
        String text = whole.length() > MOST_LETTERS ? whole.substring(0, MOST_LETTERS) + "…" : whole;
        int at = text.toLowerCase(Locale.ROOT).indexOf(word.get().toLowerCase(Locale.ROOT));
        int end = Math.max(at, 0) + (at < 0 ? 0 : word.get().length());
        TextFlow flow = new TextFlow(part(text.substring(0, Math.max(at, 0))), part(text.substring(Math.max(at, 0), end), "match"), part(text.substring(end)));
        flow.getChildren().removeIf(node -> node instanceof Text part && part.getText().isEmpty());
        flow.setMinWidth(Region.USE_PREF_SIZE);
        flow.setMaxHeight(Region.USE_PREF_SIZE);
        return flow;
    }

    private static Text part(String text, String... classes) {
        Text part = new Text(text);
        part.getStyleClass().add(Styles.CODE);
        part.getStyleClass().addAll(classes);
        return part;
    }
}
