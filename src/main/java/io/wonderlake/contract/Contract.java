package io.wonderlake.contract;

import io.wonderlake.catalog.Column;
import io.wonderlake.catalog.StorageFormat;
import io.wonderlake.catalog.TableName;
import io.wonderlake.lake.ObjectPath;
import io.wonderlake.lake.Prefix;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The agreement about one dataset: how its files are written, what each column must be, and which curated table it becomes.
///
/// @param id `tickit.event`: domain and name
/// @param reads the raw folder of the dataset
/// @param layouts how files are written, by their ending (before `.gz` and the like); an ending that is missing here is probed
/// @param nullMarks texts that mean "no value", after trimming
/// @param maxRejectedPercent over it nothing is published; 100 for never
/// @param columns in file order; those that the files do not have come where the curated table shall have them
/// @param file where the definition stands
public record Contract(
        String id,
        String name,
        String version,
        String domain,
        String description,
        String owner,
        TableName table,
        Prefix reads,
        Map<String, StorageFormat> layouts,
        List<String> nullMarks,
        double maxRejectedPercent,
        List<ContractColumn> columns,
        List<QualityRule> rules,
        ObjectPath file) {

    public Contract {
        layouts = Map.copyOf(layouts);
        nullMarks = List.copyOf(nullMarks);
        columns = List.copyOf(columns);
        rules = List.copyOf(rules);
    }

    public static Contract parse(String text, ObjectPath file) {
        return ContractParser.parse(text, file);
    }

    public List<ContractColumn> fileColumns() {
        return columns.stream().filter(ContractColumn::inFile).toList();
    }

    public List<ContractColumn> keyColumns() {
        return columns.stream().filter(ContractColumn::primaryKey).toList();
    }

    public List<Column> tableColumns() {
        return columns.stream().map(ContractColumn::column).toList();
    }

    /// The other tables that the contract's references and rules need.
    public Set<TableName> needs() {
        Set<TableName> tables = new TreeSet<>();
        columns.forEach(column -> column.references().ifPresent(reference -> tables.add(reference.table())));
        rules.forEach(rule -> tables.addAll(rule.tables()));
        tables.remove(table);
        return tables;
    }

    /// The layout for a file of this name, when the contract fixes it.
    public Optional<StorageFormat> layout(String fileName) {
        String bare = fileName.toLowerCase(Locale.ROOT).replaceFirst("\\.(gz|zst|zstd|bz2)$", "");
        return Optional.ofNullable(layouts.get(bare.substring(bare.lastIndexOf('.') + 1)));
    }

    /// How a rule of this contract is called in runs: `event.start_day_differs`.
    public String ruleName(String rule) {
        return name + "." + rule;
    }
}
