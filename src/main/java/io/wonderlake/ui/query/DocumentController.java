package io.wonderlake.ui.query;

import io.wonderlake.catalog.Table;
import io.wonderlake.engine.Statement;
import io.wonderlake.ui.kit.Buttons;
import io.wonderlake.ui.kit.FailureBanner;
import io.wonderlake.ui.kit.Icons;
import io.wonderlake.ui.kit.KeyCap;
import io.wonderlake.ui.kit.Keys;
import io.wonderlake.ui.query.QueryViewModel.State;
import io.wonderlake.work.Failure;
import io.wonderlake.work.Jobs;
import io.wonderlake.work.Strings;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.Subscription;
import org.fxmisc.flowless.VirtualizedScrollPane;

/// Ties DocumentView.fxml to a query document: its editor, its run button, its result. Holds no decision of its own.
public final class DocumentController {
    private static final int LONG_TEXT = 60_000;
    private static final Duration SOON = Duration.millis(40);
    private static final Duration LATER = Duration.millis(400);
    private final QueryViewModel model;
    private final Supplier<List<Table>> catalog;
    private final Jobs jobs;
    private final Node resultView;
    private final SqlArea area = new SqlArea();
    private final PauseTransition frame = new PauseTransition(SOON);
    private Subscription focusWhenShown = Subscription.EMPTY;
    private SqlColours colours;
    private Gutter gutter;
    private FindBar find;
    private ParameterBar parameters;
    @FXML private StackPane root;
    @FXML private Button run;
    @FXML private Button cancel;
    @FXML private StackPane engine;
    @FXML private ToggleButton lock;
    @FXML private Label lockReason;
    @FXML private HBox tools;
    @FXML private FailureBanner failure;
    @FXML private VBox bars;
    @FXML private VBox parameterPlace;
    @FXML private SplitPane split;
    @FXML private StackPane editor;
    @FXML private StackPane result;
    @FXML private Pane overlay;

    /// @param resultView what stands under the editor
    DocumentController(QueryViewModel model, Supplier<List<Table>> catalog, Jobs jobs, Node resultView) {
        this.model = model;
        this.catalog = catalog;
        this.jobs = jobs;
        this.resultView = resultView;
    }

    @FXML
    private void initialize() {
        dressButtons();
        colours = new SqlColours(area, jobs);
        gutter = new Gutter(area);
        new CompletionList(area, overlay, catalog, () -> !model.engine().local());
        find = new FindBar(area, bars);
        area.open(model.document().textProperty().get(), model.document().caret());
        editor.getChildren().add(new VirtualizedScrollPane<>(area));
        result.getChildren().add(resultView);
        split.setDividerPositions(0.45);
        parameters = new ParameterBar(model.document());
        parameterPlace.getChildren().add(parameters);
        frame.setOnFinished(_ -> frame());
        area.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (Keys.FIX.keys().match(event)) {
                event.consume();
                useFix();
            }
        });
        area.textProperty().addListener((_, _, text) -> edited(text));
        area.selectionProperty().addListener(_ -> selected());
        model.document().textProperty().subscribe(text -> {
            if (!text.equals(area.getText())) {
                area.open(text, area.getCaretPosition());
            }
        });
        model.stateProperty().subscribe(this::show);
        frame.play();
    }

    private void frame() {
        List<Statement> chosen = model.document().chosen();
        gutter.frame(chosen);
        parameters.show(chosen);
    }

    private void dressButtons() {
        Label word = new Label(Strings.text("query.run"));
        run.setGraphic(row(Icons.of("fth-play", 14), word, new KeyCap(Keys.RUN.keys())));
        run.setTooltip(Buttons.tip(Strings.text("query.run.tip"), Keys.RUN.keys()));
        cancel.setGraphic(row(Icons.of("fth-x", 14), new Label(Strings.text("query.cancel")), new KeyCap("Esc Esc")));
        cancel.managedProperty().bind(cancel.visibleProperty());
        run.managedProperty().bind(run.visibleProperty());
        engine.getChildren().add(new EngineChip(model.document(), model.engines()));
        lock.setDisable(model.engines().readOnly().isPresent());
        model.engines().readOnly().ifPresent(lake -> {
            lockReason.setText(Strings.text("query.locked.profile"));
            lockReason.setTooltip(Buttons.tip(Strings.text("query.locked.profile.tip", lake)));
        });
        lock.selectedProperty().bindBidirectional(model.unlockedProperty());
        lock.selectedProperty().subscribe(this::dressLock);
    }

    private void dressLock(boolean open) {
        lock.setText(Strings.text(open ? "query.unlocked" : "query.locked"));
        lock.setGraphic(Icons.of(open ? "fth-unlock" : "fth-lock", 14));
        lock.setTooltip(Buttons.tip(Strings.text(open ? "query.unlocked.tip" : "query.locked.tip")));
    }

    private static HBox row(Node... nodes) {
        HBox row = new HBox(8, nodes);
        row.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        return row;
    }

    private void edited(String text) {
        model.document().textProperty().set(text);
        frame.setDuration(text.length() > LONG_TEXT ? LATER : SOON);
        frame.playFromStart();
    }

    private void selected() {
        model.document().select(area.getAnchor(), area.getCaretPosition());
        frame.playFromStart();
    }

    private void show(State state) {
        boolean running = state instanceof State.Running;
        run.setVisible(!running);
        cancel.setVisible(running);
        switch (state) {
            case State.Idle(), State.Running _, State.Cancelled _ -> {
                failure.clear();
                colours.markError(OptionalInt.empty());
            }
            case State.Broken(Failure broken, var statement) -> {
                Optional<QuickFix> fix = fix();
                fix.ifPresentOrElse(meant -> failure.show(broken, Optional.of(new FailureBanner.Remedy(Strings.text("query.fix", meant.name()), this::useFix))),
                        () -> failure.show(broken, model::run));
                OptionalInt at = broken.position();
                colours.markError(at.isPresent() ? OptionalInt.of(statement.start() + at.getAsInt()) : at);
                if (at.isPresent() && QuickFix.stands(statement, area.getText())) {
                    area.moveTo(Math.min(area.getLength(), statement.start() + at.getAsInt()));
                    area.requestFollowCaret();
                }
            }
        }
    }

    private Optional<QuickFix> fix() {
        return model.state() instanceof State.Broken(Failure broken, Statement statement) ? QuickFix.of(broken, statement, area.getText()) : Optional.empty();
    }

    /// Writes the name that was meant, and takes the complaint away.
    private void useFix() {
        fix().ifPresent(meant -> {
            area.replaceText(meant.from(), meant.to(), meant.name());
            failure.clear();
            colours.markError(OptionalInt.empty());
            area.requestFocus();
        });
    }

    @FXML
    private void run() {
        model.run();
    }

    @FXML
    private void cancel() {
        model.cancel();
    }

    /// Says what went wrong beside the run of the query itself.
    void say(Failure trouble) {
        failure.show(trouble);
    }

    void addTool(Node tool) {
        tools.getChildren().add(tool);
    }

    void showBar(Node bar) {
        bars.getChildren().setAll(bar);
    }

    void showFind() {
        find.show();
    }

    /// At once, or as soon as the editor stands in a window.
    void focusEditor() {
        area.requestFocus();
        if (area.getScene() == null) {
            focusWhenShown = area.sceneProperty().subscribe(scene -> {
                if (scene != null) {
                    focusWhenShown.unsubscribe();
                    area.requestFocus();
                }
            });
        }
    }

    SqlArea area() {
        return area;
    }

    Pane overlay() {
        return overlay;
    }

    QueryViewModel model() {
        return model;
    }
}
