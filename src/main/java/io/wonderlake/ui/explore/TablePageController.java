package io.wonderlake.ui.explore;

import io.wonderlake.catalog.Column;
import io.wonderlake.catalog.Table;
import io.wonderlake.lake.LakeSettings;
import io.wonderlake.ui.explore.PreviewViewModel.Rows;
import io.wonderlake.ui.explore.TablePageViewModel.Page;
import io.wonderlake.ui.explore.TablePageViewModel.State;
import io.wonderlake.ui.kit.Buttons;
import io.wonderlake.ui.kit.Chip;
import io.wonderlake.ui.kit.FailureBanner;
import io.wonderlake.ui.kit.Navigator;
import io.wonderlake.ui.kit.SubTabs;
import io.wonderlake.ui.kit.TruthLine;
import io.wonderlake.ui.kit.grid.DataGrid;
import io.wonderlake.work.Formats;
import io.wonderlake.work.Strings;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// Ties a table's page to its view model.
public final class TablePageController {
    private final TablePageViewModel model;
    private final LakeSettings settings;
    private final Navigator navigator;
    private final SubTabs<Page> tabs = new SubTabs<>();
    private final Map<Page, SubTabs.Tab> tabOf = new EnumMap<>(Page.class);
    private final Map<Page, Node> panes = new EnumMap<>(Page.class);
    private final Button all;
    private DataGrid grid;
    @FXML private Label title;
    @FXML private HBox chips;
    @FXML private HBox buttons;
    @FXML private Label description;
    @FXML private HBox pages;
    @FXML private FailureBanner failure;
    @FXML private StackPane body;
    @FXML private TruthLine truth;

    TablePageController(TablePageViewModel model, LakeSettings settings, Navigator navigator) {
        this.model = model;
        this.settings = settings;
        this.navigator = navigator;
        this.all = model.billed() ? billed() : Buttons.link(Strings.text("explore.all"), model.preview()::loadAll);
    }

    private Button billed() {
        Button button = Buttons.link(Strings.text("explore.all.query"), () -> navigator.open(model.queryAll()));
        button.setTooltip(Buttons.tip(Strings.text("explore.all.billed", model.engine())));
        return button;
    }

    @FXML
    private void initialize() {
        title.setText(model.name().table());
        description.managedProperty().bind(description.textProperty().isNotEmpty());
        buttons.getChildren().add(Buttons.withIcon(Buttons.plain(Strings.text("explore.query"), () -> navigator.open(model.query())), "fth-terminal"));
        addTabs();
        pages.getChildren().add(tabs);
        RowsPane rows = new RowsPane(model.preview());
        grid = rows.grid();
        grid.setChooseWithCursor(true);
        panes.put(Page.PREVIEW, rows);
        bindColumns();
        tabs.valueProperty().bindBidirectional(model.pageProperty());
        model.pageProperty().subscribe(this::turn);
        model.stateProperty().subscribe(this::show);
        model.preview().stateProperty().subscribe(_ -> previewChanged());
        grid.columnsInViewProperty().subscribe(_ -> truth());
        for (Page page : List.of(Page.COLUMNS, Page.FILES, Page.PARTITIONS, Page.VERSIONS)) {
            model.list(page).stateProperty().subscribe(_ -> truth());
        }
    }

    private void addTabs() {
        tabOf.put(Page.PREVIEW, tabs.add(Page.PREVIEW, Strings.text("explore.page.preview")));
        tabOf.put(Page.COLUMNS, tabs.add(Page.COLUMNS, Strings.text("explore.page.columns")));
        tabOf.put(Page.FILES, tabs.add(Page.FILES, Strings.text("explore.page.files")));
        tabOf.put(Page.PARTITIONS, tabs.add(Page.PARTITIONS, Strings.text("explore.page.partitions")));
        tabOf.put(Page.VERSIONS, tabs.add(Page.VERSIONS, Strings.text("explore.page.versions")));
        offer(Page.PARTITIONS, false);
    }

    private void offer(Page page, boolean visible) {
        tabOf.get(page).button().setVisible(visible);
        tabOf.get(page).button().setManaged(visible);
    }

