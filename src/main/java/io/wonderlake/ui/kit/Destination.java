package io.wonderlake.ui.kit;

import io.wonderlake.catalog.TableName;
import io.wonderlake.lake.ObjectPath;
import io.wonderlake.lake.Prefix;
import java.util.Optional;

/// Where the window can go. Features name destinations, never each other.
public sealed interface Destination {
    record Home() implements Destination { }

    record Explore() implements Destination { }

    /// A table's page; with a column to select.
    record OfTable(TableName table, Optional<String> column) implements Destination { }

    record OfObject(ObjectPath path) implements Destination { }

    record OfFolder(Prefix folder) implements Destination { }

    record Query() implements Destination { }

    /// A new query tab with this text, named `title`; `run` starts it at once.
    record Sql(String title, String text, boolean run) implements Destination { }

    record Runs() implements Destination { }

    record OfRun(String run, Optional<String> step) implements Destination { }

    record Settings() implements Destination { }
}
