package io.wonderlake.pipeline;

import io.wonderlake.catalog.TableName;
import io.wonderlake.contract.DefinitionFolder;
import io.wonderlake.lake.ObjectPath;
import io.wonderlake.lake.ObjectStore;
import io.wonderlake.lake.Prefix;
import io.wonderlake.work.Failure;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The models of a lake. A broken file keeps nobody from using the others.
///
/// @param broken why a file could not be read, by its path
public record Models(List<Model> all, Map<ObjectPath, Failure> broken) {

    public static final Prefix FOLDER = Prefix.parse("config/models");

    public static Models load(ObjectStore store) {
        DefinitionFolder<Model> folder = DefinitionFolder.load(store, FOLDER, ".sql", Model::parse);
        return new Models(folder.items(), folder.broken());
    }

    public Optional<Model> find(TableName table) {
        return all.stream().filter(model -> model.table().equals(table)).findFirst();
    }
}
