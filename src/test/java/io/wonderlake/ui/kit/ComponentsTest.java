package io.wonderlake.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.wonderlake.catalog.ColumnType;
import io.wonderlake.lake.Tier;
import io.wonderlake.settings.Appearance.Mode;
import io.wonderlake.work.Failure;
import io.wonderlake.work.Job;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.layout.Background;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// All components in one window, in both themes.
class ComponentsTest extends FxTest {
    @AfterEach
    void backToLight() {
        runFx(() -> theme().mode(Mode.LIGHT));
    }

    @Test
    void showsEveryComponentInLightAndDark() {
        Stage stage = show(onFx(ComponentsTest::sheet), 1360, 860);
        snapshot(stage.getScene().getRoot(), Path.of("target/pictures/components-light.png"));
        Color light = background(stage);
        runFx(() -> theme().mode(Mode.DARK));
        settle();
        snapshot(stage.getScene().getRoot(), Path.of("target/pictures/components-dark.png"));
        assertThat(light.getBrightness()).isEqualTo(1);
        assertThat(background(stage).getBrightness()).isLessThan(0.2);
        runFx(stage::close);
    }

    @Test
    void usesTheBundledTypefaces() {
        Label strong = onFx(() -> styled(new Label("Title"), Styles.TITLE));
        Label number = onFx(() -> styled(new Label("172,456"), Styles.NUMBER));
        Stage stage = show(onFx(() -> new VBox(strong, number)), 200, 100);
        assertThat(strong.getFont().getName()).isEqualTo("Inter SemiBold");
        assertThat(strong.getFont().getSize()).isEqualTo(20);
        assertThat(number.getFont().getName()).isEqualTo("JetBrains Mono Regular");
        runFx(stage::close);
    }

    private static Color background(Stage stage) {
        return onFx(() -> {
            Background ground = ((VBox) stage.getScene().lookup("#surface")).getBackground();
            return (Color) ground.getFills().getFirst().getFill();
        });
    }

    private static <T extends Node> T styled(T node, String... classes) {
        node.getStyleClass().addAll(classes);
        return node;
    }

    private static Parent sheet() {
        VBox left = column(380, buttons(), inputs(), chips(), segments(), tabs(), types());
        VBox middle = column(420, banners(), loading(), empty(), truth());
        VBox right = column(420, toasts(), section(), tree());
        HBox all = new HBox(24, left, middle, right);
        VBox root = new VBox(all);
        root.setId("surface");
        root.getStyleClass().add(Styles.SURFACE);
        root.setPadding(new Insets(24));
        return root;
    }

    private static VBox column(double width, Node... nodes) {
        VBox box = new VBox(16, nodes);
        box.setMinWidth(width);
        box.setMaxWidth(width);
        return box;
    }

    private static Node buttons() {
        Runnable nothing = () -> { };
        Button large = styled(Buttons.plain("Large", nothing), Styles.LARGE);
        Button small = styled(Buttons.plain("Small", nothing), Styles.SMALL);
        Button off = Buttons.primary("Disabled", nothing);
        off.setDisable(true);
        return flow(Buttons.withIcon(Buttons.primary("Run", nothing), "fth-play"), Buttons.plain("Default", nothing), off, Buttons.ghost("Ghost", nothing),
                Buttons.danger("Undo", nothing), small, large, Buttons.link("Link", nothing), Buttons.icon("fth-filter", "Filter", nothing),
                new KeyCap("Ctrl K"), new KeyCap("Esc"));
    }

    private static Node inputs() {
        TextField bad = styled(new TextField("13/02/24x"), Styles.INVALID);
        TextField prompt = new TextField();
        prompt.setPromptText("Placeholder");
        ComboBox<String> combo = new ComboBox<>();
        combo.getItems().addAll("DuckDB", "Athena");
        combo.setValue("DuckDB");
        CheckBox check = new CheckBox("Header");
        check.setSelected(true);
        RadioButton radio = new RadioButton("Append");
        radio.setSelected(true);
        SearchField search = new SearchField("Filter by name");
        search.textProperty().set("sal");
        return flow(prompt, bad, combo, search, check, new CheckBox("Totals"), radio, new RadioButton("Other"));
    }

