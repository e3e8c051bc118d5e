package io.wonderlake.contract;

import io.wonderlake.lake.ObjectPath;
import io.wonderlake.lake.ObjectStore;
import io.wonderlake.lake.Prefix;
import io.wonderlake.work.Failure;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The contracts of a lake. A broken file keeps nobody from using the others.
///
/// @param broken why a file could not be read, by its path
public record Contracts(List<Contract> all, Map<ObjectPath, Failure> broken) {

    public static final Prefix FOLDER = Prefix.parse("config/contracts");

    public static Contracts load(ObjectStore store) {
        DefinitionFolder<Contract> folder = DefinitionFolder.load(store, FOLDER, ".yaml", Contract::parse);
        return new Contracts(folder.items(), folder.broken());
    }

    public Optional<Contract> find(String id) {
        return all.stream().filter(contract -> contract.id().equals(id)).findFirst();
    }

    /// The contract whose files stand in this raw folder.
    public Optional<Contract> reading(Prefix dataset) {
        return all.stream().filter(contract -> contract.reads().equals(dataset)).findFirst();
    }
}
