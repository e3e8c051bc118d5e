package io.wonderlake.ui.query;

import io.wonderlake.ui.kit.Buttons;
import io.wonderlake.ui.kit.Icons;
import io.wonderlake.ui.kit.SavedQuery;
import io.wonderlake.ui.kit.Styles;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// A saved query in the sidebar: its title, and its domain at the right.
final class SavedCell extends ListCell<SavedQuery> {
    private final Label title = new Label();
    private final Label domain = new Label();
    private final HBox row = new HBox(Icons.of("fth-file-text", 13), title, domain);

    SavedCell() {
        row.getStyleClass().add("row");
        title.getStyleClass().add(Styles.DENSE);
        title.setMaxWidth(Double.MAX_VALUE);
        title.setMinWidth(0);
        HBox.setHgrow(title, Priority.ALWAYS);
        domain.getStyleClass().addAll(Styles.NOTE, Styles.MUTED);
        domain.setMinWidth(Region.USE_PREF_SIZE);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(SavedQuery item, boolean empty) {
        super.updateItem(item, empty);
        setGraphic(empty ? null : row);
        setTooltip(empty ? null : Buttons.tip(item.question()));
        if (!empty) {
            title.setText(item.title());
            domain.setText(item.domain());
        }
    }
}
