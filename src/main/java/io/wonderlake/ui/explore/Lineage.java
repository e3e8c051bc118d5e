package io.wonderlake.ui.explore;

import io.wonderlake.catalog.TableName;
import io.wonderlake.lake.Tier;
import io.wonderlake.ui.kit.TierGlyph;
import io.wonderlake.work.Strings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.CubicCurve;

/// A small graph: what a table is made from at its left, what is made from it at its right. Shows three and two, and says how many more there are.
final class Lineage extends Pane {
    private static final int INPUTS = 3;
    private static final int OUTPUTS = 2;
    private static final double NODE = 24;
    private static final double STEP = 32;
    private static final double GAP = 16;

    private final List<Region> inputs = new ArrayList<>();
    private final List<Region> outputs = new ArrayList<>();
    private final List<CubicCurve> edges = new ArrayList<>();
    private final Label here = new Label(Strings.text("explore.inspect.here"));

    Lineage(List<TableName> from, List<TableName> to, Consumer<TableName> open) {
        fill(inputs, from, INPUTS, open);
        fill(outputs, to, OUTPUTS, open);
        for (int i = 0; i < inputs.size() + outputs.size(); i++) {
            CubicCurve edge = new CubicCurve();
            edge.getStyleClass().add("lineage-edge");
            edges.add(edge);
        }
        here.getStyleClass().addAll("lineage-node", "here");
        getChildren().addAll(edges);
        getChildren().add(here);
        getChildren().addAll(inputs);
        getChildren().addAll(outputs);
    }

    private static void fill(List<Region> nodes, List<TableName> tables, int most, Consumer<TableName> open) {
        boolean cut = tables.size() > most;
        tables.subList(0, cut ? most - 1 : tables.size()).forEach(table -> nodes.add(node(table, open)));
        if (cut) {
            Label more = new Label(Strings.text("explore.inspect.more", tables.size() - most + 1));
            more.getStyleClass().addAll("lineage-node", "lineage-more");
            nodes.add(more);
        }
    }

    private static Button node(TableName table, Consumer<TableName> open) {
        Button button = new Button(table.table());
        button.setMnemonicParsing(false);
        button.getStyleClass().setAll("lineage-node");
        button.setTooltip(new Tooltip(table.toString()));
        tierOf(table).ifPresent(tier -> button.setGraphic(bar(tier)));
        button.setOnAction(_ -> open.accept(table));
        return button;
    }

    private static Node bar(Tier tier) {
        Region bar = new Region();
        bar.getStyleClass().addAll("tier-bar", TierGlyph.styleClass(tier));
        return bar;
    }

    private static Optional<Tier> tierOf(TableName table) {
        return Tier.ofFolder(table.database().substring(table.database().lastIndexOf('_') + 1));
    }

    @Override
    protected double computePrefHeight(double width) {
        return Math.max(1, Math.max(inputs.size(), outputs.size())) * STEP - STEP + NODE;
    }

    @Override
    protected void layoutChildren() {
        double height = computePrefHeight(getWidth());
        double middle = Math.ceil(here.prefWidth(-1));
        int sides = (inputs.isEmpty() ? 0 : 1) + (outputs.isEmpty() ? 0 : 1);
        double room = Math.max(80, getWidth() - middle - sides * GAP);
        double half = Math.floor(room / 2);
        double left = column(inputs, 0, Math.max(half, room - widest(outputs)), height);
        double at = inputs.isEmpty() ? 0 : left + GAP;
        here.resizeRelocate(at, Math.rint((height - NODE) / 2), middle, NODE);
        column(outputs, at + middle + GAP, Math.max(half, room - left), height);
        for (int i = 0; i < inputs.size(); i++) {
            curve(edges.get(i), inputs.get(i), here);
        }
        for (int i = 0; i < outputs.size(); i++) {
            curve(edges.get(inputs.size() + i), here, outputs.get(i));
        }
    }

    /// Lays the nodes out one below the other, all as wide as the widest that fits. Returns their right edge.
    private static double column(List<Region> nodes, double x, double room, double height) {
        double width = Math.min(room, widest(nodes));
        double y = Math.rint((height - (nodes.size() * STEP - STEP + NODE)) / 2);
        for (Region node : nodes) {
            node.resizeRelocate(x, y, width, NODE);
            y += STEP;
        }
        return x + width;
    }

    private static double widest(List<Region> nodes) {
        return nodes.stream().mapToDouble(node -> Math.ceil(node.prefWidth(-1))).max().orElse(0);
    }

    private static void curve(CubicCurve edge, Region from, Region to) {
        double startX = from.getLayoutX() + from.getWidth();
        double startY = from.getLayoutY() + NODE / 2 + 0.5;
        double endX = to.getLayoutX();
        double endY = to.getLayoutY() + NODE / 2 + 0.5;
        double bend = (endX - startX) / 2;
        edge.setStartX(startX);
        edge.setStartY(startY);
        edge.setControlX1(startX + bend);
        edge.setControlY1(startY);
        edge.setControlX2(endX - bend);
        edge.setControlY2(endY);
        edge.setEndX(endX);
        edge.setEndY(endY);
    }
}
