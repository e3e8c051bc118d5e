package io.wonderlake.cli;

import io.wonderlake.catalog.Column;
import io.wonderlake.catalog.Partition;
import io.wonderlake.catalog.Table;
import io.wonderlake.catalog.TableName;
import io.wonderlake.lake.LakeProfile;
import io.wonderlake.work.Failure;
import io.wonderlake.work.Formats;
import io.wonderlake.work.Job;
import io.wonderlake.work.Strings;
import io.wonderlake.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Says what a table is: columns, partitions, versions and where its files stand.
@Command(name = "describe", description = "${bundle:cli.describe}")
final class DescribeCommand extends LakeCommand {
    private static final int PARTITIONS = 1_000_000;
    private static final int SHOWN = 20;

    @Parameters(index = "0", paramLabel = "TABLE", description = "${bundle:cli.describe.table}")
    String table;

    @Option(names = "--engine", paramLabel = "NAME", description = "${bundle:cli.tables.engine}")
    Optional<String> engine = Optional.empty();

    DescribeCommand(Lakes lakes, Output output) {
        super(lakes, output);
    }

    @Override
    int run(Workspace lake) {
        if (engine.isPresent()) {
            Job job = new Job(Strings.text("cli.tables.job"));
            try (Terminal _ = new Terminal(output(), job)) {
                EngineTables.of(lake, engine.get(), output(), job).describe(table, json());
            }
            return DONE;
        }
        TableName name = TableName.parse(table.toLowerCase(Locale.ROOT));
        Table found = lake.catalog().find(name)
                .orElseThrow(() -> Failure.of(Failure.Kind.NOT_FOUND, "failure.table.missing", name).exception());
        if (json()) {
            output().json(facts(lake, found));
        } else {
            print(lake, found);
        }
        return DONE;
    }

    private static Map<String, Object> facts(Workspace lake, Table table) {
        Map<String, Object> facts = TablesCommand.facts(table);
        facts.put("owner", table.owner());
        facts.put("columns", table.columns().stream().map(DescribeCommand::column).toList());
        facts.put("partitionColumns", table.partitionColumns().stream().map(DescribeCommand::column).toList());
        facts.put("partitions", lake.catalog().partitions(table.name(), table.version(), 0, PARTITIONS));
        facts.put("versions", lake.catalog().versions(table.name()).stream().map(Table::version).toList());
        facts.put("properties", table.properties());
        return facts;
    }

    private static Map<String, String> column(Column column) {
        return Map.of("name", column.name(), "type", column.type().sql(), "comment", column.comment());
    }

    private void print(Workspace lake, Table table) {
        line(table.name() + (table.description().isEmpty() ? "" : "  " + table.description()));
        line(Strings.text("cli.describe.facts", table.rows(), Formats.bytes(table.bytes()), table.files(), table.format().label(),
                Formats.count(table.version()), Formats.absolute(table.updated())));
        line(table.place() + (table.owner().isEmpty() ? "" : "  " + table.owner()));
        if (lake.profile() instanceof LakeProfile.Aws) {
            properties(table);
        }
        line("");
        List<List<Object>> columns = new ArrayList<>();
        table.columns().forEach(each -> columns.add(List.of(each.name(), each.type().sql(), each.comment())));
        table.partitionColumns().forEach(each -> columns.add(List.of(each.name(), each.type().sql(), Strings.text("cli.describe.partition"))));
        output().table(List.of(Strings.text("word.column"), Strings.text("word.type"), Strings.text("word.description")), columns);
        if (!table.partitionColumns().isEmpty()) {
            partitions(lake, table);
        }
    }

    /// What others wrote about it; of a view, its SQL.
    private void properties(Table table) {
        table.properties().entrySet().stream().filter(property -> !property.getKey().equals(Table.LOCATION)).sorted(Map.Entry.comparingByKey())
                .forEach(property -> line(property.getKey() + ": " + property.getValue()));
    }

    private void partitions(Workspace lake, Table table) {
        line("");
        List<Partition> first = lake.catalog().partitions(table.name(), table.version(), 0, SHOWN + 1);
        output().table(List.of(Strings.text("word.partition"), Strings.text("word.rows"), Strings.text("word.size"), Strings.text("word.files")),
                first.stream().limit(SHOWN).map(DescribeCommand::row).toList());
        if (first.size() > SHOWN) {
            line(Strings.text("cli.describe.more", SHOWN));
        }
    }

    private static List<Object> row(Partition partition) {
        List<String> values = new ArrayList<>();
        partition.values().forEach((key, value) -> values.add(key + "=" + value));
        return List.of(String.join("/", values), new Count(partition.rows()), Formats.bytes(partition.bytes()), new Count(partition.files()));
    }
}
