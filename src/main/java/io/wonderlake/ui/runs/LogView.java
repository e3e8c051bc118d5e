package io.wonderlake.ui.runs;

import io.wonderlake.pipeline.LogLine;
import io.wonderlake.ui.kit.Buttons;
import io.wonderlake.ui.kit.FailureBanner;
import io.wonderlake.ui.kit.SearchField;
import io.wonderlake.ui.kit.Styles;
import io.wonderlake.work.Formats;
import io.wonderlake.work.Strings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.util.Duration;

/// The lines of a log in view, of a log of any length; a line that is pressed is shown in whole below.
final class LogView extends Region {
    static final double ROW = 20;
    private static final double BAR = 10;
    private static final double WHOLE = 76;
    private final LogViewModel model;
    private final ScrollBar bar = new ScrollBar();
    private final Pane lines = new Pane();
    private final Label none = new Label(Strings.text("runs.log.none"));
    private final FailureBanner trouble = new FailureBanner();
    private final TextArea text = new TextArea();
    private final HBox whole = new HBox(text, copyButton());
    private final List<LogRow> rows = new ArrayList<>();
    private final SearchField field = new SearchField(Strings.text("runs.log.search"), "fth-search");
    private final Label found = new Label();
    private final PauseTransition pause = new PauseTransition(Duration.millis(250));
    private long chosen = -1;

    LogView(LogViewModel model) {
        this.model = model;
        getStyleClass().add("log-view");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        setAccessibleText(Strings.text("runs.log"));
        bar.setOrientation(javafx.geometry.Orientation.VERTICAL);
        bar.setUnitIncrement(1);
        none.getStyleClass().addAll(Styles.DENSE, Styles.MUTED);
        none.setPadding(new javafx.geometry.Insets(12, 20, 0, 20));
        whole.getStyleClass().add("whole");
        whole.setVisible(false);
        text.setEditable(false);
        text.setWrapText(true);
        HBox.setHgrow(text, javafx.scene.layout.Priority.ALWAYS);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(lines.widthProperty());
        clip.heightProperty().bind(lines.heightProperty());
        lines.setClip(clip);
        getChildren().addAll(lines, bar, none, whole, trouble);
        bar.valueProperty().subscribe(_ -> render());
        model.revisionProperty().subscribe(_ -> requestLayout());
        model.focusProperty().subscribe(at -> goTo(at.intValue()));
        model.searchProperty().subscribe(this::sayFound);
        model.troubleProperty().subscribe(failure -> failure.ifPresentOrElse(trouble::show, trouble::clear));
        pause.setOnFinished(_ -> model.find(field.textProperty().get()));
        field.textProperty().addListener(_ -> pause.playFromStart());
        field.setPrefWidth(220);
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::searchKey);
        found.getStyleClass().addAll(Styles.NOTE, Styles.MUTED);
        found.setMinWidth(USE_PREF_SIZE);
        setOnScroll(event -> scroll(-event.getDeltaY() / ROW));
        setOnKeyPressed(this::key);
    }

    /// Search and the jump to the first error, for the line above.
    List<Node> tools() {
        return List.of(found, field, Buttons.icon("fth-chevron-up", Strings.text("runs.log.previous"), model::previous),
                Buttons.icon("fth-chevron-down", Strings.text("runs.log.next"), model::next),
                Buttons.ghost(Strings.text("runs.log.error"), model::firstError));
    }

    private Button copyButton() {
        Button copy = Buttons.withIcon(Buttons.plain(Strings.text("runs.log.copy"), () -> Clipboard.getSystemClipboard().setContent(
                Map.of(DataFormat.PLAIN_TEXT, text.getText()))), "fth-copy");
        copy.getStyleClass().add(Styles.SMALL);
        return copy;
    }

    private void searchKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            if (event.isShiftDown()) {
                model.previous();
            } else {
                model.next();
            }
            event.consume();
        }
    }

    private void key(KeyEvent event) {
        int page = Math.max(1, visible() - 1);
        switch (event.getCode()) {
            case UP -> scroll(-1);
            case DOWN -> scroll(1);
            case PAGE_UP -> scroll(-page);
            case PAGE_DOWN -> scroll(page);
            case HOME -> bar.setValue(0);
            case END -> bar.setValue(bar.getMax());
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void scroll(double by) {
        bar.setValue(Math.clamp(bar.getValue() + by, 0, bar.getMax()));
    }

    private void goTo(int position) {
        if (position >= 0) {
            chosen = position;
            setRange();
            bar.setValue(Math.clamp(position - visible() / 2.0 + 0.5, 0, bar.getMax()));
            render();
        }
    }

    private void sayFound(LogViewModel.Search search) {
        String words = search.running() ? Strings.text("runs.log.searching")
                : search.hits().isEmpty() ? Strings.text("runs.log.nothing")
                : Strings.text("runs.log.hit", Formats.count(search.at() + 1L), Formats.count(search.hits().size()));
        found.setText(search.words().isEmpty() ? "" : words);
    }

    private int visible() {
        return (int) Math.max(1, Math.floor(linesHeight() / ROW));
    }

    private double linesHeight() {
        return getHeight() - (whole.isVisible() ? WHOLE : 0);
    }

    private void setRange() {
        double most = Math.max(0, model.sizeProperty().get() - visible());
        bar.setMax(most);
        bar.setBlockIncrement(visible());
        bar.setVisibleAmount(most == 0 ? 0 : Math.max(most / 30, most * visible() / (most + visible())));
        bar.setVisible(most > 0);
        bar.setValue(Math.min(bar.getValue(), most));
    }

    @Override
    protected double computePrefHeight(double width) {
        return 8 * ROW;
    }

    @Override
    protected void layoutChildren() {
        double height = linesHeight();
        lines.resizeRelocate(0, 0, getWidth(), height);
        setRange();
        bar.resizeRelocate(getWidth() - BAR, 0, BAR, height);
        none.setVisible(model.sizeProperty().get() == 0);
        none.autosize();
        whole.resizeRelocate(0, height, getWidth(), WHOLE);
        trouble.resizeRelocate(0, 0, getWidth(), trouble.isVisible() ? trouble.prefHeight(getWidth()) : 0);
        render();
    }

    private void render() {
        int wanted = (int) Math.ceil(Math.max(0, linesHeight()) / ROW) + 1;
        while (rows.size() < wanted) {
            LogRow row = new LogRow(this::choose);
            rows.add(row);
            lines.getChildren().add(row);
        }
        long first = (long) Math.floor(bar.getValue());
        double shift = Math.rint((bar.getValue() - first) * ROW);
        for (int i = 0; i < rows.size(); i++) {
            LogRow row = rows.get(i);
            long position = first + i;
            boolean there = i < wanted && position < model.sizeProperty().get();
            row.setVisible(there);
            if (there) {
                Optional<LogLine> line = model.line((int) position);
                row.show(position, line, position == chosen);
                row.resizeRelocate(0, i * ROW - shift, getWidth() - (bar.isVisible() ? BAR : 0), ROW);
            }
        }
    }

    private void choose(long position, LogLine line) {
        requestFocus();
        boolean again = chosen == position && whole.isVisible();
        chosen = position;
        whole.setVisible(!again && getHeight() > 3 * WHOLE);
        text.setText(line.message());
        requestLayout();
    }
}
