package io.wonderlake.ui.query;

import io.wonderlake.catalog.Catalog;
import io.wonderlake.lake.ObjectStore;
import io.wonderlake.result.ResultStore;
import io.wonderlake.ui.kit.Action;
import io.wonderlake.ui.kit.Destination;
import io.wonderlake.ui.kit.Feature;
import io.wonderlake.ui.kit.Navigator;
import io.wonderlake.ui.kit.SavedQueries;
import io.wonderlake.ui.kit.Spending;
import io.wonderlake.ui.kit.Views;
import io.wonderlake.work.Jobs;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;

/// The place Query: documents of SQL with their results, beside them the lake's saved queries and the tables in use.
public final class QueryFeature implements Feature {
    private final DeskViewModel desk;
    private final LibraryViewModel library;
    private final DeskView view;
    private final Parent sidebar;
    private boolean restored;

    /// What outlives a document.
    ///
    /// @param folder of the user, in which this lake's open documents and history are kept
    /// @param spending is told of each dollar
    public record Keeping(Path folder, Spending spending) { }

    public QueryFeature(Engines engines, ResultStore results, Catalog catalog, ObjectStore objects, Jobs jobs, Navigator navigator, Keeping keeping) {
        desk = new DeskViewModel(engines, results, jobs, Platform::runLater,
                new DeskViewModel.Memory(new Drafts(keeping.folder().resolve("open")), new History(keeping.folder().resolve("history.json")), keeping.spending()));
        library = new LibraryViewModel(catalog, new SavedQueries(objects), jobs);
        view = new DeskView(desk, library, jobs, document -> navigator.visited(new Destination.Sql(document.titleProperty().get(), document.textProperty().get(), false)));
        LibraryController beside = new LibraryController(library, saved -> {
            desk.open(saved);
            navigator.visited(new Destination.Sql(saved.title(), saved.text(), false));
        }, view::insert, desk::add,
                table -> navigator.open(new Destination.OfTable(table.name(), Optional.empty())));
        sidebar = Views.load(beside);
        desk.selectedProperty().subscribe(_ -> beside.mark(desk.frontPath()));
    }

    @Override
    public String id() {
        return "query";
    }

    @Override
    public String icon() {
        return "fth-terminal";
    }

    @Override
    public boolean accepts(Destination destination) {
        return destination instanceof Destination.Query || destination instanceof Destination.Sql;
    }

    @Override
    public void open(Destination destination) {
        if (destination instanceof Destination.Sql(String title, String text, boolean run)) {
            QueryViewModel opened = desk.open(title, text);
            if (run) {
                opened.run();
            }
        }
    }

    @Override
    public Node sidebar() {
        return sidebar;
    }

    @Override
    public Node content() {
        return view;
    }

    @Override
    public Node inspector() {
        return view.inspector();
    }

    @Override
    public List<Action> actions() {
        return view.actions();
    }

    @Override
    public void shown() {
        if (!restored) {
            restored = true;
            desk.restore();
        }
        library.refresh();
        view.focusEditor();
    }

    @Override
    public void close() {
        desk.close();
    }
}
