package io.wonderlake.ui.home;

import io.wonderlake.ui.kit.Buttons;
import io.wonderlake.ui.kit.Chip;
import io.wonderlake.ui.kit.Destination;
import io.wonderlake.ui.kit.FailureBanner;
import io.wonderlake.ui.kit.Icons;
import io.wonderlake.ui.kit.KeyCap;
import io.wonderlake.ui.kit.Keys;
import io.wonderlake.ui.kit.Navigator;
import io.wonderlake.work.Strings;
import java.time.Instant;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;

/// Ties HomeView.fxml to its view model.
public final class HomeController {
    private final HomeViewModel model;
    private final Navigator navigator;
    private final Runnable allRecent;

    @FXML private Pane mark;
    @FXML private Label summary;
    @FXML private HBox exploreHead;
    @FXML private HBox runsHead;
    @FXML private Button failedRuns;
    @FXML private HBox recentHead;
    @FXML private VBox recent;
    @FXML private HBox healthHead;
    @FXML private VBox health;
    @FXML private VBox tiers;

    HomeController(HomeViewModel model, Navigator navigator, Runnable allRecent) {
        this.model = model;
        this.navigator = navigator;
        this.allRecent = allRecent;
    }

    @FXML
    private void initialize() {
        mark.getChildren().add(Icons.mark(48));
        HomeRows.door(exploreHead, "fth-compass", Keys.EXPLORE);
        HomeRows.door(runsHead, "fth-activity", Keys.RUNS);
        recentHead.getChildren().addAll(Buttons.link(Strings.text("home.recent.all"), allRecent), new KeyCap(Keys.RECENT.keys()));
        summary.textProperty().bind(model.summaryProperty());
        model.recentLinesProperty().subscribe(_ -> showRecent());
        model.healthProperty().subscribe(this::showHealth);
        model.troubleProperty().subscribe(_ -> showHealth(model.healthProperty().get()));
        model.tiersProperty().subscribe(bars -> tiers.getChildren().setAll(bars.stream().map(HomeRows::tier).toList()));
    }

    @FXML
    private void openExplore() {
        navigator.open(new Destination.Explore());
    }

    @FXML
    private void openQuery() {
        navigator.open(new Destination.Query());
    }

    @FXML
    private void openRuns() {
        navigator.open(new Destination.Runs());
    }

    @FXML
    private void openFailed() {
        model.healthProperty().get().signs().stream().filter(sign -> sign.level() == LakeHealth.Level.FAILED).findFirst()
                .ifPresent(sign -> navigator.open(sign.where()));
    }

    private void showRecent() {
        Instant now = Instant.now();
        if (model.recentLinesProperty().get().isEmpty()) {
            recent.getChildren().setAll(HomeRows.quiet("fth-clock", Strings.text("home.recent.none")));
        } else {
            recent.getChildren().setAll(model.recentLinesProperty().get().stream().map(line -> HomeRows.recent(line, now, navigator)).toList());
        }
    }

    private void showHealth(LakeHealth now) {
        health.getChildren().clear();
        healthHead.getChildren().removeIf(Chip.class::isInstance);
        if (now.failed() > 0) {
            healthHead.getChildren().add(Chip.danger(Strings.text("home.health.failed.count", now.failed())));
        }
        if (now.worthALook() > 0) {
            healthHead.getChildren().add(Chip.warning(Strings.text("home.health.look.count", now.worthALook())));
        }
        failedRuns.setVisible(now.failed() > 0);
        failedRuns.setText(Strings.text("home.runs.failed", now.failed()));
        model.troubleProperty().get().ifPresent(failure -> {
            FailureBanner banner = new FailureBanner();
            banner.show(failure);
            health.getChildren().add(banner);
        });
        if (now.signs().isEmpty() && model.troubleProperty().get().isEmpty()) {
            health.getChildren().add(now.ran() ? HomeRows.quiet("fth-check-circle", Strings.text("home.health.good"))
                    : HomeRows.quiet("fth-clock", Strings.text("home.health.none")));
        }
        now.signs().stream().limit(HomeRows.MOST_SIGNS).map(sign -> HomeRows.sign(sign, navigator)).forEach(health.getChildren()::add);
        if (now.signs().size() > HomeRows.MOST_SIGNS) {
            health.getChildren().add(HomeRows.more(now.signs().size() - HomeRows.MOST_SIGNS, navigator));
        }
    }
}
