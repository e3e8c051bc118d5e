package io.wonderlake.ui.shell;

import io.wonderlake.ui.kit.Action;
import io.wonderlake.ui.shell.PaletteItem.Group;
import io.wonderlake.work.Failure;
import io.wonderlake.work.Formats;
import io.wonderlake.work.Job;
import io.wonderlake.work.Jobs;
import io.wonderlake.work.Outcome;
import io.wonderlake.work.Strings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// What the palette lists for the typed words, and which line is chosen. The search runs in the background and the latest one wins.
public final class PaletteViewModel {
    private static final int MOST_OF_A_KIND = 5;

    private final PaletteSearch search;
    private final Supplier<List<Action>> actions;
    private final Jobs jobs;
    private final Clock clock;
    private final StringProperty text = new SimpleStringProperty(this, "text", "");
    private final ReadOnlyObjectWrapper<List<PaletteItem>> items = new ReadOnlyObjectWrapper<>(this, "items", List.of());
    private final ReadOnlyIntegerWrapper chosen = new ReadOnlyIntegerWrapper(this, "chosen", 0);
    private final ReadOnlyObjectWrapper<String> summary = new ReadOnlyObjectWrapper<>(this, "summary", "");
    private List<PaletteItem> found = List.of();
    private Optional<Group> only = Optional.empty();
    private Optional<Job> running = Optional.empty();
    private Instant asked = Instant.EPOCH;
    private String problem = "";

    PaletteViewModel(PaletteSearch search, Supplier<List<Action>> actions, Jobs jobs, Clock clock) {
        this.search = search;
        this.actions = actions;
        this.jobs = jobs;
        this.clock = clock;
        text.subscribe(_ -> ask());
    }

    public StringProperty textProperty() {
        return text;
    }

    /// Lines in the order of their groups.
    public ReadOnlyObjectProperty<List<PaletteItem>> itemsProperty() {
        return items.getReadOnlyProperty();
    }

    /// Index of the line that Enter takes.
    public ReadOnlyIntegerProperty chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /// How many lines there are and how long it took.
    public ReadOnlyObjectProperty<String> summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    public List<String> words() {
        return Matches.words(text.get());
    }

    /// The group that the list is narrowed to.
    public Optional<Group> only() {
        return only;
    }

    /// Why the lake could not be searched; empty when it could.
    public String problem() {
        return problem;
    }

    /// Whether an answer is still to come.
    public boolean searching() {
        return running.isPresent();
    }

    /// Starts anew: no text, everything.
    public void reset() {
        only = Optional.empty();
        if (text.get().isEmpty()) {
            ask();
        } else {
            text.set("");
        }
    }

    public void choose(int index) {
        chosen.set(Math.clamp(index, 0, Math.max(0, items.get().size() - 1)));
    }

    /// Moves the choice and wraps at both ends.
    public void move(int step) {
        int size = items.get().size();
        chosen.set(size == 0 ? 0 : Math.floorMod(chosen.get() + step, size));
    }

    /// Narrows the list to the kind of the chosen line, and widens it again.
    public void toggleKind() {
        Optional<Group> kind = chosenItem().map(PaletteItem::group);
        only = only.isPresent() ? Optional.empty() : kind;
        show();
    }

    public Optional<PaletteItem> chosenItem() {
        return chosen.get() < items.get().size() ? Optional.of(items.get().get(chosen.get())) : Optional.empty();
    }

    private void ask() {
        running.ifPresent(Job::cancel);
        running = Optional.empty();
        problem = "";
        asked = clock.instant();
        List<String> words = words();
        List<PaletteItem> commands = PaletteSearch.actions(actions.get(), words);
        if (words.isEmpty()) {
            found = Stream.concat(search.recent().stream(), commands.stream()).toList();
            show();
            return;
        }
        Job job = new Job(Strings.text("shell.palette.job"));
        running = Optional.of(job);
        jobs.start(job, () -> search.find(words), outcome -> answer(job, commands, outcome));
    }

    private void answer(Job job, List<PaletteItem> commands, Outcome<List<PaletteItem>> outcome) {
        if (running.filter(job::equals).isEmpty()) {
            return;
        }
        running = Optional.empty();
        found = switch (outcome) {
            case Outcome.Done<List<PaletteItem>>(List<PaletteItem> lake) -> Stream.concat(lake.stream(), commands.stream()).toList();
            case Outcome.Failed<List<PaletteItem>>(Failure failure) -> {
                problem = Strings.text("shell.palette.failed", failure.message());
                yield commands;
            }
            case Outcome.Cancelled<List<PaletteItem>> _ -> commands;
        };
        show();
    }

    private void show() {
        int most = only.isPresent() || words().isEmpty() ? Integer.MAX_VALUE : MOST_OF_A_KIND;
        List<PaletteItem> shown = new ArrayList<>();
        for (Group group : Group.values()) {
            if (only.isEmpty() || only.get() == group) {
                found.stream().filter(item -> item.group() == group).limit(most).forEach(shown::add);
            }
        }
        shown.sort(Comparator.comparing(PaletteItem::group));
        items.set(List.copyOf(shown));
        chosen.set(0);
        summary.set(Strings.text("shell.palette.summary", shown.size(), Formats.duration(Duration.between(asked, clock.instant()))));
    }
}
