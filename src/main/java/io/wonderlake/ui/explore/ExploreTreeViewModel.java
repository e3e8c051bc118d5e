package io.wonderlake.ui.explore;

import io.wonderlake.catalog.Catalog;
import io.wonderlake.catalog.TableName;
import io.wonderlake.lake.LakeSettings;
import io.wonderlake.lake.Listing;
import io.wonderlake.lake.ObjectPath;
import io.wonderlake.lake.ObjectStore;
import io.wonderlake.lake.Prefix;
import io.wonderlake.lake.Tier;
import io.wonderlake.work.Failure;
import io.wonderlake.work.Job;
import io.wonderlake.work.Jobs;
import io.wonderlake.work.Outcome;
import io.wonderlake.work.Strings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The tree of a lake: what it shows, what is opened, and how it follows the catalog.
public final class ExploreTreeViewModel {
    /// How many objects and folders one step of a listing brings.
    static final int PAGE = 1_000;

    private final LakeParts lake;
    private final Catalog catalog;
    private final ObjectStore objects;
    private final Jobs jobs;
    private final TreeBuilder builder;
    private final ObservableList<TreeNode> all = FXCollections.observableArrayList();
    private final ObservableList<TreeNode> roots = FXCollections.observableArrayList();
    private final StringProperty filter = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Idle());
    private final ReadOnlyObjectWrapper<TreeNode> selected = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Optional<Instant>> asOf = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Seen seen = new Seen(-1, Set.of());
    private boolean asking;

    /// What tells whether the outline must be read again.
    private record Seen(long revision, Set<TableName> failed) { }

    /// Whether the tree itself is being read.
    public sealed interface State {
        record Idle() implements State { }

        record Reading(Job job) implements State { }

        record Broken(Failure failure) implements State { }
    }

    ExploreTreeViewModel(LakeParts lake, LakeSettings settings) {
        this.lake = lake;
        this.catalog = lake.catalog();
        this.objects = lake.objects();
        this.jobs = lake.jobs();
        this.builder = new TreeBuilder(settings);
        filter.subscribe(_ -> narrow());
    }

    /// Reads the outline of the lake anew; what is open stays open.
    public void refresh() {
        if (state.get() instanceof State.Reading) {
            return;
        }
        Job job = new Job(Strings.text("explore.job.outline"));
        state.set(new State.Reading(job));
        jobs.start(job, () -> Outline.read(lake, job), this::take);
    }

    /// Brings the catalog's copy up to date, and reads the outline anew.
    public void renew() {
        if (state.get() instanceof State.Reading) {
            return;
        }
        Job job = new Job(Strings.text("explore.job.catalog"));
        state.set(new State.Reading(job));
        jobs.start(job, () -> {
            catalog.refresh(job);
            return Outline.read(lake, job);
        }, this::take);
    }

    /// Asks whether the catalog or the end of a run has changed something, and reads the outline when so.
    public void follow() {
        if (asking || seen.revision() < 0 || state.get() instanceof State.Reading) {
            return;
        }
        asking = true;
        jobs.start(new Job(Strings.text("explore.job.outline")), () -> new Seen(catalog.revision(), lake.remote() ? Set.of() : LastSteps.failedTables(lake.runs())), outcome -> {
            asking = false;
            if (outcome instanceof Outcome.Done(Seen now) && !now.equals(seen)) {
                refresh();
            }
        });
    }

    private void take(Outcome<Outline> outcome) {
        state.set(switch (outcome) {
            case Outcome.Done(Outline outline) -> {
                if (outline.catalog().isEmpty() || all.isEmpty()) {
                    show(outline);
                }
                yield outline.catalog().<State>map(State.Broken::new).orElseGet(State.Idle::new);
            }
            case Outcome.Failed(Failure failure) -> new State.Broken(failure);
            case Outcome.Cancelled() -> new State.Idle();
        });
    }

    private void show(Outline outline) {
        boolean first = seen.revision() < 0;
        asOf.set(outline.asOf());
        seen = new Seen(outline.revision(), outline.failed());
        TreeNode.take(all, builder.roots(outline));
        walk(all, TreeNode::listed).forEach(node -> {
            node.listed(false);
            if (node.expandedProperty().get()) {
                open(node);
            }
        });
        if (first) {
            openFirst();
        }
        narrow();
    }

    /// What a newcomer sees: the refined tiers, and the largest domain of the curated one.
    private void openFirst() {
        for (TreeNode node : all) {
            if (node.thing() instanceof TreeThing.OfTier(Tier tier, _) && (tier == Tier.CURATED || tier == Tier.ANALYTICS)) {
                node.expandedProperty().set(true);
                node.children().stream().filter(_ -> tier == Tier.CURATED)
                        .max((one, other) -> Integer.compare(one.children().size(), other.children().size()))
                        .ifPresent(domain -> domain.expandedProperty().set(true));
            }
            if (node.children().stream().anyMatch(child -> child.thing() instanceof TreeThing.OfFailure)) {
                node.expandedProperty().set(true);
            }
        }
    }

    /// Lists the first objects of a folder when it has not been listed.
    public void open(TreeNode node) {
        if (node.lazy() && !node.listed()) {
            node.listed(true);
            folderOf(node).ifPresent(folder -> list(node, folder, Optional.empty()));
        }
    }

    /// Tries again what could not be read.
    public void again(TreeNode node) {
        if (node.lazy()) {
            open(node);
        } else {
            refresh();
        }
    }

    /// Lists the objects after those that are there; `node` is the line that stands for them.
    public void more(TreeNode node) {
        if (node.thing() instanceof TreeThing.OfMore(Prefix folder, String after, _)) {
            node.parent().ifPresent(parent -> list(parent, folder, Optional.of(after)));
        }
    }

    /// Closes every line.
    public void collapse() {
        walk(all, _ -> true).forEach(node -> node.expandedProperty().set(false));
    }

    private static Optional<Prefix> folderOf(TreeNode node) {
        return switch (node.thing()) {
            case TreeThing.OfTier(Tier tier, _) -> Optional.of(Prefix.of(tier));
            case TreeThing.OfTable(var table) -> table.location();
            case TreeThing.OfFolder(Prefix folder) -> Optional.of(folder);
            case TreeThing.OfKeyFolders keys -> Optional.of(keys.folder());
            case TreeThing.OfDomain(Tier tier, String name) when node.lazy() -> Optional.of(Prefix.of(tier).folder(name));
            case TreeThing.OfDomain _, TreeThing.OfPartitions _, TreeThing.OfObject _, TreeThing.OfMore _, TreeThing.OfFailure _ -> Optional.empty();
        };
    }

    private void list(TreeNode node, Prefix folder, Optional<String> after) {
        Job job = new Job(Strings.text("explore.job.list", folder.toString()));
        jobs.start(job, () -> objects.list(folder, true, after, PAGE), outcome -> {
            switch (outcome) {
                case Outcome.Done(Listing listing) -> node.take(builder.listed(node, folder, listing, after.isPresent()));
                case Outcome.Failed(Failure failure) -> {
                    node.listed(false);
                    node.take(List.of(builder.failure(node, folder, failure)));
                }
                case Outcome.Cancelled() -> node.listed(false);
            }
        });
    }

    private void narrow() {
        String words = filter.get().strip().toLowerCase(Locale.ROOT);
        if (words.isEmpty()) {
            if (!roots.equals(all)) {
                roots.setAll(all);
            }
            return;
        }
        roots.setAll(all.stream().flatMap(node -> builder.matching(null, node, words).stream()).toList());
    }

    /// Opens the way to a table's line and selects it; does nothing while the tree has no such line.
    public void reveal(TableName table) {
        revealKey(TreeThing.OfTable.keyOf(table));
    }

    public void reveal(Prefix folder) {
        if (!revealKey(TreeThing.OfFolder.keyOf(folder))) {
            walk(all, node -> node.thing() instanceof TreeThing.OfTable(var table) && table.location().equals(Optional.of(folder))).stream().findFirst().ifPresent(this::select);
        }
    }

    /// Selects an object's line, or the dataset that it belongs to while its folder has not been listed.
    public void reveal(ObjectPath path) {
        if (!revealKey(TreeThing.OfObject.keyOf(path))) {
            walk(all, node -> node.thing() instanceof TreeThing.OfTable(var table) && table.location().filter(location -> location.contains(path)).isPresent()).stream().findFirst()
                    .ifPresentOrElse(this::select, () -> selected.set(null));
        }
    }

    private boolean revealKey(String key) {
        Optional<TreeNode> found = walk(all, node -> node.thing().key().equals(key)).stream().findFirst();
        found.ifPresent(this::select);
        return found.isPresent();
    }

    private void select(TreeNode node) {
        for (Optional<TreeNode> above = node.parent(); above.isPresent(); above = above.get().parent()) {
            above.get().expandedProperty().set(true);
            open(above.get());
        }
        selected.set(null);
        selected.set(node);
    }

    private static List<TreeNode> walk(List<TreeNode> nodes, Predicate<TreeNode> wanted) {
        List<TreeNode> found = new ArrayList<>();
        for (TreeNode node : nodes) {
            if (wanted.test(node)) {
                found.add(node);
            }
            found.addAll(walk(node.children(), wanted));
        }
        return found;
    }

    /// The lines at the top, narrowed by the filter.
    public ObservableList<TreeNode> roots() {
        return roots;
    }

    /// How old the copy is that the tables come from; empty for a catalog that needs none.
    public ReadOnlyObjectProperty<Optional<Instant>> asOfProperty() {
        return asOf.getReadOnlyProperty();
    }

    public StringProperty filterProperty() {
        return filter;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// The line to bring into view; null for none.
    public ReadOnlyObjectProperty<TreeNode> selectedProperty() {
        return selected.getReadOnlyProperty();
    }
}
