package io.wonderlake.ui.explore;

import io.wonderlake.catalog.Catalog;
import io.wonderlake.catalog.Table;
import io.wonderlake.catalog.TableName;
import io.wonderlake.contract.Contract;
import io.wonderlake.contract.Contracts;
import io.wonderlake.lake.ObjectStore;
import io.wonderlake.lake.Tier;
import io.wonderlake.pipeline.Dataset;
import io.wonderlake.pipeline.Model;
import io.wonderlake.pipeline.Models;
import io.wonderlake.work.Failure;
import io.wonderlake.work.FailureException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/// All that a table's page says beside its rows, read at one moment.
///
/// @param versions how many there are; -1 where nobody has counted them
/// @param partitions of the current version; -1 where nobody has counted them
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

    /// Of a lake that stands elsewhere, what would take a call for each partition, version or run is left out.
    static TableFacts read(TableName name, LakeParts lake) {
        Catalog catalog = lake.catalog();
        Table table = catalog.find(name).orElseThrow(() -> Failure.of(Failure.Kind.NOT_FOUND, "failure.explore.table", name).exception());
        int partitions = table.partitionColumns().isEmpty() ? 0 : lake.remote() ? -1 : catalog.partitions(name, table.version(), 0, Integer.MAX_VALUE).size();
        Contracts contracts = definitions(lake, Contracts::load, new Contracts(List.of(), Map.of()));
        Models models = definitions(lake, Models::load, new Models(List.of(), Map.of()));
        Optional<Contract> contract = contracts.all().stream().filter(each -> each.table().equals(name)).findFirst();
        return new TableFacts(table, lake.remote() ? -1 : catalog.versions(name).size(), partitions, lake.remote() ? Optional.empty() : LastSteps.of(lake.runs(), name), contract,
                inputs(contract, models.find(name)), outputs(name, contracts, models));
    }

    /// A lake may have no definitions, or none that this user may see; the table is shown without them.
    private static <T> T definitions(LakeParts lake, Function<ObjectStore, T> load, T none) {
        try {
            return lake.tiers().contains(Tier.CONFIG) ? load.apply(lake.objects()) : none;
        } catch (FailureException error) {
            if (error.failure().kind() == Failure.Kind.DENIED) {
                return none;
            }
            throw error;
        }
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
