package io.wonderlake.ui.explore;

import io.wonderlake.result.StoredResult;
import io.wonderlake.ui.explore.PreviewViewModel.State;
import io.wonderlake.ui.kit.Buttons;
import io.wonderlake.ui.kit.EmptyState;
import io.wonderlake.ui.kit.FailureBanner;
import io.wonderlake.ui.kit.Loading;
import io.wonderlake.ui.kit.grid.DataGrid;
import io.wonderlake.ui.kit.grid.GridSource;
import io.wonderlake.work.Failure;
import io.wonderlake.work.Strings;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/// The grid of a preview, or what stands in its place while there are no rows.
final class RowsPane extends StackPane {
    private final PreviewViewModel model;
    private final DataGrid grid = new DataGrid();
    private StoredResult shown;

    RowsPane(PreviewViewModel model) {
        this.model = model;
        getChildren().add(grid);
        model.stateProperty().subscribe(this::show);
    }

    DataGrid grid() {
        return grid;
    }

    private void show(State state) {
        switch (state) {
            case State.Idle() -> cover(Optional.empty());
            case State.Running(var job, var rows) -> {
                rows.ifPresentOrElse(this::fill, this::empty);
                cover(rows.isPresent() ? Optional.empty() : Optional.of(new Loading(job)));
            }
            case State.Shown(var rows) -> {
                cover(Optional.empty());
                fill(rows.rows());
                grid.grown();
            }
            case State.Broken(Failure failure) -> {
                empty();
                cover(Optional.of(banner(failure)));
            }
            case State.Cancelled() -> {
                empty();
                cover(Optional.of(new EmptyState("fth-minus-circle", Strings.text("explore.cancelled"), Strings.text("explore.cancelled.how"),
                        Buttons.plain(Strings.text("explore.again"), model::again))));
            }
        }
    }

    private void fill(StoredResult rows) {
        if (rows != shown) {
            shown = rows;
            grid.show(GridSource.of(rows));
        }
    }

    private void empty() {
        shown = null;
        grid.clear();
    }

    private Node banner(Failure failure) {
        FailureBanner banner = new FailureBanner();
        banner.show(failure, Optional.of(new FailureBanner.Remedy(Strings.text("explore.again"), model::again)));
        banner.setMaxHeight(USE_PREF_SIZE);
        StackPane.setAlignment(banner, Pos.TOP_CENTER);
        return banner;
    }

    private void cover(Optional<Node> node) {
        grid.setVisible(node.isEmpty());
        getChildren().setAll(grid);
        node.ifPresent(getChildren()::add);
    }
}
