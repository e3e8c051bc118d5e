package io.wonderlake.ui.explore;

import io.wonderlake.catalog.Catalog;
import io.wonderlake.catalog.Table;
import io.wonderlake.catalog.TableName;
import io.wonderlake.contract.Contract;
import io.wonderlake.contract.Contracts;
import io.wonderlake.lake.ObjectStore;
import io.wonderlake.pipeline.Dataset;
import io.wonderlake.pipeline.Model;
import io.wonderlake.pipeline.Models;
import io.wonderlake.pipeline.Runs;
import io.wonderlake.work.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// All that a table's page says beside its rows, read at one moment.
///
/// @param versions how many there are
/// @param partitions of the current version
/// @param contract the one that the table is made by
/// @param inputs what it is made from: tables, or the raw dataset
/// @param outputs what is made from it
record TableFacts(
        Table table,
        int versions,
        int partitions,
        Optional<LastSteps.InRun> last,
        Optional<Contract> contract,
        List<TableName> inputs,
        List<TableName> outputs) {

    static TableFacts read(TableName name, Catalog catalog, ObjectStore objects, Runs runs) {
        Table table = catalog.find(name).orElseThrow(() -> Failure.of(Failure.Kind.NOT_FOUND, "failure.explore.table", name).exception());
        int partitions = table.partitionColumns().isEmpty() ? 0 : catalog.partitions(name, table.version(), 0, Integer.MAX_VALUE).size();
        Contracts contracts = Contracts.load(objects);
        Models models = Models.load(objects);
        Optional<Contract> contract = contracts.all().stream().filter(each -> each.table().equals(name)).findFirst();
        return new TableFacts(table, catalog.versions(name).size(), partitions, LastSteps.of(runs, name), contract,
                inputs(contract, models.find(name)), outputs(name, contracts, models));
    }

    private static List<TableName> inputs(Optional<Contract> contract, Optional<Model> model) {
        List<TableName> inputs = new ArrayList<>();
        contract.ifPresent(each -> dataset(each).ifPresent(inputs::add));
        model.ifPresent(each -> inputs.addAll(each.inputs()));
        return inputs;
    }

    private static List<TableName> outputs(TableName name, Contracts contracts, Models models) {
        TreeSet<TableName> outputs = new TreeSet<>();
        contracts.all().stream().filter(each -> dataset(each).filter(name::equals).isPresent()).forEach(each -> outputs.add(each.table()));
        models.all().stream().filter(each -> each.inputs().contains(name)).forEach(each -> outputs.add(each.table()));
        return List.copyOf(outputs);
    }

    private static Optional<TableName> dataset(Contract contract) {
        String[] parts = contract.reads().key().split("/");
        return parts.length == 2 ? Optional.of(new Dataset(parts[0], parts[1]).table()) : Optional.empty();
    }

    /// How the table stands, in a word, after the last step that made it.
    TableState state() {
        if (last.isEmpty()) {
            return new TableState.Unknown();
        }
        var step = last.get().step();
        return switch (step.state()) {
            case FAILED, INTERRUPTED -> new TableState.Failed();
            case DONE, WARNED -> step.warnings().isEmpty() ? new TableState.Met(contract.isPresent()) : new TableState.Warned(step.warnings().size());
            case WAITING, RUNNING, CANCELLED, SKIPPED, UNKNOWN -> new TableState.Unknown();
        };
    }
}
