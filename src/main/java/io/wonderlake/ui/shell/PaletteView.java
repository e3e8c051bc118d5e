package io.wonderlake.ui.shell;

import io.wonderlake.ui.kit.Icons;
import io.wonderlake.ui.kit.KeyCap;
import io.wonderlake.ui.kit.Styles;
import io.wonderlake.ui.kit.TierGlyph;
import io.wonderlake.ui.shell.PaletteItem.Group;
import io.wonderlake.work.Strings;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// The palette: a field, the lines found for it, and a footer with the keys. Works by keyboard alone.
final class PaletteView extends VBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final int PAGE = 8;

    private final PaletteViewModel model;
    private final Runnable close;
    private final TextField field = new TextField();
    private final VBox list = new VBox();
    private final ScrollPane scroll = new ScrollPane(list);
    private final Label narrowed = new Label();
    private final Label summary = new Label();
    private final List<Node> rows = new ArrayList<>();

    PaletteView(PaletteViewModel model, Runnable close) {
        this.model = model;
        this.close = close;
        getStyleClass().add("palette");
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        list.getStyleClass().add("list");
        getChildren().addAll(head(), scroll, footer());
        field.textProperty().bindBidirectional(model.textProperty());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        model.itemsProperty().subscribe(this::show);
        model.chosenProperty().subscribe(_ -> mark());
        summary.textProperty().bind(model.summaryProperty());
    }

    /// Starts anew and takes the keyboard.
    void open() {
        applyCss();
        model.reset();
        field.requestFocus();
    }

    void type(String text) {
        field.setText(text);
        field.end();
    }

    boolean searching() {
        return model.searching();
    }

    private Node head() {
        field.setPromptText(Strings.text("shell.palette.prompt"));
        HBox.setHgrow(field, Priority.ALWAYS);
        narrowed.getStyleClass().addAll("chip", "outline");
        HBox head = new HBox(Icons.of("fth-search", 16), field, narrowed, new KeyCap("Esc"));
        head.getStyleClass().add("head-row");
        return head;
    }

    private Node footer() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        summary.getStyleClass().add(Styles.MUTED);
        HBox footer = new HBox(new KeyCap("↑ ↓"), word("shell.palette.move"), new KeyCap("↵"), word("shell.palette.open"),
                new KeyCap("Tab"), word("shell.palette.kind"), gap, summary);
        footer.getStyleClass().add("footer");
        return footer;
    }

    private static Label word(String key) {
        Label label = new Label(Strings.text(key));
        label.getStyleClass().add(Styles.MUTED);
        return label;
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case UP -> model.move(-1);
            case DOWN -> model.move(1);
            case PAGE_UP -> model.choose(model.chosenProperty().get() - PAGE);
            case PAGE_DOWN -> model.choose(model.chosenProperty().get() + PAGE);
            case TAB -> model.toggleKind();
            case ENTER -> take();
            case ESCAPE -> close.run();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void take() {
        if (!model.searching()) {
            model.chosenItem().ifPresent(item -> {
                close.run();
                item.run().run();
            });
        }
    }

    private void show(List<PaletteItem> items) {
        narrowed.setText(model.only().map(PaletteView::name).orElse(Strings.text("shell.palette.everything")));
        list.getChildren().clear();
        rows.clear();
        Group group = null;
        for (PaletteItem item : items) {
            if (item.group() != group) {
                group = item.group();
                list.getChildren().add(heading(group));
            }
            Node row = row(item, rows.size());
            rows.add(row);
            list.getChildren().add(row);
        }
        if (!model.problem().isEmpty()) {
            list.getChildren().add(notice(model.problem(), Styles.DANGER_TEXT));
        } else if (items.isEmpty()) {
            list.getChildren().add(notice(Strings.text("shell.palette.nothing"), Styles.MUTED));
        }
        mark();
    }

    private static Label notice(String words, String styleClass) {
        Label label = new Label(words);
        label.getStyleClass().addAll(Styles.DENSE, styleClass, "notice");
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private static Label heading(Group group) {
        Label label = new Label(name(group));
        label.getStyleClass().add("group");
        return label;
    }

    private Node row(PaletteItem item, int index) {
        TextFlow title = new TextFlow();
        for (Matches.Part part : Matches.parts(model.words(), item.title())) {
            Text text = new Text(part.text());
            text.getStyleClass().add(part.matched() ? "matched" : "plain");
            title.getChildren().add(text);
        }
        title.setMinWidth(Region.USE_PREF_SIZE);
        title.setMaxHeight(Region.USE_PREF_SIZE);
        Label detail = new Label(item.detail());
        detail.getStyleClass().addAll(Styles.DENSE, Styles.MUTED);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        StackPane sign = new StackPane(sign(item.sign()));
        sign.getStyleClass().add("sign");
        KeyCap enter = new KeyCap("↵");
        enter.getStyleClass().add("enter");
        HBox row = new HBox(sign, title, detail, gap);
        item.key().ifPresentOrElse(key -> row.getChildren().add(new KeyCap(key)), () -> row.getChildren().add(enter));
        row.getStyleClass().add("row");
        row.setAccessibleRole(AccessibleRole.LIST_ITEM);
        row.setAccessibleText(item.title() + " " + item.detail());
        row.setOnMouseMoved(_ -> model.choose(index));
        row.setOnMouseClicked(_ -> take());
        return row;
    }

    private static Node sign(PaletteItem.Sign sign) {
        return switch (sign) {
            case PaletteItem.Sign.OfIcon(String literal) -> Icons.of(literal, 14);
            case PaletteItem.Sign.OfTier(var tier) -> new TierGlyph(tier);
            case PaletteItem.Sign.OfType(var family) -> Icons.type(family, 14);
        };
    }

    private void mark() {
        for (int index = 0; index < rows.size(); index++) {
            rows.get(index).pseudoClassStateChanged(CHOSEN, index == model.chosenProperty().get());
        }
        if (model.chosenProperty().get() < rows.size()) {
            reveal(rows.get(model.chosenProperty().get()));
        }
    }

    private void reveal(Node row) {
        list.applyCss();
        list.layout();
        Bounds bounds = row.getBoundsInParent();
        double hidden = list.getHeight() - scroll.getViewportBounds().getHeight();
        if (hidden <= 0) {
            return;
        }
        double top = scroll.getVvalue() * hidden;
        if (bounds.getMinY() < top + 32) {
            scroll.setVvalue(Math.max(0, bounds.getMinY() - 32) / hidden);
        } else if (bounds.getMaxY() > top + scroll.getViewportBounds().getHeight()) {
            scroll.setVvalue((bounds.getMaxY() - scroll.getViewportBounds().getHeight()) / hidden);
        }
    }

    private static String name(Group group) {
        return switch (group) {
            case RECENT -> Strings.text("shell.palette.recent");
            case COLUMNS -> Strings.text("shell.palette.columns");
            case TABLES -> Strings.text("shell.palette.tables");
            case SAVED -> Strings.text("shell.palette.saved");
            case ACTIONS -> Strings.text("shell.palette.actions");
            case FILES -> Strings.text("shell.palette.files");
        };
    }
}
