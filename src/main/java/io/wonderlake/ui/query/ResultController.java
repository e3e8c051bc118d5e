package io.wonderlake.ui.query;

import io.wonderlake.catalog.Table;
import io.wonderlake.engine.QueryStats;
import io.wonderlake.ui.kit.Banner;
import io.wonderlake.ui.kit.Buttons;
import io.wonderlake.ui.kit.EmptyState;
import io.wonderlake.ui.kit.KeyCap;
import io.wonderlake.ui.kit.Keys;
import io.wonderlake.ui.kit.Loading;
import io.wonderlake.ui.kit.Spinner;
import io.wonderlake.ui.kit.SubTabs;
import io.wonderlake.ui.kit.TruthLine;
import io.wonderlake.ui.kit.grid.DataGrid;
import io.wonderlake.ui.kit.grid.GridSource;
import io.wonderlake.ui.query.QueryViewModel.State;
import io.wonderlake.work.Failure;
import io.wonderlake.work.Formats;
import io.wonderlake.work.Strings;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Ties ResultView.fxml to the answers of a query document: the grid, what it says while it runs, and the truth line.
public final class ResultController {
    private static final String OLD = "old";
    private final QueryViewModel model;
    private final Function<String, List<Table>> tablesOf;
    private final Timeline clock = new Timeline(new KeyFrame(javafx.util.Duration.millis(100), _ -> tick()));
    private final Spinner spinner = new Spinner(14);
    private Answer shown;
    @FXML private Label title;
    @FXML private StackPane tabs;
    @FXML private HBox phase;
    @FXML private Label phaseText;
    @FXML private Label seconds;
    @FXML private Button copy;
    @FXML private StackPane body;
    @FXML private DataGrid grid;
    @FXML private StackPane message;
    @FXML private VBox notice;
    @FXML private TruthLine truth;

    /// @param tablesOf the catalog tables that a statement names
    ResultController(QueryViewModel model, Function<String, List<Table>> tablesOf) {
        this.model = model;
        this.tablesOf = tablesOf;
    }

    @FXML
    private void initialize() {
        phase.getChildren().addFirst(spinner);
        phase.managedProperty().bind(phase.visibleProperty());
        copy.managedProperty().bind(copy.visibleProperty());
        Buttons.withIcon(copy, "fth-copy");
        clock.setCycleCount(Animation.INDEFINITE);
        grid.setChooseWithCursor(true);
        model.answers().addListener((ListChangeListener<Answer>) _ -> listAnswers());
        model.answerProperty().subscribe(this::bring);
        model.stateProperty().subscribe(this::follow);
        model.document().textProperty().subscribe(_ -> sayTruth());
        model.questionProperty().subscribe(this::ask);
    }

    private void bring(Answer answer) {
        if (answer != shown) {
            shown = answer;
            if (answer == null || answer.rows().isEmpty()) {
                grid.clear();
            } else {
                grid.show(GridSource.of(answer.rows().get()));
                chooseFirstCell(answer);
            }
            if (answer != null) {
                answer.endProperty().subscribe(_ -> sayTruth());
            }
        }
        follow(model.state());
    }

    /// So that the inspector has something to tell from the start.
    private void chooseFirstCell(Answer answer) {
        if (answer.rowCount() > 0) {
            grid.goTo(0, 0);
        }
    }

    private void listAnswers() {
        boolean several = model.answers().size() > 1;
        title.setVisible(!several);
        title.setManaged(!several);
        tabs.getChildren().clear();
        if (several) {
            SubTabs<Answer> list = new SubTabs<>();
            model.answers().forEach(answer -> list.add(answer, Strings.text("query.result.number", String.valueOf(answer.number()))).count(mark(answer)));
            list.valueProperty().set(model.answerProperty().get());
            list.valueProperty().subscribe(answer -> model.answerProperty().set(answer));
            tabs.getChildren().add(list);
        }
    }