    /// The grid's chosen column and the page's are one; the profiles become the pictures in the header.
    private void bindColumns() {
        grid.chosenColumnProperty().subscribe(index -> resultColumns().ifPresent(columns -> {
            if (index.intValue() >= 0 && index.intValue() < columns.size()) {
                model.choose(columns.get(index.intValue()).name());
            }
        }));
        model.chosenProperty().subscribe(this::chooseInGrid);
        model.profiles().onKnown(this::pictures);
    }

    private Optional<List<Column>> resultColumns() {
        return switch (model.preview().state()) {
            case PreviewViewModel.State.Shown(Rows rows) -> Optional.of(rows.rows().columns());
            case PreviewViewModel.State.Running(_, var rows) -> rows.map(io.wonderlake.result.StoredResult::columns);
            case PreviewViewModel.State.Idle _, PreviewViewModel.State.Broken _, PreviewViewModel.State.Cancelled _ -> Optional.empty();
        };
    }

    private void chooseInGrid(Column column) {
        resultColumns().ifPresent(columns -> {
            int index = column == null ? -1 : columns.stream().map(Column::name).toList().indexOf(column.name());
            if (grid.chosenColumnProperty().get() != index) {
                grid.choose(index);
            }
        });
    }

    private void pictures() {
        resultColumns().ifPresent(columns -> grid.setHeaderBars(ProfilePictures.of(columns, model.profiles())));
    }

    private void previewChanged() {
        if (model.preview().state() instanceof PreviewViewModel.State.Shown) {
            model.measure();
            chooseInGrid(model.chosenProperty().get());
            pictures();
        }
        truth();
    }

    private void turn(Page page) {
        body.getChildren().setAll(panes.computeIfAbsent(page, each -> new ListPane(model.list(each))));
        truth();
    }

    private void show(State state) {
        switch (state) {
            case State.Idle(), State.Reading(_) -> failure.clear();
            case State.Broken(var broken) -> failure.show(broken, model::follow);
            case State.Ready(var facts) -> {
                failure.clear();
                present(facts);
                model.measure();
                truth();
            }
        }
    }

    private void present(TableFacts facts) {
        Table table = facts.table();
        chips.getChildren().setAll(Chip.tier(table.tier(), settings.tierName(table.tier())));
        stateChip(facts.state()).ifPresent(chips.getChildren()::add);
        description.setText(table.description());
        tabOf.get(Page.COLUMNS).count(Formats.count(table.allColumns().size()));
        tabOf.get(Page.FILES).count(known(table.files()));
        tabOf.get(Page.VERSIONS).count(known(facts.versions()));
        tabOf.get(Page.PARTITIONS).count(known(facts.partitions()));
        offer(Page.PARTITIONS, !table.partitionColumns().isEmpty());
    }

    private static String known(long count) {
        return count < 0 ? "" : Formats.count(count);
    }

    private static Optional<Chip> stateChip(TableState state) {
        return switch (state) {
            case TableState.Unknown() -> Optional.empty();
            case TableState.Met(boolean contract) -> Optional.of(Chip.success(Strings.text(contract ? "explore.state.met" : "explore.state.done")));
            case TableState.Warned(int rules) -> Optional.of(Chip.warning(Strings.text("explore.state.warned", rules)));
            case TableState.Failed() -> Optional.of(Chip.danger(Strings.text("explore.state.failed")));
        };
    }

    private void truth() {
        if (model.pageProperty().get() != Page.PREVIEW) {
            truth.show(model.list(model.pageProperty().get()).stateProperty().get() instanceof ListViewModel.State.Shown(var listed) ? listed.truth() : List.of());
            return;
        }
        switch (model.preview().state()) {
            case PreviewViewModel.State.Shown(Rows rows) -> truth.show(model.truth(rows, grid.columnsInViewProperty().get()), rows.all() ? Optional.empty() : Optional.of(all));
            case PreviewViewModel.State.Running(_, var rows) -> truth.show(rows.map(some -> List.of(Strings.text("explore.truth.loading", some.rows())))
                    .orElse(List.of()));
            case PreviewViewModel.State.Idle _, PreviewViewModel.State.Broken _, PreviewViewModel.State.Cancelled _ -> truth.show(List.of());
        }
    }

    Region focusTarget() {
        return grid;
    }
}
