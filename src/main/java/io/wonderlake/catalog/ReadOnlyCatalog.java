package io.wonderlake.catalog;

import io.wonderlake.work.Failure;
import io.wonderlake.work.Job;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The tables of a lake whose profile forbids changes: publications and descriptions are refused before they reach the catalog.
///
/// @param lake the profile's name
public record ReadOnlyCatalog(Catalog catalog, String lake) implements Catalog {

    @Override
    public List<String> databases() {
        return catalog.databases();
    }

    @Override
    public List<Table> tables(String database) {
        return catalog.tables(database);
    }

    @Override
    public Optional<Table> find(TableName name) {
        return catalog.find(name);
    }

    @Override
    public Optional<Table> findVersion(TableName name, int version) {
        return catalog.findVersion(name, version);
    }

    @Override
    public List<Table> versions(TableName name) {
        return catalog.versions(name);
    }

    @Override
    public List<DataFile> files(TableName name, int version, Map<String, String> partition) {
        return catalog.files(name, version, partition);
    }

    @Override
    public List<Partition> partitions(TableName name, int version, int offset, int max) {
        return catalog.partitions(name, version, offset, max);
    }

    @Override
    public Table publish(TableDraft draft, int expected) {
        throw refusal();
    }

    @Override
    public void forget(TableName name, int version) {
        throw refusal();
    }

    @Override
    public void describe(TableName name, String description, String owner) {
        throw refusal();
    }

    @Override
    public void drop(TableName name) {
        throw refusal();
    }

    @Override
    public List<CatalogHit> search(String words, int max) {
        return catalog.search(words, max);
    }

    @Override
    public long revision() {
        return catalog.revision();
    }

    @Override
    public Optional<Instant> asOf() {
        return catalog.asOf();
    }

    @Override
    public void refresh(Job job) {
        catalog.refresh(job);
    }

    private RuntimeException refusal() {
        return Failure.of(Failure.Kind.DENIED, "failure.lake.readonly", lake).exception();
    }
}
