package io.wonderlake.ui.explore;

import io.wonderlake.catalog.Table;
import io.wonderlake.catalog.TableName;
import io.wonderlake.lake.ObjectEntry;
import io.wonderlake.lake.ObjectPath;
import io.wonderlake.lake.Prefix;
import io.wonderlake.lake.Tier;
import io.wonderlake.work.Failure;

/// What a line of the tree stands for.
public sealed interface TreeThing {

    /// Equal for the same thing before and after a refresh.
    String key();

    String name();

    record OfTier(Tier tier, String name) implements TreeThing {
        @Override
        public String key() {
            return "tier " + tier;
        }
    }

    record OfDomain(Tier tier, String name) implements TreeThing {
        @Override
        public String key() {
            return "domain " + tier + " " + name;
        }
    }

    record OfTable(Table table) implements TreeThing {
        @Override
        public String key() {
            return keyOf(table.name());
        }

        static String keyOf(TableName name) {
            return "table " + name;
        }

        @Override
        public String name() {
            return table.name().table();
        }
    }

    /// The partitions of a table, folded into one line.
    record OfPartitions(Table table, String name, int count) implements TreeThing {
        @Override
        public String key() {
            return "partitions " + table.name();
        }
    }

    record OfFolder(Prefix folder) implements TreeThing {
        @Override
        public String key() {
            return keyOf(folder);
        }

        static String keyOf(Prefix folder) {
            return "folder " + folder;
        }

        @Override
        public String name() {
            return folder.name();
        }
    }

    /// The `key=value` folders in a folder, folded into one line.
    record OfKeyFolders(Prefix folder, String name, int count, boolean more) implements TreeThing {
        @Override
        public String key() {
            return "keys " + folder;
        }
    }

    record OfObject(ObjectEntry entry) implements TreeThing {
        @Override
        public String key() {
            return keyOf(entry.path());
        }

        static String keyOf(ObjectPath path) {
            return "object " + path;
        }

        @Override
        public String name() {
            return entry.path().name();
        }
    }

    /// Stands for the objects of a folder that have not been listed yet.
    record OfMore(Prefix folder, String after, String name) implements TreeThing {
        @Override
        public String key() {
            return "more " + folder;
        }
    }

    /// Stands in a folder that could not be listed.
    record OfFailure(Prefix folder, Failure failure) implements TreeThing {
        @Override
        public String key() {
            return "failure " + folder;
        }

        @Override
        public String name() {
            return failure.message();
        }
    }
}
