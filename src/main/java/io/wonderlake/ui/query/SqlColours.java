package io.wonderlake.ui.query;

import io.wonderlake.work.Job;
import io.wonderlake.work.Jobs;
import io.wonderlake.work.Outcome;
import io.wonderlake.work.Strings;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeSet;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.util.Duration;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;

/// Colours the lines of an editor that are in view, so that a text of a megabyte costs no more than a page of it.
/// A long text is cut into tokens behind, a moment after the last key.
final class SqlColours {
    private static final int CUT_AT_ONCE = 60_000;
    private static final String ERROR = "error";
    private final SqlArea area;
    private final Jobs jobs;
    private final PauseTransition pause = new PauseTransition(Duration.millis(200));
    private List<SqlToken> tokens = List.of();
    private OptionalInt error = OptionalInt.empty();
    private int length;
    private boolean due;

    SqlColours(SqlArea area, Jobs jobs) {
        this.area = area;
        this.jobs = jobs;
        pause.setOnFinished(_ -> cutBehind());
        area.textProperty().subscribe(_ -> textChanged());
        area.sceneProperty().subscribe(_ -> colourSoon());
        area.viewportDirtyEvents().subscribe(_ -> colourSoon());
    }

    /// Underlines the token at this offset, until the text changes.
    void markError(OptionalInt offset) {
        error = offset;
        colourSoon();
    }

    private void textChanged() {
        error = OptionalInt.empty();
        length = area.getLength();
        if (length <= CUT_AT_ONCE) {
            pause.stop();
            take(SqlLexer.tokens(area.getText()), length);
        } else {
            pause.playFromStart();
        }
    }

    private void cutBehind() {
        String text = area.getText();
        jobs.start(new Job(Strings.text("query.job.colour")), () -> SqlLexer.tokens(text), outcome -> {
            if (outcome instanceof Outcome.Done(List<SqlToken> now)) {
                take(now, text.length());
            }
        });
    }

    private void take(List<SqlToken> now, int forLength) {
        if (forLength == length) {
            tokens = now;
            colourSoon();
        }
    }

    /// Not at once: while the text changes, the lines in view are not yet known.
    private void colourSoon() {
        if (!due) {
            due = true;
            Platform.runLater(this::colour);
        }
    }

    private void colour() {
        due = false;
        if (area.getScene() == null || tokens.isEmpty() || length != area.getLength() || tokens.getLast().end() > length) {
            return;
        }
        int lines = area.getParagraphs().size();
        int shown = area.getVisibleParagraphs().size();
        int first = shown == 0 ? 0 : area.visibleParToAllParIndex(0);
        int last = shown == 0 ? Math.min(lines, 60) - 1 : Math.min(lines - 1, area.visibleParToAllParIndex(shown - 1));
        for (int line = first; line <= last; line++) {
            colourLine(line);
        }
    }

    private void colourLine(int line) {
        int from = area.getAbsolutePosition(line, 0);
        int to = from + area.getParagraphLength(line);
        if (to > from) {
            StyleSpans<Collection<String>> spans = spans(from, to);
            if (!spans.equals(area.getStyleSpans(line))) {
                area.setStyleSpans(line, 0, spans);
            }
        }
    }

    private StyleSpans<Collection<String>> spans(int from, int to) {
        StyleSpansBuilder<Collection<String>> builder = new StyleSpansBuilder<>();
        int at = from;
        for (int i = firstFrom(from); i < tokens.size() && tokens.get(i).start() < to; i++) {
            SqlToken token = tokens.get(i);
            int start = Math.max(at, token.start());
            int end = Math.min(to, token.end());
            if (end > start) {
                builder.add(List.of(), start - at);
                builder.add(style(token), end - start);
                at = end;
            }
        }
        builder.add(List.of(), to - at);
        return builder.create();
    }

    private Collection<String> style(SqlToken token) {
        String colour = token.kind().styleClass();
        boolean wrong = error.isPresent() && token.start() <= error.getAsInt() && error.getAsInt() < token.end();
        TreeSet<String> classes = new TreeSet<>();
        if (!colour.isEmpty()) {
            classes.add(colour);
        }
        if (wrong) {
            classes.add(ERROR);
        }
        return List.copyOf(classes);
    }

    /// Index of the first token that ends after an offset.
    private int firstFrom(int offset) {
        int low = 0;
        int high = tokens.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (tokens.get(middle).end() <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
