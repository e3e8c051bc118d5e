package io.wonderlake.ui.shell;

import io.wonderlake.catalog.Catalog;
import io.wonderlake.catalog.CatalogHit;
import io.wonderlake.catalog.Column;
import io.wonderlake.catalog.Table;
import io.wonderlake.lake.ObjectPath;
import io.wonderlake.settings.RecentItem;
import io.wonderlake.ui.kit.Action;
import io.wonderlake.ui.kit.Destination;
import io.wonderlake.ui.kit.LakeFacts;
import io.wonderlake.ui.kit.Navigator;
import io.wonderlake.ui.kit.Recent;
import io.wonderlake.ui.kit.SavedQueries;
import io.wonderlake.ui.kit.SavedQuery;
import io.wonderlake.ui.shell.PaletteItem.Group;
import io.wonderlake.ui.shell.PaletteItem.Sign;
import io.wonderlake.work.Strings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds what the palette offers for some words. `recent` and `actions` are asked on the UI thread; `find` may block and runs in a job.
final class PaletteSearch {
    private static final int MOST = 50;
    private static final int MOST_RECENT = 5;

    private final Catalog catalog;
    private final SavedQueries saved;
    private final LakeFacts facts;
    private final Recent recent;
    private final Navigator navigator;

    PaletteSearch(Catalog catalog, SavedQueries saved, LakeFacts facts, Recent recent, Navigator navigator) {
        this.catalog = catalog;
        this.saved = saved;
        this.facts = facts;
        this.recent = recent;
        this.navigator = navigator;
    }

    List<PaletteItem> recent() {
        return recent.items().stream().limit(MOST_RECENT).map(this::of).toList();
    }

    static List<PaletteItem> actions(List<Action> actions, List<String> words) {
        return best(actions.stream()
                .filter(action -> Matches.all(words, action.label(), ""))
                .map(action -> new PaletteItem(Group.ACTIONS, action.label(), "", new Sign.OfIcon(action.icon()), action.key(), action.run())), words);
    }

    /// Everything in the lake that has all words.
    List<PaletteItem> find(List<String> words) {
        List<PaletteItem> found = new ArrayList<>();
        List<PaletteItem> hits = catalog.search(String.join(" ", words), 4 * MOST).stream().map(this::of).toList();
        found.addAll(best(hits.stream().filter(item -> item.group() == Group.COLUMNS), words));
        found.addAll(best(hits.stream().filter(item -> item.group() == Group.TABLES), words));
        found.addAll(best(saved.list().stream().filter(query -> Matches.all(words, query.title(), query.question() + " " + query.domain())).map(this::of), words));
        found.addAll(best(facts.facts().files().stream().filter(path -> Matches.all(words, path.name(), path.toString())).map(this::of), words));
        return found;
    }

    private static List<PaletteItem> best(Stream<PaletteItem> items, List<String> words) {
        return items.sorted(Comparator.comparingInt(item -> Matches.rank(words, item.title()))).limit(MOST).toList();
    }

    private PaletteItem of(CatalogHit hit) {
        Table table = hit.table();
        if (hit.column().isPresent()) {
            Column column = hit.column().get();
            return new PaletteItem(Group.COLUMNS, column.name(), Strings.text("shell.palette.column", table.name(), column.type()),
                    new Sign.OfType(column.type().family()), Optional.empty(),
                    () -> navigator.open(new Destination.OfTable(table.name(), Optional.of(column.name()))));
        }
        String detail = table.rows() < 0 ? table.name().database()
                : Strings.text("shell.palette.table", table.name().database(), table.rows());
        return new PaletteItem(Group.TABLES, table.name().table(), detail, new Sign.OfTier(table.tier()), Optional.empty(),
                () -> navigator.open(new Destination.OfTable(table.name(), Optional.empty())));
    }

    private PaletteItem of(SavedQuery query) {
        return new PaletteItem(Group.SAVED, query.title(), query.domain(), new Sign.OfIcon("fth-file-text"), Optional.empty(),
                () -> navigator.open(new Destination.Sql(query.title(), query.text(), false)));
    }

    private PaletteItem of(ObjectPath path) {
        return new PaletteItem(Group.FILES, path.name(), path.parent().toString(), new Sign.OfIcon("fth-file"), Optional.empty(),
                () -> navigator.open(new Destination.OfObject(path)));
    }

    private PaletteItem of(RecentItem item) {
        String icon = switch (item.kind()) {
            case TABLE -> "fth-table";
            case FILE -> "fth-file";
            case QUERY -> "fth-terminal";
            case RUN -> "fth-activity";
        };
        String title = item.kind() == RecentItem.Kind.RUN ? Strings.text("shell.palette.run", item.name()) : item.name();
        return new PaletteItem(Group.RECENT, title, "", new Sign.OfIcon(icon), Optional.empty(), () -> navigator.open(Recent.destination(item)));
    }
}
