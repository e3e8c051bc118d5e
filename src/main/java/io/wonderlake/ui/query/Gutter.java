package io.wonderlake.ui.query;

import io.wonderlake.engine.Statement;
import io.wonderlake.ui.kit.Styles;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.IntFunction;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.fxmisc.richtext.model.TwoDimensional.Bias;

/// The line numbers of an editor, and beside them the bar that frames what would run.
final class Gutter implements IntFunction<Node> {
    private static final PseudoClass FRAMED = PseudoClass.getPseudoClass("framed");
    private static final int DIGIT = 8;
    private final SqlArea area;
    private final Map<Region, Integer> bars = new WeakHashMap<>();
    private int first = -1;
    private int last = -1;
    private int digits;

    Gutter(SqlArea area) {
        this.area = area;
        digits = needed();
        area.setParagraphGraphicFactory(this);
    }

    @Override
    public Node apply(int line) {
        Label number = new Label(String.valueOf(line + 1));
        number.getStyleClass().addAll(Styles.NUMBER, "line-number");
        number.setMinWidth(12 + DIGIT * digits);
        number.setPrefWidth(12 + DIGIT * digits);
        Region bar = new Region();
        bar.getStyleClass().add("bar");
        bar.setMaxHeight(Double.MAX_VALUE);
        bar.pseudoClassStateChanged(FRAMED, framed(line));
        bars.put(bar, line);
        HBox box = new HBox(number, bar);
        box.getStyleClass().add("gutter");
        return box;
    }

    /// Frames the lines from the first statement to the last.
    void frame(List<Statement> statements) {
        widen();
        int from = statements.isEmpty() ? -1 : line(statements.getFirst().start());
        int to = statements.isEmpty() ? -1 : line(statements.getLast().end());
        if (from != first || to != last) {
            first = from;
            last = to;
            bars.forEach((bar, line) -> bar.pseudoClassStateChanged(FRAMED, framed(line)));
        }
    }

    private boolean framed(int line) {
        return first >= 0 && line >= first && line <= last;
    }

    private int line(int offset) {
        return area.offsetToPosition(Math.clamp(offset, 0, area.getLength()), Bias.Backward).getMajor();
    }

    private void widen() {
        if (needed() != digits) {
            digits = needed();
            area.setParagraphGraphicFactory(null);
            area.setParagraphGraphicFactory(this);
        }
    }

    private int needed() {
        return Math.max(3, String.valueOf(area.getParagraphs().size()).length());
    }
}