    private static String mark(Answer answer) {
        return switch (answer.end()) {
            case Answer.End.Failed _ -> Strings.text("query.result.failed");
            case Answer.End.NoRows _ -> Strings.text("query.result.done");
            case Answer.End.Growing(), Answer.End.Whole _, Answer.End.Cut _, Answer.End.Stopped _ -> Formats.count(Math.max(0, answer.rowCount()));
        };
    }

    private void follow(State state) {
        boolean running = state instanceof State.Running;
        phase.setVisible(running);
        boolean old = state instanceof State.Running(_, _, _, _, Optional<Answer> growing) && growing.orElse(null) != shown;
        boolean rows = shown != null && shown.rows().isPresent();
        grid.getStyleClass().remove(OLD);
        if (old) {
            grid.getStyleClass().add(OLD);
        }
        grid.setVisible(rows);
        copy.setVisible(rows);
        message.getChildren().clear();
        if (!rows) {
            message.getChildren().add(instead(state));
        }
        message.setVisible(!rows);
        if (running) {
            tick();
            clock.play();
        } else {
            clock.stop();
        }
        sayTruth();
    }

    /// What stands where the rows would be.
    private Node instead(State state) {
        if (shown != null && shown.end() instanceof Answer.End.NoRows(QueryStats stats)) {
            return new EmptyState("fth-check-circle", Strings.text("query.norows"), Strings.text("query.norows.how", Formats.duration(stats.elapsed())));
        }
        if (shown != null && shown.end() instanceof Answer.End.Failed(Failure failure)) {
            return new EmptyState("fth-x-circle", failure.message(), failure.advice());
        }
        return switch (state) {
            case State.Running(var job, _, _, _, _) -> new Loading(job);
            case State.Cancelled(Duration after) -> new EmptyState("fth-slash", Strings.text("query.cancelled", Formats.duration(after)),
                    Strings.text("query.cancelled.how"), Buttons.plain(Strings.text("query.again"), model::run));
            case State.Broken _ -> new EmptyState("fth-x-circle", Strings.text("query.broken"), Strings.text("query.broken.how"));
            case State.Idle() -> new EmptyState("fth-terminal", Strings.text("query.empty"),
                    Strings.text("query.empty.how", KeyCap.text(Keys.RUN.keys()), KeyCap.text(Keys.RUN_ALL.keys())));
        };
    }

    private void tick() {
        if (model.state() instanceof State.Running(var job, _, int number, int of, _)) {
            String now = ResultWords.phase(job.progress());
            phaseText.setText(of == 1 ? now : Strings.text("query.phase.number", String.valueOf(number), String.valueOf(of), now));
            seconds.setText(Formats.duration(Duration.between(job.started(), Instant.now())));
            grid.grown();
            sayTruth();
        }
    }

    private void sayTruth() {
        Answer answer = shown;
        truth.setVisible(answer != null);
        if (answer != null) {
            Optional<Button> more = answer.end() instanceof Answer.End.Cut
                    ? Optional.of(Buttons.link(Strings.text("query.truth.all"), model::loadAllRows)) : Optional.empty();
            boolean edited = !model.document().textProperty().get().contains(answer.statement().sql());
            truth.show(ResultWords.truth(answer, asOf(answer), edited), more);
        }
    }

    private void ask(String question) {
        notice.getChildren().clear();
        if (!question.isEmpty()) {
            Banner banner = new Banner(Banner.Kind.ADVICE, question, Strings.text("query.again.do"), model::runInFull);
            banner.getChildren().add(Buttons.icon("fth-x", Strings.text("query.again.not"), model::leaveCut));
            notice.getChildren().add(banner);
        }
    }

    private Optional<Instant> asOf(Answer answer) {
        return tablesOf.apply(answer.statement().sql()).stream().map(Table::updated).max(Comparator.naturalOrder());
    }

    @FXML
    private void cancel() {
        model.cancel();
    }

    @FXML
    private void copy() {
        grid.copy(true);
    }

    DataGrid grid() {
        return grid;
    }
}
