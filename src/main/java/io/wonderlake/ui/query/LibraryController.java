package io.wonderlake.ui.query;

import io.wonderlake.catalog.Column;
import io.wonderlake.catalog.Table;
import io.wonderlake.lake.ObjectPath;
import io.wonderlake.ui.kit.Buttons;
import io.wonderlake.ui.kit.FailureBanner;
import io.wonderlake.ui.kit.Keys;
import io.wonderlake.ui.kit.SavedQuery;
import io.wonderlake.ui.kit.SearchField;
import io.wonderlake.work.Strings;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/// Ties LibraryView.fxml to the saved queries and the tables of the query in front.
public final class LibraryController {
    private static final int ROW = 24;
    private static final int MOST_ROWS = 10;
    private final LibraryViewModel model;
    private final Consumer<SavedQuery> open;
    private final Consumer<String> insert;
    private final Runnable add;
    private final Consumer<Table> goTo;
    private final Set<String> folded = new HashSet<>();
    private Optional<ObjectPath> marked = Optional.empty();
    @FXML private HBox head;
    @FXML private StackPane filter;
    @FXML private FailureBanner trouble;
    @FXML private Label savedTitle;
    @FXML private ListView<SavedQuery> saved;
    @FXML private Label none;
    @FXML private Label noTables;
    @FXML private TreeView<TableRow> tables;

    /// A line of the tree: a table, or a column of it when `column` is not null.
    record TableRow(Table table, Column column, boolean partition) {
        String sql() {
            return column == null ? table.name().toString() : column.name();
        }
    }

    /// @param insert writes a name into the editor in front
    LibraryController(LibraryViewModel model, Consumer<SavedQuery> open, Consumer<String> insert, Runnable add,
            Consumer<Table> goTo) {
        this.model = model;
        this.open = open;
        this.insert = insert;
        this.add = add;
        this.goTo = goTo;
    }

    @FXML
    private void initialize() {
        Button plus = Buttons.icon("fth-plus", Strings.text("query.new"), add);
        plus.setTooltip(Buttons.tip(Strings.text("query.new"), Keys.NEW_QUERY.keys()));
        head.getChildren().add(plus);
        SearchField field = new SearchField(Strings.text("query.filter"));
        field.textProperty().bindBidirectional(model.filterProperty());
        filter.getChildren().add(field);
        saved.setItems(model.saved());
        saved.setCellFactory(_ -> new SavedCell());
        saved.setOnMouseClicked(_ -> openChosen());
        saved.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                openChosen();
            }
        });
        model.saved().addListener((ListChangeListener<SavedQuery>) _ -> fit());
        fit();
        tables.setCellFactory(_ -> new TableRowCell());
        tables.setRoot(new TreeItem<>());
        tables.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                insertChosen();
            }
        });
        tables.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                insertChosen();
            } else if (Keys.OPEN_DATA.keys().match(event)) {
                goToChosen();
            }
        });
        tables.setContextMenu(menu());
        model.namedProperty().subscribe(this::showTables);
        model.troubleProperty().subscribe(failure -> failure.ifPresentOrElse(now -> trouble.show(now, model::refresh), trouble::clear));
    }

    private void fit() {
        mark(marked);
        int rows = Math.min(MOST_ROWS, model.saved().size());
        saved.setPrefHeight(rows * ROW);
        saved.setMinHeight(rows * ROW);
        saved.setMaxHeight(rows * ROW);
        saved.setVisible(rows > 0);
        saved.setManaged(rows > 0);
        none.setText(Strings.text(model.anySaved() ? "query.saved.nomatch" : "query.saved.none"));
        none.setVisible(rows == 0);
        none.setManaged(rows == 0);
    }

    private void openChosen() {
        SavedQuery chosen = saved.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            open.accept(chosen);
        }
    }

    private void insertChosen() {
        TreeItem<TableRow> chosen = tables.getSelectionModel().getSelectedItem();
        if (chosen != null && chosen.getValue() != null) {
            insert.accept(chosen.getValue().sql());
        }
    }

    private void goToChosen() {
        TreeItem<TableRow> chosen = tables.getSelectionModel().getSelectedItem();
        if (chosen != null && chosen.getValue() != null) {
            goTo.accept(chosen.getValue().table());
        }
    }

    private ContextMenu menu() {
        MenuItem name = new MenuItem(Strings.text("query.named.insert"));
        name.setOnAction(_ -> insertChosen());
        MenuItem table = new MenuItem(Strings.text("query.named.open"));
        table.setAccelerator(Keys.OPEN_DATA.keys());
        table.setOnAction(_ -> goToChosen());
        return new ContextMenu(name, table);
    }

    private void showTables(List<Table> named) {
        noTables.setVisible(named.isEmpty());
        tables.setVisible(!named.isEmpty());
        boolean first = true;
        TreeItem<TableRow> root = new TreeItem<>();
        for (Table table : named) {
            root.getChildren().add(branch(table, first));
            first = false;
        }
        tables.setRoot(root);
        root.setExpanded(true);
    }

    private TreeItem<TableRow> branch(Table table, boolean open) {
        TreeItem<TableRow> item = new TreeItem<>(new TableRow(table, null, false));
        table.columns().forEach(column -> item.getChildren().add(new TreeItem<>(new TableRow(table, column, false))));
        table.partitionColumns().forEach(column -> item.getChildren().add(new TreeItem<>(new TableRow(table, column, true))));
        String name = table.name().toString();
        item.setExpanded(open != folded.contains(name));
        item.expandedProperty().subscribe((_, _) -> {
            if (!folded.add(name)) {
                folded.remove(name);
            }
        });
        return item;
    }

    /// Marks the query in front in the list, when it is a saved one.
    void mark(Optional<ObjectPath> path) {
        marked = path;
        saved.getSelectionModel().clearSelection();
        model.saved().stream().filter(query -> path.equals(Optional.of(query.path()))).findFirst().ifPresent(saved.getSelectionModel()::select);
    }
}
