package io.wonderlake.ui.runs;

import io.wonderlake.pipeline.LogLine;
import io.wonderlake.pipeline.LogSize;
import io.wonderlake.pipeline.Runs;
import io.wonderlake.work.Failure;
import io.wonderlake.work.Job;
import io.wonderlake.work.Jobs;
import io.wonderlake.work.Outcome;
import io.wonderlake.work.Strings;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// A log of any length: hands out the lines in view, loads what is missing behind, searches the whole.
public final class LogViewModel {
    private static final int PAGES_KEPT = 40;
    private static final int MOST_HITS = 10_000;

    private final Runs runs;
    private final Jobs jobs;
    private final ReadOnlyLongWrapper size = new ReadOnlyLongWrapper();
    private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<Optional<Failure>> trouble = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Search> search = new ReadOnlyObjectWrapper<>(Search.NONE);
    private final ReadOnlyIntegerWrapper focus = new ReadOnlyIntegerWrapper(-1);
    private final Map<Integer, List<LogLine>> pages = new LinkedHashMap<>(16, 0.75f, true);
    private final Set<Integer> asked = new HashSet<>();
    private LogPages source;
    private Job searching = new Job("");

    /// What is searched for and where it stands.
    ///
    /// @param hits positions of the lines found, in order
    /// @param at index into `hits`; -1 when there is none
    public record Search(String words, List<Integer> hits, int at, boolean running) {
        static final Search NONE = new Search("", List.of(), -1, false);
    }

    LogViewModel(Runs runs, Jobs jobs) {
        this.runs = runs;
        this.jobs = jobs;
    }

    /// Shows the log of a run, or of one step of it; with `toError` at its first error.
    public void open(String run, Optional<String> step, boolean toError) {
        searching.cancel();
        source = new LogPages(runs, run, step);
        pages.clear();
        asked.clear();
        size.set(0);
        focus.set(-1);
        search.set(Search.NONE);
        trouble.set(Optional.empty());
        changed();
        refresh();
        if (toError) {
            firstError();
        }
    }

    /// Looks whether the log has grown.
    public void refresh() {
        LogPages now = source;
        if (now != null) {
            start(now, Strings.text("runs.job.log"), _ -> now.size(), this::grown);
        }
    }

    private void grown(LogSize now) {
        if (now.lines() != size.get()) {
            pages.remove((int) (size.get() / LogPages.PAGE));
            size.set(now.lines());
            changed();
        }
        if (now.more()) {
            refresh();
        }
    }

    /// The line at a position; empty while it is on its way.
    public Optional<LogLine> line(int position) {
        int number = position / LogPages.PAGE;
        List<LogLine> page = pages.get(number);
        if (page == null) {
            ask(number);
            return Optional.empty();
        }
        int at = position % LogPages.PAGE;
        return at < page.size() ? Optional.of(page.get(at)) : Optional.empty();
    }

    private void ask(int number) {
        LogPages now = source;
        if (now != null && asked.add(number)) {
            start(now, Strings.text("runs.job.log"), _ -> now.page(number), lines -> {
                asked.remove(number);
                pages.put(number, lines);
                pages.keySet().stream().limit(Math.max(0, pages.size() - PAGES_KEPT)).toList().forEach(pages::remove);
                changed();
            });
        }
    }

    /// Finds every line with these words, whatever their case, and goes to the first.
    public void find(String words) {
        searching.cancel();
        String low = words.strip().toLowerCase(Locale.ROOT);
        search.set(low.isEmpty() ? Search.NONE : new Search(words.strip(), List.of(), -1, true));
        if (!low.isEmpty()) {
            look(line -> text(line).contains(low), MOST_HITS, hits -> {
                search.set(new Search(words.strip(), hits, hits.isEmpty() ? -1 : 0, false));
                hits.stream().findFirst().ifPresent(this::goTo);
            });
        }
    }

    public void next() {
        step(1);
    }

    public void previous() {
        step(-1);
    }

    private void step(int by) {
        Search now = search.get();
        if (!now.hits().isEmpty()) {
            int at = Math.floorMod(now.at() + by, now.hits().size());
            search.set(new Search(now.words(), now.hits(), at, false));
            goTo(now.hits().get(at));
        }
    }

    public void firstError() {
        searching.cancel();
        look(line -> line.level() == LogLine.Level.ERROR, 1, hits -> hits.stream().findFirst().ifPresent(this::goTo));
    }

    private void look(Predicate<LogLine> wanted, int max, Consumer<List<Integer>> then) {
        LogPages now = source;
        if (now != null) {
            searching = start(now, Strings.text("runs.job.search"), job -> now.find(wanted, max, job), then);
        }
    }

    private static String text(LogLine line) {
        return (line.level() + " " + line.step() + " " + line.message()).toLowerCase(Locale.ROOT);
    }

    private void goTo(int position) {
        focus.set(-1);
        focus.set(position);
    }

    private interface Reading<T> {
        T read(Job job);
    }

    private <T> Job start(LogPages of, String title, Reading<T> work, Consumer<T> then) {
        Job job = new Job(title);
        jobs.start(job, () -> work.read(job), outcome -> {
            if (source != of) {
                return;
            }
            switch (outcome) {
                case Outcome.Done(T value) -> then.accept(value);
                case Outcome.Failed(Failure failure) -> trouble.set(Optional.of(failure));
                case Outcome.Cancelled() -> { }
            }
        });
        return job;
    }

    private void changed() {
        revision.set(revision.get() + 1);
    }

    public ReadOnlyLongProperty sizeProperty() {
        return size.getReadOnlyProperty();
    }

    /// Counts up whenever lines came or went.
    public ReadOnlyIntegerProperty revisionProperty() {
        return revision.getReadOnlyProperty();
    }

    /// The position to bring into view; -1 for none.
    public ReadOnlyIntegerProperty focusProperty() {
        return focus.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Search> searchProperty() {
        return search.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Failure>> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }
}
