package io.wonderlake.ui.explore;

import io.wonderlake.catalog.TableName;
import io.wonderlake.lake.LakeSettings;
import io.wonderlake.lake.ObjectPath;
import io.wonderlake.lake.Prefix;
import io.wonderlake.ui.kit.Action;
import io.wonderlake.ui.kit.Destination;
import io.wonderlake.ui.kit.Doc;
import io.wonderlake.ui.kit.DocTabs;
import io.wonderlake.ui.kit.EmptyState;
import io.wonderlake.ui.kit.Feature;
import io.wonderlake.ui.kit.Keys;
import io.wonderlake.ui.kit.Navigator;
import io.wonderlake.ui.kit.TierGlyph;
import io.wonderlake.ui.kit.Views;
import io.wonderlake.work.Jobs;
import io.wonderlake.work.Strings;
import io.wonderlake.workspace.Workspace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

/// The place Explore: the lake's tree, and a page for each table and object that is opened.
public final class ExploreFeature implements Feature {
    private final LakeParts lake;
    private final LakeSettings settings;
    private final Navigator navigator;
    private final ExploreTreeViewModel tree;
    private final Parent sidebar;
    private final DocTabs tabs = new DocTabs();
    private final StackPane inspector = new StackPane();
    private final Map<Object, Node> inspectors = new HashMap<>();
    private final Map<Object, TablePageViewModel> tables = new HashMap<>();
    private final Timeline follow = new Timeline(new KeyFrame(Duration.seconds(3), _ -> follow()));

    /// Reads the lake when the place is shown for the first time.
    public ExploreFeature(Workspace workspace, Jobs jobs, Navigator navigator) {
        this.lake = LakeParts.of(workspace, jobs, Platform::runLater);
        this.settings = workspace.settings();
        this.navigator = navigator;
        this.tree = new ExploreTreeViewModel(lake, settings);
        this.sidebar = Views.load(new ExploreSidebarController(tree, this::open));
        follow.setCycleCount(Animation.INDEFINITE);
        tabs.whenEmpty(new StackPane(new EmptyState("fth-compass", Strings.text("explore.empty"), Strings.text("explore.empty.how"))));
        tabs.selectedProperty().subscribe(this::inspect);
        tree.stateProperty().subscribe(state -> {
            if (state instanceof ExploreTreeViewModel.State.Idle) {
                tables.values().forEach(TablePageViewModel::follow);
                Optional.ofNullable(tabs.selectedProperty().get()).ifPresent(this::reveal);
            }
        });
    }

    @Override
    public String id() {
        return "explore";
    }

    @Override
    public String icon() {
        return "fth-compass";
    }

    @Override
    public boolean accepts(Destination destination) {
        return destination instanceof Destination.Explore || destination instanceof Destination.OfTable
                || destination instanceof Destination.OfObject || destination instanceof Destination.OfFolder;
    }

    @Override
    public void open(Destination destination) {
        start();
        switch (destination) {
            case Destination.OfTable(TableName table, Optional<String> column) -> column.ifPresentOrElse(name -> open(table).choose(name), () -> open(table));
            case Destination.OfObject(ObjectPath path) -> open(path);
            case Destination.OfFolder(var folder) -> open(folder);
            case Destination.Explore _, Destination.Home _, Destination.Query _, Destination.Sql _, Destination.Runs _, Destination.OfRun _, Destination.Settings _ -> { }
        }
    }

    private void open(TreeThing thing) {
        switch (thing) {
            case TreeThing.OfTable(var table) -> {
                open(table.name());
                navigator.visited(new Destination.OfTable(table.name(), Optional.empty()));
            }
            case TreeThing.OfPartitions partitions -> open(partitions.table().name()).pageProperty().set(TablePageViewModel.Page.PARTITIONS);
            case TreeThing.OfObject(var entry) -> {
                open(entry.path());
                navigator.visited(new Destination.OfObject(entry.path()));
            }
            case TreeThing.OfFolder(var folder) -> open(folder);
            case TreeThing.OfTier _, TreeThing.OfDomain _, TreeThing.OfKeyFolders _, TreeThing.OfMore _, TreeThing.OfFailure _ -> { }
        }
    }

    private TablePageViewModel open(TableName name) {
        TablePageViewModel known = tables.get(name);
        if (known != null) {
            tabs.find(name).ifPresent(tabs::select);
            return known;
        }
        TablePageViewModel page = new TablePageViewModel(name, lake);
        tables.put(name, page);
        inspectors.put(name, new TableInspector(page, settings, navigator).node());
        Doc doc = new Doc(name, name.table(), null, Views.load(new TablePageController(page, settings, navigator)));
        page.stateProperty().subscribe(_ -> page.table().ifPresent(table -> doc.graphicProperty().set(new TierGlyph(table.tier()))));
        tabs.open(doc.whenClosed(() -> {
            page.close();
            tables.remove(name);
            inspectors.remove(name);
        }));
        page.start();
        return page;
    }

    private void open(ObjectPath path) {
        if (tabs.find(path).isPresent()) {
            tabs.find(path).ifPresent(tabs::select);
            return;
        }
        ObjectPageViewModel page = new ObjectPageViewModel(path, lake);
        inspectors.put(path, new ObjectInspector(page).node());
        Doc doc = new Doc(path, path.name(), new TierGlyph(path.tier()), Views.load(new ObjectPageController(page, settings)));
        tabs.open(doc.whenClosed(() -> {
            page.close();
            inspectors.remove(path);
        }));
        page.start();
    }

    private void open(Prefix folder) {
        if (tabs.find(folder).isPresent()) {
            tabs.find(folder).ifPresent(tabs::select);
            return;
        }
        FolderPageViewModel page = new FolderPageViewModel(folder, lake);
        inspectors.put(folder, new FolderInspector(page).node());
        Doc doc = new Doc(folder, folder.name(), new TierGlyph(folder.tier()), Views.load(new FolderPageController(page, settings, path -> navigator.open(new Destination.OfObject(path)))));
        tabs.open(doc.whenClosed(() -> {
            page.close();
            inspectors.remove(folder);
        }));
        page.read();
    }

    private void inspect(Doc doc) {
        inspector.getChildren().clear();
        if (doc != null) {
            Optional.ofNullable(inspectors.get(doc.key())).ifPresent(inspector.getChildren()::add);
            reveal(doc);
        }
    }

    private void reveal(Doc doc) {
        switch (doc.key()) {
            case TableName table -> tree.reveal(table);
            case ObjectPath path -> tree.reveal(path);
            case Prefix folder -> tree.reveal(folder);
            default -> { }
        }
    }

    private void start() {
        if (tree.roots().isEmpty() && tree.stateProperty().get() instanceof ExploreTreeViewModel.State.Idle) {
            tree.refresh();
        }
    }

    private void follow() {
        tree.follow();
    }

    @Override
    public Node sidebar() {
        return sidebar;
    }

    @Override
    public Node content() {
        return tabs;
    }

    @Override
    public Node inspector() {
        return inspector;
    }

    @Override
    public List<Action> actions() {
        return List.of(
                new Action(Strings.text("explore.tree.refresh"), "fth-refresh-cw", Optional.of(Keys.REFRESH.keys()), tree::refresh),
                new Action(Strings.text("explore.tree.collapse"), "fth-minimize-2", Optional.empty(), tree::collapse));
    }

    @Override
    public void shown() {
        start();
        tree.follow();
        follow.play();
    }

    @Override
    public void hidden() {
        follow.stop();
    }
}
