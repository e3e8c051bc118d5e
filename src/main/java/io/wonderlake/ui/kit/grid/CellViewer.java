package io.wonderlake.ui.kit.grid;

import atlantafx.base.controls.Popover;
import io.wonderlake.work.Strings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The popover in which a cell's value is read in whole.
final class CellViewer {
    private static final double WIDTH = 440;
    private static final int MOST_LINES = 16;
    private static final int CHARACTERS_IN_LINE = 56;

    private final CellValue value;

    CellViewer(CellValue value) {
        this.value = value;
    }

    void show(Node under) {
        Popover popover = new Popover(content());
        popover.setHeaderAlwaysVisible(false);
        popover.setDetachable(false);
        popover.setArrowLocation(Popover.ArrowLocation.TOP_CENTER);
        popover.show(under);
    }

    private VBox content() {
        TextArea text = new TextArea(value.text());
        text.setEditable(false);
        text.setWrapText(true);
        text.getStyleClass().add("cell-viewer-text");
        text.setPrefRowCount(lines());
        Label head = new Label(value.head());
        head.getStyleClass().add("strong");
        Label note = new Label(value.note());
        note.getStyleClass().addAll("note", "subtle");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button copy = new Button(Strings.text("grid.cell.copy"));
        copy.getStyleClass().add("small");
        copy.setOnAction(_ -> copy());
        HBox foot = new HBox(8, note, gap, copy);
        foot.getStyleClass().add("cell-viewer-foot");
        VBox box = new VBox(8, head, text, foot);
        box.getStyleClass().add("cell-viewer");
        box.setPrefWidth(WIDTH);
        return box;
    }

    private int lines() {
        long lines = value.text().lines().limit(MOST_LINES).mapToLong(line -> 1 + line.length() / CHARACTERS_IN_LINE).sum();
        return Math.clamp(lines, 2, MOST_LINES);
    }

    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(value.text());
        Clipboard.getSystemClipboard().setContent(content);
    }
}
