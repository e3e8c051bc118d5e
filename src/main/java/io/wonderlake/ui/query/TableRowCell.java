package io.wonderlake.ui.query;

import io.wonderlake.ui.kit.Icons;
import io.wonderlake.ui.kit.Styles;
import io.wonderlake.ui.kit.TierGlyph;
import io.wonderlake.ui.query.LibraryController.TableRow;
import io.wonderlake.work.Formats;
import io.wonderlake.work.Strings;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// A table or a column in the sidebar.
final class TableRowCell extends TreeCell<TableRow> {

    TableRowCell() {
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(TableRow item, boolean empty) {
        super.updateItem(item, empty);
        boolean none = empty || item == null;
        setGraphic(none ? null : row(item));
        setTooltip(none ? null : new Tooltip(item.column() == null ? item.table().name().toString() : item.column().name() + " · " + item.column().type()));
    }

    private static Node row(TableRow item) {
        if (item.column() == null) {
            long rows = item.table().rows();
            return row(new TierGlyph(item.table().tier()), item.table().name().table(), rows < 0 ? "" : Formats.count(rows), Styles.NUMBER);
        }
        Node icon = item.partition() ? Icons.of("fth-layers", 13, Styles.ACCENT) : Icons.type(item.column().type().family(), 13);
        return row(icon, item.column().name(), item.partition() ? Strings.text("query.named.partition") : "", Styles.MUTED);
    }

    private static Node row(Node icon, String name, String detail, String detailClass) {
        Label text = new Label(name);
        text.getStyleClass().add(Styles.DENSE);
        text.setMinWidth(0);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        Label right = new Label(detail);
        right.getStyleClass().addAll(Styles.NOTE, Styles.SUBTLE, detailClass);
        right.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = new HBox(icon, text, right);
        row.getStyleClass().add("row");
        return row;
    }
}
