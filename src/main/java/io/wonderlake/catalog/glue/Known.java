package io.wonderlake.catalog.glue;

import io.wonderlake.catalog.Table;
import io.wonderlake.catalog.TableName;
import java.util.Locale;
import java.util.Map;

/// A table as we say it, and as Glue does.
///
/// @param exact the name as Glue spells it
/// @param current whether it is the state that the table is in, and not an old version
record Known(Table table, software.amazon.awssdk.services.glue.model.Table glue, TableName exact, String versionId, boolean current) {

    Map<String, String> parameters() {
        return TableReading.parameters(glue.parameters());
    }

    /// Whether we published it and nobody has changed it since: then exactly the files below its location are its own.
    boolean isPublication() {
        return parameters().containsKey(Marks.PUBLICATION) && VersionNumber.isAsPublished(glue, versionId);
    }

    boolean isPublication(String publication) {
        return publication.equals(parameters().get(Marks.PUBLICATION));
    }

    /// Whether its partition entries may show another version, because a publication was interrupted.
    boolean isLate() {
        Map<String, String> parameters = parameters();
        return isPublication() && !table.partitionColumns().isEmpty() && !parameters.getOrDefault(Marks.VERSION, "").equals(parameters.get(Marks.SETTLED));
    }

    /// Whether the engine computes the partitions instead of looking them up.
    boolean isProjected() {
        return parameters().getOrDefault(Marks.PROJECTION + "enabled", "").toLowerCase(Locale.ROOT).equals("true");
    }

    /// Changes whenever the table does.
    String print() {
        return versionId + "@" + glue.createTime() + "/" + glue.updateTime();
    }
}
