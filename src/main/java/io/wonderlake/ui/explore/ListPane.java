package io.wonderlake.ui.explore;

import io.wonderlake.ui.explore.ListViewModel.State;
import io.wonderlake.ui.kit.FailureBanner;
import io.wonderlake.ui.kit.Loading;
import io.wonderlake.ui.kit.grid.DataGrid;
import io.wonderlake.work.Strings;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.layout.StackPane;

/// The grid of one of a table's lists.
final class ListPane extends StackPane {
    ListPane(ListViewModel model) {
        DataGrid grid = new DataGrid();
        model.stateProperty().subscribe(state -> {
            getChildren().setAll(grid);
            switch (state) {
                case State.Idle() -> { }
                case State.Reading(var job) -> {
                    grid.clear();
                    getChildren().setAll(new Loading(job));
                }
                case State.Shown(var listed) -> grid.show(listed.source());
                case State.Broken(var failure) -> {
                    FailureBanner banner = new FailureBanner();
                    banner.show(failure, Optional.of(new FailureBanner.Remedy(Strings.text("explore.again"), model::reload)));
                    banner.setMaxHeight(USE_PREF_SIZE);
                    StackPane.setAlignment(banner, Pos.TOP_CENTER);
                    getChildren().setAll(banner);
                }
            }
        });
    }
}
