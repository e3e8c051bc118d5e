package io.wonderlake.pipeline.local;

import io.wonderlake.catalog.DataFile;
import io.wonderlake.catalog.StorageFormat;
import io.wonderlake.catalog.Table;
import io.wonderlake.catalog.TableDraft;
import io.wonderlake.contract.Contract;
import io.wonderlake.lake.ObjectEntry;
import io.wonderlake.lake.ObjectPath;
import io.wonderlake.lake.Tier;
import io.wonderlake.pipeline.Dataset;
import io.wonderlake.pipeline.DatasetShape;
import io.wonderlake.pipeline.RawFile;
import io.wonderlake.pipeline.StepRun.RuleCount;
import io.wonderlake.pipeline.StepRun.ValueCount;
import io.wonderlake.work.Failure;
import io.wonderlake.work.Progress;
import io.wonderlake.work.Strings;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Looks at the files of a dataset and publishes its raw table when something has changed.
final class CrawlTask {

    private static final int MOST_VALUES = 10;

    private final Tools tools;
    private final Dataset dataset;
    private final Optional<Contract> contract;
    private final StepContext context;
    private final RawFiles memory;
    private final FileLook look;

    CrawlTask(Tools tools, Dataset dataset, Optional<Contract> contract, StepContext context) {
        this.tools = tools;
        this.dataset = dataset;
        this.contract = contract;
        this.context = context;
        this.memory = new RawFiles(tools.index());
        this.look = new FileLook(tools, contract);
    }

    void run() {
        List<RawFile> files = files();
        List<RawFile> readable = files.stream().filter(file -> file.facts().isPresent()).toList();
        reportProblems(files);
        Optional<Table> current = tools.catalog().find(dataset.table());
        if (readable.isEmpty()) {
            context.warn(new RuleCount(dataset.name() + ".no_files", Strings.text("crawl.none", dataset.folder().toString()), 1, List.of()));
            current.filter(table -> table.files() > 0).ifPresent(this::publishEmpty);
            memory.replace(dataset, files);
            return;
        }
        DatasetShape shape = DatasetShape.of(dataset.folder(), readable, contract, current.map(Table::columns).orElse(List.of()));
        long rows = readable.stream().mapToLong(file -> file.facts().orElseThrow().rows()).sum();
        context.info("log.crawl.rows", StepContext.number(rows), StepContext.number(readable.size()), shape.format().label());
        publishIfChanged(shape, current);
        long listed = shape.files().stream().mapToLong(file -> file.facts().orElseThrow().rows()).sum();
        long beside = shape.others().stream().mapToLong(file -> file.facts().orElseThrow().rows()).sum();
        context.report().rows(rows, listed + beside, 0);
        long published = tools.catalog().find(dataset.table()).map(Table::rows).orElse(0L);
        if (rows != listed + beside || published != listed) {
            throw Failure.of(Failure.Kind.BUG, "failure.crawl.sum", StepContext.number(rows), StepContext.number(published + beside)).exception();
        }
        memory.replace(dataset, files);
    }

    private List<RawFile> files() {
        Map<ObjectPath, RawFile> known = new HashMap<>();
        memory.of(dataset).forEach(file -> known.put(file.path(), file));
        List<ObjectEntry> entries = new DatasetFiles(tools.store()).data(dataset.folder());
        List<RawFile> files = new ArrayList<>();
        int fresh = 0;
        for (ObjectEntry entry : entries) {
            context.job().checkCancelled();
            context.job().report(new Progress(Strings.text("progress.crawl", dataset.name()), files.size(), entries.size(), Progress.Unit.FILES));
            Optional<StorageFormat> layout = contract.flatMap(agreed -> agreed.layout(entry.path().name()));
            RawFile before = known.get(entry.path());
            boolean same = before != null && before.size() == entry.size() && before.layout().equals(layout)
                    && before.modified().equals(entry.modified().truncatedTo(ChronoUnit.MILLIS));
            fresh += same ? 0 : 1;
            files.add(same ? before : look.look(entry, layout, context.job()));
        }
        context.info("log.crawl.files", StepContext.number(entries.size()), dataset.folder().toString(), StepContext.number(fresh));
        return files;
    }

