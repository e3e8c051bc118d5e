package io.wonderlake.pipeline;

import io.wonderlake.catalog.TableName;
import io.wonderlake.contract.QualityRule;
import io.wonderlake.lake.ObjectPath;
import io.wonderlake.lake.Tier;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// A table that is made by one SELECT over other tables.
///
/// @param inputs the tables that the SELECT reads
/// @param partitionedBy columns whose values become folders; empty for none
/// @param key columns that name a row; empty when nobody said
/// @param sql the SELECT, without the header
/// @param file where the definition stands
public record Model(
        TableName table,
        Tier tier,
        String description,
        String owner,
        List<TableName> inputs,
        List<String> partitionedBy,
        List<String> key,
        List<QualityRule> checks,
        String sql,
        ObjectPath file) {

    public Model {
        inputs = List.copyOf(inputs);
        partitionedBy = List.copyOf(partitionedBy);
        key = List.copyOf(key);
        checks = List.copyOf(checks);
    }

    public static Model parse(String text, ObjectPath file) {
        return ModelParser.parse(text, file);
    }

    /// The tables that must be there before: the inputs, and what the checks look at.
    public Set<TableName> needs() {
        Set<TableName> tables = new TreeSet<>(inputs);
        checks.forEach(check -> tables.addAll(check.tables()));
        tables.remove(table);
        return tables;
    }
}
