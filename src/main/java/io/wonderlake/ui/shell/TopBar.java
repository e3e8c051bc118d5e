package io.wonderlake.ui.shell;

import io.wonderlake.lake.LakeProfile;
import io.wonderlake.settings.Role;
import io.wonderlake.ui.kit.Buttons;
import io.wonderlake.ui.kit.Chip;
import io.wonderlake.ui.kit.Icons;
import io.wonderlake.ui.kit.KeyCap;
import io.wonderlake.ui.kit.Keys;
import io.wonderlake.ui.kit.LakeMark;
import io.wonderlake.ui.kit.Spinner;
import io.wonderlake.ui.kit.Styles;
import io.wonderlake.work.Strings;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// The top edge: which lake this is, the way into the palette, what runs in the background, and who sits here.
final class TopBar extends StackPane {
    private static final double SEARCH = 440;
    private static final double MARK = 72;
    private final Button activity = Buttons.ghost(Strings.text("shell.activity.none"), () -> { });
    private final Button lake = Buttons.ghost("", () -> { });
    private final Button role = Buttons.ghost("", () -> { });

    TopBar(String name, LakeProfile profile, Runnable search) {
        getStyleClass().add("top-bar");
        dressLake(name, profile);
        HBox left = new HBox(mark(), lake);
        left.getStyleClass().add("side");
        left.setAlignment(Pos.CENTER_LEFT);
        HBox right = new HBox(activity, role);
        right.getStyleClass().add("side");
        right.setAlignment(Pos.CENTER_RIGHT);
        BorderPane sides = new BorderPane(null, null, right, null, left);
        getChildren().addAll(sides, search(search));
        activity(Strings.text("shell.activity.none"), false);
    }

    /// The button that opens the list of lakes.
    Button lake() {
        return lake;
    }

    private void dressLake(String name, LakeProfile profile) {
        Chip kind = Chip.outline(LakeWords.kind(profile));
        HBox inside = new HBox(Icons.of(LakeWords.icon(profile), 14), new LakeMark(profile.colour()), name(name), kind);
        if (profile.readOnly()) {
            Label locked = new Label(null, Icons.of("fth-lock", 13));
            locked.setTooltip(Buttons.tip(Strings.text("shell.lake.readonly")));
            inside.getChildren().add(locked);
        }
        inside.getChildren().add(Icons.of("fth-chevron-down", 14));
        inside.getStyleClass().add("lake");
        lake.setGraphic(inside);
        lake.setAccessibleText(Strings.text("shell.lakes.button", name));
        lake.setTooltip(Buttons.tip(Strings.text("shell.lakes.tip")));
        lake.maxWidthProperty().bind(widthProperty().subtract(SEARCH).divide(2).subtract(MARK));
        inside.maxWidthProperty().bind(lake.maxWidthProperty().subtract(16));
        inside.maxWidthProperty().subscribe(room -> dropChip(kind, inside, room.doubleValue()));
    }

    /// In a narrow window the name needs the room; the status bar says the kind as well.
    private static void dropChip(Chip kind, HBox inside, double room) {
        kind.setManaged(true);
        boolean fits = inside.prefWidth(-1) <= room || kind.getScene() == null;
        kind.setManaged(fits);
        kind.setVisible(fits);
    }

    /// The button that opens the list of jobs.
    Button activity() {
        return activity;
    }

    void activity(String label, boolean working) {
        activity.setText(label);
        if (activity.getGraphic() == null || working != activity.getGraphic() instanceof Spinner) {
            activity.setGraphic(working ? new Spinner(14) : Icons.of("fth-check", 14));
        }
    }

    void role(Role now, Consumer<Role> choose) {
        HBox who = new HBox(Icons.of("fth-user", 14), new Label(name(now)), Icons.of("fth-chevron-down", 14));
        who.getStyleClass().add("who");
        role.setGraphic(who);
        role.setAccessibleText(name(now));
        role.setOnAction(_ -> roles(now, choose).show(role, Side.BOTTOM, 0, 4));
    }

    static String name(Role role) {
        return switch (role) {
            case ANALYST -> Strings.text("shell.role.analyst");
            case BUSINESS -> Strings.text("shell.role.business");
            case SUPPORT -> Strings.text("shell.role.support");
        };
    }

    private static ContextMenu roles(Role now, Consumer<Role> choose) {
        ContextMenu menu = new ContextMenu();
        ToggleGroup group = new ToggleGroup();
        for (Role role : Role.values()) {
            RadioMenuItem item = new RadioMenuItem(name(role));
            item.setToggleGroup(group);
            item.setSelected(role == now);
            item.setOnAction(_ -> choose.accept(role));
            menu.getItems().add(item);
        }
        return menu;
    }

    private static Node mark() {
        StackPane box = new StackPane(Icons.mark(20));
        box.getStyleClass().add("logo");
        return box;
    }

    private static Label name(String lake) {
        Label label = new Label(lake);
        label.getStyleClass().add(Styles.STRONG);
        label.setMinWidth(0);
        return label;
    }

    private static Node search(Runnable open) {
        Label words = new Label(Strings.text("shell.search"));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox inside = new HBox(Icons.of("fth-search", 14), words, gap, new KeyCap(Keys.PALETTE.keys()));
        inside.setAlignment(Pos.CENTER_LEFT);
        Button button = new Button(null, inside);
        button.setAccessibleText(Strings.text("shell.search"));
        button.getStyleClass().add("search");
        button.setOnAction(_ -> open.run());
        inside.prefWidthProperty().bind(button.widthProperty().subtract(18));
        return button;
    }
}
