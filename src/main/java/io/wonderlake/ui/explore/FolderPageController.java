package io.wonderlake.ui.explore;

import io.wonderlake.lake.LakeSettings;
import io.wonderlake.lake.ObjectPath;
import io.wonderlake.ui.explore.FolderPageViewModel.State;
import io.wonderlake.ui.kit.Buttons;
import io.wonderlake.ui.kit.Chip;
import io.wonderlake.ui.kit.EmptyState;
import io.wonderlake.ui.kit.FailureBanner;
import io.wonderlake.ui.kit.Loading;
import io.wonderlake.ui.kit.TruthLine;
import io.wonderlake.ui.kit.grid.DataGrid;
import io.wonderlake.work.Strings;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/// Ties a folder's page to its view model.
public final class FolderPageController {
    private final FolderPageViewModel model;
    private final LakeSettings settings;
    private final Consumer<ObjectPath> open;
    private final DataGrid grid = new DataGrid();
    private FolderRows shown;
    @FXML private Label title;
    @FXML private HBox chips;
    @FXML private Label description;
    @FXML private FailureBanner failure;
    @FXML private StackPane body;
    @FXML private TruthLine truth;

    /// @param open opens an object's page
    FolderPageController(FolderPageViewModel model, LakeSettings settings, Consumer<ObjectPath> open) {
        this.model = model;
        this.settings = settings;
        this.open = open;
    }

    @FXML
    private void initialize() {
        title.setText(model.folder().name());
        description.setText(model.folder().toString());
        chips.getChildren().setAll(Chip.tier(model.folder().tier(), settings.tierName(model.folder().tier())));
        grid.setOnOpenRow(row -> model.find(row, open));
        model.stateProperty().subscribe(this::show);
    }

    private void show(State state) {
        failure.clear();
        switch (state) {
            case State.Idle() -> body.getChildren().clear();
            case State.Reading(var job) -> body.getChildren().setAll(new Loading(job));
            case State.Broken(var broken) -> {
                body.getChildren().clear();
                failure.show(broken, Optional.of(new FailureBanner.Remedy(Strings.text("explore.again"), model::read)));
            }
            case State.Shown(FolderRows rows, boolean all, _) -> list(rows, all);
        }
        truth.show(model.truth(), on(state));
    }

    private Optional<Button> on(State state) {
        return state instanceof State.Shown(_, boolean all, boolean counting) && !all && !counting
                ? Optional.of(Buttons.link(Strings.text("explore.folder.on"), model::listOn)) : Optional.empty();
    }

    private void list(FolderRows rows, boolean all) {
        if (all && rows.rows() == 0) {
            body.getChildren().setAll(new EmptyState("fth-inbox", Strings.text("explore.folder.empty"), Strings.text("explore.folder.empty.how")));
            return;
        }
        if (shown != rows) {
            shown = rows;
            grid.show(rows);
        } else {
            grid.grown();
        }
        body.getChildren().setAll(grid);
    }
}
