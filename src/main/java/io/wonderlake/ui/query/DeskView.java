package io.wonderlake.ui.query;

import io.wonderlake.catalog.Table;
import io.wonderlake.ui.kit.Action;
import io.wonderlake.ui.kit.Buttons;
import io.wonderlake.ui.kit.Doc;
import io.wonderlake.ui.kit.DocTabs;
import io.wonderlake.ui.kit.Icons;
import io.wonderlake.ui.kit.Keys;
import io.wonderlake.ui.kit.Styles;
import io.wonderlake.ui.kit.Views;
import io.wonderlake.work.Failure;
import io.wonderlake.work.Jobs;
import io.wonderlake.work.Strings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// The open documents as tabs, each with its editor and its result; and what their keys do.
final class DeskView extends VBox {
    private static final Duration TWICE = Duration.millis(600);
    private final DeskViewModel desk;
    private final LibraryViewModel library;
    private final Jobs jobs;
    private final Consumer<QueryDocument> ran;
    private final DocTabs tabs = new DocTabs();
    private final Map<QueryViewModel, Page> pages = new HashMap<>();
    private final VBox inspector = new VBox();
    private final PauseTransition keep = new PauseTransition(Duration.millis(500));
    private final PauseTransition look = new PauseTransition(Duration.millis(250));
    private final PauseTransition escape = new PauseTransition(TWICE);
    private final HistoryList history;

    /// What one tab shows; its content is made when it first comes to the front.
    private static final class Page {
        private final StackPane place = new StackPane();
        private Doc doc;
        private DocumentController controller;
        private ResultInspector inspector;
    }

