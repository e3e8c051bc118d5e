package io.wonderlake.ui.shell;

import io.wonderlake.lake.LakeProfile;
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
    private final Label spending = new Label("", Icons.of("fth-dollar-sign", 12));
    private final Button failed;

    StatusBar(String lake, LakeProfile profile, Runnable openRuns) {
        getStyleClass().add("status-bar");
        setAlignment(Pos.CENTER_LEFT);
        failed = Buttons.link("", openRuns);
        failed.setGraphic(Icons.of("fth-x-circle", 12, Styles.DANGER));
        failed.getStyleClass().add("failed");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().addAll(new Label(lake + " · " + LakeWords.kind(profile), Icons.of(LakeWords.icon(profile), 12)), engine, failed, gap, spending, network(profile), disk);
        show(failed, false);
        show(disk, false);
        show(spending, false);
    }

    /// What leaves this computer, which differs by the kind of lake.
    private static Label network(LakeProfile profile) {
        return switch (profile) {
            case LakeProfile.Local _ -> said("fth-wifi-off", Strings.text("shell.status.offline"), Strings.text("shell.status.offline.tip"));
            case LakeProfile.Aws aws -> said("fth-wifi", Strings.text("shell.status.online"),
                    aws.endpoint().map(place -> Strings.text("shell.status.online.endpoint", place.getAuthority())).orElseGet(() -> Strings.text("shell.status.online.tip", aws.region())));
        };
    }

    private static Label said(String icon, String text, String tip) {
        Label label = new Label(text, Icons.of(icon, 12));
        label.setTooltip(Buttons.tip(tip));
        return label;
    }

    /// What the statements of this lake have cost since it was opened; empty where none costs anything.
    void spending(String text) {
        spending.setText(text);
        show(spending, !text.isEmpty());
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
