package io.wonderlake.ui.shell;

import io.wonderlake.ui.kit.Buttons;
import io.wonderlake.ui.kit.Icons;
import io.wonderlake.ui.kit.Styles;
import io.wonderlake.work.Strings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The bottom edge: lake, engine, what failed today, and what the lake takes on the disk.
final class StatusBar extends HBox {
    private final Label engine = new Label("", Icons.of("fth-cpu", 12));
    private final Label disk = new Label("", Icons.of("fth-database", 12));
    private final Button failed;

    StatusBar(String lake, Runnable openRuns) {
        getStyleClass().add("status-bar");
        setAlignment(Pos.CENTER_LEFT);
        failed = Buttons.link("", openRuns);
        failed.setGraphic(Icons.of("fth-x-circle", 12, Styles.DANGER));
        failed.getStyleClass().add("failed");
        Label offline = new Label(Strings.text("shell.status.offline"), Icons.of("fth-wifi-off", 12));
        offline.setTooltip(Buttons.tip(Strings.text("shell.status.offline.tip")));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().addAll(new Label(lake, Icons.of("fth-hard-drive", 12)), engine, failed, gap, offline, disk);
        show(failed, false);
        show(disk, false);
    }

    void engine(String text) {
        engine.setText(text);
    }

    void failed(String text) {
        failed.setText(text);
        show(failed, !text.isEmpty());
    }

    void disk(String text) {
        disk.setText(text);
        show(disk, !text.isEmpty());
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
