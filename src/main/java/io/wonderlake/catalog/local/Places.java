package io.wonderlake.catalog.local;

import io.wonderlake.catalog.TableName;
import io.wonderlake.lake.ObjectPath;
import io.wonderlake.lake.Prefix;

/// Where the catalog's own objects stand beside a table's files. Their names begin with `_`, so nobody takes them for data.
final class Places {
    private Places() {
    }

    /// In the version's folder `_v=N`; where all versions share one folder, the name says which table and version it is.
    static ObjectPath definition(TableName name, int version, Prefix location) {
        return location.object(isVersioned(location) ? "_table.json" : "_table-%s-v%d.json".formatted(name.table(), version));
    }

    /// Beside the version folders.
    static ObjectPath pointer(TableName name, Prefix location) {
        if (!isVersioned(location)) {
            return location.object("_current-%s.json".formatted(name.table()));
        }
        String key = location.key();
        return new ObjectPath(location.tier(), key.substring(0, key.length() - location.name().length() - 1) + "_current.json");
    }

    static boolean isPointer(ObjectPath path) {
        String name = path.name();
        return name.equals("_current.json") || name.startsWith("_current-") && name.endsWith(".json");
    }

    private static boolean isVersioned(Prefix location) {
        return location.name().startsWith("_v=");
    }
}