    /// @param ran is told of each document that is run
    DeskView(DeskViewModel desk, LibraryViewModel library, Jobs jobs, Consumer<QueryDocument> ran) {
        this.ran = ran;
        this.desk = desk;
        this.library = library;
        this.jobs = jobs;
        history = new HistoryList(desk.past(), desk::open);
        var plus = Buttons.icon("fth-plus", Strings.text("query.new"), desk::add);
        plus.setTooltip(Buttons.tip(Strings.text("query.new"), Keys.NEW_QUERY.keys()));
        tabs.addTool(plus);
        VBox.setVgrow(tabs, Priority.ALWAYS);
        getChildren().add(tabs);
        inspector.getStyleClass().add(Styles.SURFACE_SUBTLE);
        inspector.getChildren().setAll(inspectorHead(), new ScrollPane());
        keep.setOnFinished(_ -> desk.save());
        look.setOnFinished(_ -> look());
        desk.documents().addListener((ListChangeListener<QueryViewModel>) this::changed);
        desk.selectedProperty().subscribe(this::bring);
        tabs.selectedProperty().subscribe(this::chosen);
        desk.troubleProperty().subscribe(this::sayTrouble);
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    private static Node inspectorHead() {
        Label title = new Label(Strings.text("query.result"));
        title.getStyleClass().add(Styles.PANEL_TITLE);
        var head = new javafx.scene.layout.HBox(title);
        head.getStyleClass().addAll(Styles.PANEL_HEADER, Styles.LINE_BELOW);
        return head;
    }

    private void changed(ListChangeListener.Change<? extends QueryViewModel> change) {
        while (change.next()) {
            change.getRemoved().forEach(this::drop);
            change.getAddedSubList().forEach(this::add);
        }
    }

    private void add(QueryViewModel model) {
        Page page = new Page();
        page.doc = new Doc(model, model.document().title(), Icons.of("fth-terminal", 13), page.place);
        page.doc.titleProperty().bind(model.document().titleProperty());
        page.doc.unsavedProperty().bind(model.document().changedProperty());
        page.doc.whenClosed(() -> desk.close(model));
        model.stateProperty().subscribe(state -> {
            if (state instanceof QueryViewModel.State.Running(_, _, int number, _, var rows) && number == 1 && rows.isEmpty()) {
                ran.accept(model.document());
            }
        });
        pages.put(model, page);
        QueryViewModel front = desk.selectedProperty().get();
        tabs.open(page.doc);
        if (front != null && front != model && pages.containsKey(front)) {
            bring(front);
        }
        model.document().engineProperty().subscribe(keep::playFromStart);
        model.document().textProperty().addListener(_ -> {
            keep.playFromStart();
            look.playFromStart();
        });
    }

    private void drop(QueryViewModel model) {
        Page page = pages.remove(model);
        if (page != null) {
            tabs.close(page.doc);
        }
    }

    private void bring(QueryViewModel model) {
        Page page = model == null ? null : pages.get(model);
        if (page != null) {
            fill(model, page);
            tabs.select(page.doc);
            inspector.getChildren().set(1, page.inspector);
            VBox.setVgrow(page.inspector, Priority.ALWAYS);
            look();
            focusEditor();
        }
    }

    private void fill(QueryViewModel model, Page page) {
        if (page.controller != null) {
            return;
        }
        ResultController result = new ResultController(model, library::tablesIn);
        Node resultView = Views.load(result);
        page.controller = new DocumentController(model, library.tablesProperty()::get, jobs, resultView);
        page.place.getChildren().add(Views.load(page.controller));
        page.controller.addTool(tool("fth-clock", "query.history", Keys.RECENT, this::showHistory));
        page.controller.addTool(tool("fth-save", "query.save", Keys.SAVE, this::save));
        page.controller.area().caretPositionProperty().addListener(_ -> keep.playFromStart());
        page.inspector = new ResultInspector(model, result.grid(), jobs);
    }

    private static Node tool(String icon, String key, Keys keys, Runnable act) {
        var button = Buttons.icon(icon, Strings.text(key), act);
        button.setTooltip(Buttons.tip(Strings.text(key), keys.keys()));
        return button;
    }

    private void chosen(Doc doc) {
        if (doc != null && doc.key() instanceof QueryViewModel model && desk.documents().contains(model)) {
            desk.selectedProperty().set(model);
        }
    }

    private void look() {
        QueryViewModel front = desk.selectedProperty().get();
        library.look(front == null ? "" : front.document().textProperty().get());
    }

    private void sayTrouble(Optional<Failure> trouble) {
        trouble.ifPresent(failure -> front().ifPresent(page -> page.controller.say(failure)));
    }

    private Optional<Page> front() {
        return Optional.ofNullable(desk.selectedProperty().get()).map(pages::get).filter(page -> page.controller != null);
    }

    private void onFront(Consumer<QueryViewModel> act) {
        Optional.ofNullable(desk.selectedProperty().get()).ifPresent(act);
    }

    void insert(String name) {
        front().ifPresent(page -> {
            page.controller.area().replaceSelection(name);
            page.controller.focusEditor();
        });
    }

    void focusEditor() {
        front().ifPresent(page -> page.controller.focusEditor());
    }

    Node inspector() {
        return inspector;
    }

    private void showHistory() {
        front().ifPresent(page -> history.toggle(page.controller.overlay()));
    }

    private void save() {
        front().ifPresent(page -> {
            QueryDocument document = page.controller.model().document();
            if (document.saved().isPresent()) {
                library.save(document, "", desk::save);
            } else {
                page.controller.showBar(new SaveBar(question -> library.save(document, question, desk::save), page.controller::focusEditor));
            }
        });
    }

    List<Action> actions() {
        return List.of(
                action("query.run", "fth-play", Keys.RUN, () -> onFront(QueryViewModel::run)),
                action("query.run.all", "fth-fast-forward", Keys.RUN_ALL, () -> onFront(QueryViewModel::runAll)),
                action("query.cancel.run", "fth-x", Keys.CANCEL, () -> onFront(QueryViewModel::cancel)),
                action("query.new", "fth-plus", Keys.NEW_QUERY, desk::add),
                action("query.history", "fth-clock", Keys.RECENT, this::showHistory),
                action("query.save", "fth-save", Keys.SAVE, this::save),
                action("query.find", "fth-search", Keys.FIND, () -> front().ifPresent(page -> page.controller.showFind())),
                new Action(Strings.text("query.reopen"), "fth-corner-up-left", Optional.empty(), desk::reopen));
    }

    private static Action action(String key, String icon, Keys keys, Runnable run) {
        return new Action(Strings.text(key), icon, Optional.of(keys.keys()), run);
    }

    private void key(KeyEvent event) {
        Stream<Action> meant = actions().stream().filter(action -> action.key().filter(keys -> keys.match(event)).isPresent());
        meant.findFirst().ifPresent(action -> {
            event.consume();
            action.run().run();
        });
        if (event.getCode() == KeyCode.ESCAPE && !event.isConsumed()) {
            if (escape.getStatus() == PauseTransition.Status.RUNNING) {
                onFront(QueryViewModel::cancel);
            }
            escape.playFromStart();
        }
    }
}
