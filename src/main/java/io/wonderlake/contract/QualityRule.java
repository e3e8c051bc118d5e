package io.wonderlake.contract;

import io.wonderlake.catalog.TableName;
import java.util.Set;

/// A rule over a whole table: a query that counts what breaks it.
///
/// @param name within its contract or model
/// @param query gives one number, or rows of value and count; `{table}` stands for the new version of the table
/// @param mustBe the number that the query must give
public record QualityRule(String name, String description, String query, long mustBe, Severity severity) {

    /// What happens when the rule is broken.
    public enum Severity {
        /// Counted and reported.
        WARNING,
        /// The step fails and publishes nothing.
        ERROR
    }

    /// The catalog tables that the query names.
    public Set<TableName> tables() {
        return SqlText.tables(query);
    }
}
