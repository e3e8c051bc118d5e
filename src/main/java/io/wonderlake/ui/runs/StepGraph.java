package io.wonderlake.ui.runs;

import io.wonderlake.pipeline.Pipelines;
import io.wonderlake.pipeline.Run;
import io.wonderlake.pipeline.RunState;
import io.wonderlake.pipeline.StepRun;
import io.wonderlake.ui.kit.Buttons;
import io.wonderlake.ui.runs.GraphLayout.Edge;
import io.wonderlake.ui.runs.GraphLayout.Place;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.shape.CubicCurve;

/// The steps of a run as a graph: what follows what, and how each stands.
final class StepGraph extends Pane {
    private static final double WIDTH = 172;
    private static final double HEIGHT = 28;
    private static final double ACROSS = 40;
    private static final double DOWN = 12;
    private static final double LEFT = 20;
    private static final double TOP = 8;

    private final Map<String, HBox> boxes = new HashMap<>();
    private List<Pipelines.Node> shown = List.of();
    private Run run;
    private Consumer<String> choose = _ -> { };

    StepGraph() {
        getStyleClass().add("step-graph");
    }

    /// What happens with a step that the user chooses.
    void setOnChoose(Consumer<String> action) {
        choose = action;
    }

    void show(List<Pipelines.Node> nodes, Run now, String chosen) {
        if (nodes.equals(shown) && now.equals(run)) {
            choose(chosen);
            return;
        }
        shown = nodes;
        run = now;
        getChildren().clear();
        boxes.clear();
        GraphLayout layout = GraphLayout.of(nodes);
        Map<String, StepRun> steps = now.steps().stream().collect(Collectors.toMap(StepRun::step, Function.identity(), (first, _) -> first));
        layout.edges().forEach(edge -> getChildren().add(line(layout, edge)));
        for (Pipelines.Node node : nodes) {
            RunState state = steps.containsKey(node.step()) ? steps.get(node.step()).state() : now.state().ended() ? RunState.SKIPPED : RunState.WAITING;
            HBox box = box(node, state, layout.places().get(node.step()));
            boxes.put(node.step(), box);
            getChildren().add(box);
        }
        setPrefSize(2 * LEFT + layout.columns() * (WIDTH + ACROSS) - ACROSS, 2 * TOP + layout.rows() * (HEIGHT + DOWN) - DOWN);
        choose(chosen);
    }

    void choose(String name) {
        boxes.forEach((step, box) -> {
            box.getStyleClass().remove("chosen");
            if (step.equals(name)) {
                box.getStyleClass().add("chosen");
            }
        });
    }

    private HBox box(Pipelines.Node node, RunState state, Place place) {
        Label name = new Label(node.step());
        HBox box = new HBox(RunIcons.of(state, 14), name);
        box.getStyleClass().addAll("node", state.name().toLowerCase(Locale.ROOT));
        box.setAccessibleRole(AccessibleRole.BUTTON);
        box.setAccessibleText(node.step() + " " + RunWords.state(state));
        box.setFocusTraversable(true);
        name.setTooltip(Buttons.tip(node.step() + "\n" + node.type()));
        box.setOnMousePressed(_ -> choose.accept(node.step()));
        box.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                choose.accept(node.step());
                event.consume();
            }
        });
        box.setPrefSize(WIDTH, HEIGHT);
        box.setMaxSize(WIDTH, HEIGHT);
        box.relocate(x(place), y(place));
        return box;
    }

    private static CubicCurve line(GraphLayout layout, Edge edge) {
        Place from = layout.places().get(edge.from());
        Place to = layout.places().get(edge.to());
        double startX = x(from) + WIDTH;
        double startY = y(from) + HEIGHT / 2;
        double endX = x(to);
        double endY = y(to) + HEIGHT / 2;
        double bend = Math.max(ACROSS / 2, Math.abs(endX - startX) / 2);
        CubicCurve line = new CubicCurve(startX, startY, startX + bend, startY, endX - bend, endY, endX, endY);
        line.getStyleClass().add("edge");
        line.setFill(null);
        return line;
    }

    private static double x(Place place) {
        return LEFT + place.column() * (WIDTH + ACROSS);
    }

    private static double y(Place place) {
        return TOP + place.row() * (HEIGHT + DOWN);
    }
}