    private void reportProblems(List<RawFile> files) {
        List<RawFile> broken = files.stream().filter(file -> file.facts().isEmpty()).toList();
        if (!broken.isEmpty()) {
            broken.forEach(file -> context.warn("log.crawl.broken", file.path().toString(), file.problem()));
            context.warn(new RuleCount(dataset.name() + ".unreadable_file", Strings.text("crawl.broken"), broken.size(), named(broken)));
        }
        long bad = files.stream().mapToLong(file -> file.facts().map(RawFile.Facts::badRows).orElse(0L)).sum();
        if (bad > 0) {
            List<ValueCount> where = files.stream().filter(file -> file.facts().map(RawFile.Facts::badRows).orElse(0L) > 0).limit(MOST_VALUES)
                    .map(file -> new ValueCount(file.path().name(), file.facts().orElseThrow().badRows())).toList();
            context.warn(new RuleCount(dataset.name() + ".broken_row", Strings.text("crawl.rows"), bad, where));
        }
    }

    private void publishIfChanged(DatasetShape shape, Optional<Table> current) {
        List<DataFile> files = shape.files().stream().map(file -> dataFile(shape, file)).toList();
        if (current.isPresent() && isSame(current.get(), shape, files)) {
            context.report().published(dataset.table().toString(), current.get().version());
            context.info("log.publish.unchanged", dataset.table().toString(), String.valueOf(current.get().version()));
            return;
        }
        shape.drift().forEach((column, having) -> context.warn("log.crawl.drift", column, having.getFirst().path().name()));
        if (!shape.drift().isEmpty()) {
            context.warn(new RuleCount(dataset.name() + ".schema_drift", shape.drift().entrySet().stream()
                    .map(entry -> Strings.text("crawl.drift", entry.getKey(), entry.getValue().getFirst().path().name())).collect(Collectors.joining(" ")),
                    shape.drift().size(), shape.drift().entrySet().stream().limit(MOST_VALUES)
                            .map(entry -> new ValueCount(entry.getKey(), entry.getValue().size())).toList()));
        }
        if (!shape.others().isEmpty()) {
            context.warn(new RuleCount(dataset.name() + ".other_format", Strings.text("crawl.format", shape.format().label()), shape.others().size(),
                    named(shape.others())));
        }
        publish(shape, files, current.map(Table::version).orElse(0));
    }

    private void publish(DatasetShape shape, List<DataFile> files, int expected) {
        context.job().checkCancelled();
        Table published = tools.catalog().publish(new TableDraft(dataset.table(), Tier.RAW, shape.columns(), shape.partitionColumns(), shape.format(),
                dataset.folder(), contract.map(Contract::description).orElse(""), contract.map(Contract::owner).orElse(""), files, properties()), expected);
        context.report().published(published.name().toString(), published.version());
        context.info("log.publish.done", published.name().toString(), String.valueOf(published.version()), StepContext.number(published.rows()),
                StepContext.number(published.files()));
    }

    private void publishEmpty(Table table) {
        Table published = tools.catalog().publish(new TableDraft(table.name(), Tier.RAW, table.columns(), table.partitionColumns(), table.format(),
                table.location().orElseThrow(), table.description(), table.owner(), List.of(), properties()), table.version());
        context.report().published(published.name().toString(), published.version());
    }

    private Map<String, String> properties() {
        Map<String, String> properties = new HashMap<>(Map.of("run", String.valueOf(context.run())));
        contract.ifPresent(agreed -> properties.put("contract", agreed.id()));
        return properties;
    }

    private DataFile dataFile(DatasetShape shape, RawFile file) {
        Map<String, String> all = DatasetShape.partition(dataset.folder(), file);
        Map<String, String> values = new LinkedHashMap<>();
        shape.partitionColumns().forEach(column -> values.put(column.name(), all.get(column.name())));
        return new DataFile(file.path(), values, file.size(), file.facts().orElseThrow().rows());
    }

    private boolean isSame(Table table, DatasetShape shape, List<DataFile> files) {
        return table.columns().equals(shape.columns()) && table.partitionColumns().equals(shape.partitionColumns()) && table.format().equals(shape.format())
                && tools.catalog().files(table.name(), table.version(), Map.of()).equals(files);
    }

    private static List<ValueCount> named(List<RawFile> files) {
        return files.stream().limit(MOST_VALUES).map(file -> new ValueCount(file.path().name(), 1)).toList();
    }
}
