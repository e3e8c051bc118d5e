package io.wonderlake.ui.home;

import io.wonderlake.settings.RecentItem;
import io.wonderlake.ui.kit.Buttons;
import io.wonderlake.ui.kit.Destination;
import io.wonderlake.ui.kit.Icons;
import io.wonderlake.ui.kit.KeyCap;
import io.wonderlake.ui.kit.Keys;
import io.wonderlake.ui.kit.Navigator;
import io.wonderlake.ui.kit.Recent;
import io.wonderlake.ui.kit.Styles;
import io.wonderlake.ui.kit.TierGlyph;
import io.wonderlake.ui.kit.Times;
import io.wonderlake.work.Strings;
import java.time.Instant;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// The lines of Home.
final class HomeRows {
    static final int MOST_SIGNS = 6;
    private static final double BAR = 160;

    private HomeRows() {
    }

    /// Fills the head of a door: its icon on a soft tile, and its key.
    static void door(HBox head, String icon, Keys key) {
        StackPane tile = new StackPane(Icons.of(icon, 18));
        tile.getStyleClass().addAll("tile", "accent-icon");
        head.getChildren().addAll(tile, gap(), new KeyCap(key.keys()));
    }

    static Node recent(HomeViewModel.RecentLine line, Instant now, Navigator navigator) {
        Node glyph = line.tier().<Node>map(TierGlyph::new).orElseGet(() -> Icons.of(icon(line.item().kind()), 14));
        Label title = new Label(line.title());
        boolean object = line.item().kind() == RecentItem.Kind.TABLE || line.item().kind() == RecentItem.Kind.FILE;
        title.getStyleClass().add(object ? Styles.CODE : "text");
        HBox row = row(glyph, title, line.detail(), Times.ago(line.item().when(), now));
        if (line.gone()) {
            title.getStyleClass().add(Styles.SUBTLE);
        } else {
            pressable(row, line.title(), () -> navigator.open(Recent.destination(line.item())));
        }
        return row;
    }

    static Node sign(LakeHealth.Sign sign, Navigator navigator) {
        Node icon = switch (sign.level()) {
            case FAILED -> Icons.of("fth-x-circle", 14, Styles.DANGER);
            case REJECTED -> Icons.of("fth-inbox", 14, Styles.WARNING);
            case WARNED -> Icons.of("fth-alert-triangle", 14, Styles.WARNING);
        };
        return row(icon, new Label(sign.text()), sign.detail(), Buttons.link(Strings.text("home.open"), () -> navigator.open(sign.where())));
    }

    static Node more(int count, Navigator navigator) {
        return row(Icons.of("fth-more-horizontal", 14), new Label(Strings.text("home.health.more", count)), "",
                Buttons.link(Strings.text("home.runs.open"), () -> navigator.open(new Destination.Runs())));
    }

    /// A line that stands where there is nothing to list.
    static Node quiet(String icon, String words) {
        Label label = new Label(words);
        label.getStyleClass().add(Styles.MUTED);
        return row(Icons.of(icon, 14, icon.equals("fth-check-circle") ? Styles.SUCCESS : Styles.SUBTLE), label, "", new Region());
    }

    static Node tier(HomeViewModel.TierBar bar) {
        Label name = new Label(bar.name());
        name.getStyleClass().addAll(Styles.DENSE, "name");
        Region fill = new Region();
        fill.getStyleClass().addAll("fill", TierGlyph.styleClass(bar.tier()));
        fill.setMinWidth(bar.fraction() <= 0 ? 0 : Math.max(4, bar.fraction() * BAR));
        fill.setMaxWidth(bar.fraction() <= 0 ? 0 : Math.max(4, bar.fraction() * BAR));
        Label bytes = number(bar.bytes(), "bytes");
        Label files = number(bar.files(), "files");
        HBox row = new HBox(new TierGlyph(bar.tier()), name, fill, gap(), bytes, files);
        row.getStyleClass().add("tier-row");
        return row;
    }

    private static String icon(RecentItem.Kind kind) {
        return switch (kind) {
            case TABLE -> "fth-table";
            case FILE -> "fth-file";
            case QUERY -> "fth-terminal";
            case RUN -> "fth-activity";
        };
    }

    private static HBox row(Node icon, Label title, String detail, Node end) {
        Label more = new Label(detail);
        more.getStyleClass().addAll(Styles.NOTE, Styles.MUTED);
        more.setMinWidth(0);
        title.setMinWidth(Region.USE_PREF_SIZE);
        StackPane sign = new StackPane(icon);
        sign.getStyleClass().add("sign");
        if (end instanceof Region region) {
            region.setMinWidth(Region.USE_PREF_SIZE);
        }
        HBox row = new HBox(sign, title, more, gap(), end);
        row.getStyleClass().add("row");
        return row;
    }

    private static void pressable(HBox row, String name, Runnable open) {
        row.getStyleClass().add("pressable");
        row.setFocusTraversable(true);
        row.setAccessibleRole(AccessibleRole.BUTTON);
        row.setAccessibleText(name);
        row.setOnMouseClicked(_ -> open.run());
        row.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                open.run();
                event.consume();
            }
        });
    }

    private static Label number(String text, String styleClass) {
        Label label = new Label(text);
        label.getStyleClass().addAll(Styles.NUMBER, Styles.MUTED, styleClass);
        return label;
    }

    private static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }
}
