package io.wonderlake.engine;

import java.util.List;

/// One statement to run.
///
/// @param sql a single statement, with `?` for each parameter
/// @param parameters values for the `?` in order
/// @param unlocked whether the user has allowed statements that change something
public record Query(String sql, List<Object> parameters, boolean unlocked) {
    public Query {
        parameters = java.util.Collections.unmodifiableList(new java.util.ArrayList<>(parameters));
    }

    public static Query of(String sql) {
        return new Query(sql, List.of(), false);
    }
}
