package io.wonderlake.ui.runs;

import io.wonderlake.pipeline.Pipelines;
import io.wonderlake.pipeline.Runs;
import io.wonderlake.ui.kit.Action;
import io.wonderlake.ui.kit.Destination;
import io.wonderlake.ui.kit.Feature;
import io.wonderlake.ui.kit.Keys;
import io.wonderlake.ui.kit.Navigator;
import io.wonderlake.ui.kit.Views;
import io.wonderlake.work.Jobs;
import io.wonderlake.work.Strings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.util.Duration;

/// The place Runs: what the pipelines did, and how to run them again.
public final class RunsFeature implements Feature {
    private static final int IDLE_LOOKS = 5;
    private final RunsViewModel model;
    private final RunListController list;
    private final Parent sidebar;
    private final Parent content;
    private final Timeline clock = new Timeline(new KeyFrame(Duration.seconds(1), _ -> tick()));
    private int ticks;

    public RunsFeature(Runs runs, Pipelines pipelines, Jobs jobs, Navigator navigator) {
        model = new RunsViewModel(runs, pipelines, jobs);
        list = new RunListController(model, navigator);
        RunController controller = new RunController(model, runs, jobs, navigator, list::pipelines);
        sidebar = Views.load(list);
        content = Views.load(controller);
        clock.setCycleCount(Animation.INDEFINITE);
    }

    /// Every second while something runs; every fifth otherwise, as another process may have started a run.
    private void tick() {
        ticks++;
        if (model.lively() || ticks % IDLE_LOOKS == 0) {
            model.refresh();
        }
    }

    @Override
    public String id() {
        return "runs";
    }

    @Override
    public String icon() {
        return "fth-activity";
    }

    @Override
    public boolean accepts(Destination destination) {
        return destination instanceof Destination.Runs || destination instanceof Destination.OfRun;
    }

    @Override
    public void open(Destination destination) {
        if (destination instanceof Destination.OfRun(String run, Optional<String> step)) {
            model.select(run, step);
        }
    }

    @Override
    public Node sidebar() {
        return sidebar;
    }

    @Override
    public Node content() {
        return content;
    }

    @Override
    public Node inspector() {
        return null;
    }

    @Override
    public List<Action> actions() {
        List<Action> actions = new ArrayList<>();
        actions.add(new Action(Strings.text("runs.refresh"), "fth-refresh-cw", Optional.of(Keys.REFRESH.keys()), model::refresh));
        model.pipelineNames().forEach(name -> actions.add(new Action(Strings.text("runs.start.one", name), "fth-play", Optional.empty(),
                () -> model.start(name, Optional.empty()))));
        return actions;
    }

    @Override
    public void shown() {
        model.refresh();
        model.readPipelines();
        clock.play();
        list.focus();
    }

    @Override
    public void hidden() {
        clock.stop();
    }
}