    private static Node chips() {
        FlowPane flow = flow(Chip.success("On time"), Chip.warning("Late"), Chip.danger("Failed"), Chip.accent("Running", "fth-loader"), Chip.neutral("412 rows"),
                Chip.outline("decimal(8,2)"));
        Tier.DATA.forEach(tier -> flow.getChildren().add(Chip.tier(tier, tier.folder())));
        return flow;
    }

    private static Node types() {
        FlowPane flow = flow(Icons.mark(40));
        for (ColumnType.Family family : ColumnType.Family.values()) {
            flow.getChildren().add(Icons.type(family, 16));
        }
        return flow;
    }

    private static Node segments() {
        Segments<Integer> segments = new Segments<>();
        segments.add(1, "Grid", Icons.of("fth-grid", 14));
        segments.add(2, "Chart", Icons.of("fth-bar-chart-2", 14));
        SubTabs<String> pages = new SubTabs<>();
        pages.add("preview", "Preview");
        pages.add("columns", "Columns").count("14");
        pages.add("files", "Files").count("3");
        return new VBox(8, segments, pages);
    }

    private static Node tabs() {
        DocTabs tabs = new DocTabs();
        Doc first = tabs.open(new Doc(1, "Query 1", Icons.of("fth-terminal", 13), new Label("one")));
        first.unsavedProperty().set(true);
        tabs.open(new Doc(2, "sales", new TierGlyph(Tier.CURATED), new Label("two")));
        tabs.select(first);
        return tabs;
    }

    private static Node banners() {
        FailureBanner failure = new FailureBanner();
        failure.show(new Failure(Failure.Kind.OFFLINE, "Column pricepayd is not in sales.", "Use one of the columns of the table.", Optional.of("Binder Error"),
                java.util.OptionalInt.empty(), Optional.empty(), Optional.empty()), () -> { });
        return new VBox(8, new Banner(Banner.Kind.INFO, "A new version of this table is out.", "Reload", () -> { }),
                new Banner(Banner.Kind.ADVICE, "Reads 7 regions.", "Add the filter", () -> { }), new Banner(Banner.Kind.SUCCESS, "403 rows are in the lake."), failure);
    }

    private static Node loading() {
        return styled(new Loading(new Job("Running, 2.1 GiB read")), Styles.CARD);
    }

    private static Node empty() {
        return new EmptyState("fth-inbox", "No uploads yet", "Drop a spreadsheet here, or try a practice file.",
                Buttons.primary("Choose a file", () -> { }), Buttons.plain("Practice files", () -> { }));
    }

    private static Node truth() {
        TruthLine line = new TruthLine();
        line.show(List.of("200 of 172,456 rows", "8 of 14 columns in view", "84 KiB read of 3.9 MiB", "data as of 06:02 today", "cached 09:41"),
                Optional.of(Buttons.link("Load all rows", () -> { })));
        ProgressBar bar = new ProgressBar(0.6);
        bar.setMaxWidth(Double.MAX_VALUE);
        return new VBox(8, line, bar);
    }

    private static Node toasts() {
        Toasts toasts = new Toasts();
        toasts.show(Toast.failed("Run retail #418 failed", "27 bad rows in curate.sales_report").with("Open", () -> { }));
        return toasts;
    }

    private static Node section() {
        return new Section("Freshness", Section.fact("Nulls", "0", Styles.NUMBER), Section.fact("Distinct values", "4,010", Styles.NUMBER), Section.fact("Owner", "tickets@madhatter.example")).aside(Chip.success("On time"));
    }

    private static Node tree() {
        TreeItem<String> root = new TreeItem<>("curated");
        root.setExpanded(true);
        root.getChildren().add(new TreeItem<>("tickit"));
        root.getChildren().add(new TreeItem<>("workforce"));
        TreeView<String> tree = new TreeView<>(root);
        tree.getSelectionModel().select(1);
        tree.setPrefHeight(120);
        return tree;
    }

    private static FlowPane flow(Node... nodes) {
        return new FlowPane(8, 8, nodes);
    }
}
