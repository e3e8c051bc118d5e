package io.wonderlake.ui.kit;

import io.wonderlake.catalog.TableName;
import io.wonderlake.lake.ObjectPath;
import io.wonderlake.settings.RecentItem;
import io.wonderlake.settings.RecentItem.Kind;
import io.wonderlake.settings.RecentItems;
import io.wonderlake.settings.SettingsFile;
import java.time.Clock;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What was opened last in this lake, newest first. Used on the UI thread.
public final class Recent {
    /// A longer text is not worth remembering here.
    private static final int LONGEST_TEXT = 64 * 1024;

    private final SettingsFile<RecentItems> file;
    private final String lake;
    private final Clock clock;
    private final ObservableList<RecentItem> items = FXCollections.observableArrayList();
    /// Kept, because its listeners live only as long as it does.
    private final ObservableList<RecentItem> view = FXCollections.unmodifiableObservableList(items);

    /// `lake` tells one lake's items from another's: its folder.
    public Recent(SettingsFile<RecentItems> file, String lake, Clock clock) {
        this.file = file;
        this.lake = lake;
        this.clock = clock;
        items.setAll(file.value().of(lake));
    }

    public ObservableList<RecentItem> items() {
        return view;
    }

    /// Remembers a table, file, query or run; places themselves are not remembered.
    public void visited(Destination destination) {
        item(destination).ifPresent(item -> {
            file.update(now -> now.with(lake, item));
            items.setAll(file.value().of(lake));
        });
    }

    public static Destination destination(RecentItem item) {
        return switch (item.kind()) {
            case TABLE -> new Destination.OfTable(TableName.parse(item.name()), Optional.empty());
            case FILE -> new Destination.OfObject(ObjectPath.parse(item.name()));
            case QUERY -> new Destination.Sql(item.name(), item.text(), false);
            case RUN -> new Destination.OfRun(item.name(), Optional.empty());
        };
    }

    private Optional<RecentItem> item(Destination destination) {
        return switch (destination) {
            case Destination.OfTable(TableName table, _) -> made(Kind.TABLE, table.toString(), "");
            case Destination.OfObject(ObjectPath path) -> made(Kind.FILE, path.toString(), "");
            case Destination.Sql(String title, String text, _) when text.length() <= LONGEST_TEXT && !text.isBlank() -> made(Kind.QUERY, title, text);
            case Destination.OfRun(String run, _) -> made(Kind.RUN, run, "");
            case Destination.Sql _, Destination.Home _, Destination.Explore _, Destination.OfFolder _, Destination.Query _, Destination.Runs _,
                    Destination.Settings _ -> Optional.empty();
        };
    }

    private Optional<RecentItem> made(Kind kind, String name, String text) {
        return Optional.of(new RecentItem(kind, name, text, clock.instant()));
    }
}
