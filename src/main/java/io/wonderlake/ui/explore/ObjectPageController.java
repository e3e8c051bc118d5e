package io.wonderlake.ui.explore;

import io.wonderlake.lake.LakeSettings;
import io.wonderlake.ui.explore.ObjectPageViewModel.State;
import io.wonderlake.ui.explore.ObjectPageViewModel.View;
import io.wonderlake.ui.kit.Banner;
import io.wonderlake.ui.kit.Buttons;
import io.wonderlake.ui.kit.Chip;
import io.wonderlake.ui.kit.EmptyState;
import io.wonderlake.ui.kit.FailureBanner;
import io.wonderlake.ui.kit.Icons;
import io.wonderlake.ui.kit.Loading;
import io.wonderlake.ui.kit.Segments;
import io.wonderlake.ui.kit.TruthLine;
import io.wonderlake.work.Formats;
import io.wonderlake.work.Strings;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Ties an object's page to its view model.
public final class ObjectPageController {
    private final ObjectPageViewModel model;
    private final LakeSettings settings;
    private final RowsPane rows;
    @FXML private Label title;
    @FXML private HBox chips;
    @FXML private HBox buttons;
    @FXML private Label description;
    @FXML private HBox views;
    @FXML private FailureBanner failure;
    @FXML private StackPane body;
    @FXML private TruthLine truth;

    ObjectPageController(ObjectPageViewModel model, LakeSettings settings) {
        this.model = model;
        this.settings = settings;
        this.rows = new RowsPane(model.preview());
    }

    @FXML
    private void initialize() {
        title.setText(model.path().name());
        description.setText(model.path().toString());
        chips.getChildren().setAll(Chip.tier(model.path().tier(), settings.tierName(model.path().tier())));
        buttons.setManaged(false);
        model.stateProperty().subscribe(this::show);
        model.viewProperty().subscribe(_ -> turn());
        model.preview().stateProperty().subscribe(_ -> truth());
    }

    private void show(State state) {
        failure.clear();
        truth.show(List.of());
        switch (state) {
            case State.Idle() -> body.getChildren().clear();
            case State.Reading(var job) -> body.getChildren().setAll(new Loading(job));
            case State.Broken(var broken) -> {
                body.getChildren().clear();
                failure.show(broken, Optional.of(new FailureBanner.Remedy(Strings.text("explore.again"), model::read)));
            }
            case State.Cancelled() -> body.getChildren().setAll(new EmptyState("fth-minus-circle", Strings.text("explore.cancelled"),
                    Strings.text("explore.cancelled.how"), Buttons.plain(Strings.text("explore.again"), model::read)));
            case State.Ready(var look) -> {
                chips(look);
                views(look);
                look.damage().ifPresent(failure::show);
                turn();
            }
        }
    }

    private void chips(ObjectLook look) {
        chips.getChildren().setAll(Chip.tier(model.path().tier(), settings.tierName(model.path().tier())));
        look.facts().ifPresent(facts -> {
            chips.getChildren().add(Chip.outline(facts.storage().label()));
            if (!facts.compression().isEmpty()) {
                chips.getChildren().add(Chip.outline(facts.compression()));
            }
            if (facts.badRows() > 0) {
                chips.getChildren().add(Chip.warning(Strings.text("explore.object.bad", facts.badRows(), Formats.count(facts.badRows()))));
            }
        });
        if (look.damage().isPresent()) {
            chips.getChildren().add(Chip.danger(Strings.text("explore.object.damaged")));
        }
    }

    private void views(ObjectLook look) {
        Segments<View> segments = new Segments<>();
        if (look.facts().isPresent()) {
            segments.add(View.TABLE, Strings.text("explore.view.table"), Icons.of("fth-grid", 14));
        }
        if (look.text()) {
            segments.add(View.TEXT, Strings.text("explore.view.text"), Icons.of("fth-file-text", 14));
        }
        segments.add(View.BYTES, Strings.text("explore.view.bytes"), Icons.of("fth-hash", 14));
        segments.valueProperty().bindBidirectional(model.viewProperty());
        views.getChildren().setAll(segments);
    }

    private void turn() {
        if (model.stateProperty().get() instanceof State.Ready(var look)) {
            body.getChildren().setAll(switch (model.viewProperty().get()) {
                case TABLE -> table(look);
                case TEXT -> text(HeadText.text(look.head()));
                case BYTES -> text(HeadText.hex(look.head()));
            });
            truth();
        }
    }

    private Node table(ObjectLook look) {
        var problems = look.facts().map(facts -> facts.problems()).orElse(List.of());
        if (problems.isEmpty()) {
            return rows;
        }
        var first = problems.getFirst();
        HBox notes = new HBox(new Banner(Banner.Kind.ADVICE, Strings.text("explore.object.problem", first.place(), first.message())));
        HBox.setHgrow(notes.getChildren().getFirst(), Priority.ALWAYS);
        notes.getStyleClass().add("file-notes");
        VBox.setVgrow(rows, Priority.ALWAYS);
        return new VBox(notes, rows);
    }

    private static TextArea text(String text) {
        TextArea area = new TextArea(text);
        area.setEditable(false);
        area.getStyleClass().add("head-text");
        return area;
    }

    private void truth() {
        if (model.stateProperty().get() instanceof State.Ready(var look)) {
            truth.show(model.truth(look));
        }
    }
}
