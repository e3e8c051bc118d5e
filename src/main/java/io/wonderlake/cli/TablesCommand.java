package io.wonderlake.cli;

import io.wonderlake.catalog.Catalog;
import io.wonderlake.catalog.Table;
import io.wonderlake.work.Formats;
import io.wonderlake.work.Job;
import io.wonderlake.work.Strings;
import io.wonderlake.workspace.Workspace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Lists the tables of the lake, or of one database.
@Command(name = "tables", description = "${bundle:cli.tables}")
final class TablesCommand extends LakeCommand {
    @Parameters(index = "0", arity = "0..1", paramLabel = "DATABASE", description = "${bundle:cli.tables.database}")
    Optional<String> database = Optional.empty();

    @Option(names = "--engine", paramLabel = "NAME", description = "${bundle:cli.tables.engine}")
    Optional<String> engine = Optional.empty();

    @Mixin
    CatalogCopyOptions copy = new CatalogCopyOptions();

    TablesCommand(Lakes lakes, Output output) {
        super(lakes, output);
    }

    @Override
    int run(Workspace lake) {
        if (engine.isPresent()) {
            Job job = new Job(Strings.text("cli.tables.job"));
            try (Terminal _ = new Terminal(output(), job)) {
                EngineTables.of(lake, engine.get(), output(), job).tables(database, json());
            }
            return DONE;
        }
        Catalog catalog = copy.catalog(lake);
        List<String> databases = database.map(List::of).orElseGet(catalog::databases);
        List<Table> tables = databases.stream().flatMap(name -> catalog.tables(name).stream()).toList();
        if (json()) {
            output().json(tables.stream().map(TablesCommand::facts).toList());
        } else if (tables.isEmpty()) {
            line(database.map(name -> Strings.text("cli.tables.none.in", name)).orElse(Strings.text("cli.tables.none")));
        } else {
            output().table(headers(), tables.stream().map(TablesCommand::row).toList());
        }
        if (!json()) {
            copy.sayAge(catalog, output());
        }
        return DONE;
    }

    private static List<String> headers() {
        return List.of(Strings.text("word.table"), Strings.text("word.rows"), Strings.text("word.size"), Strings.text("word.files"),
                Strings.text("word.version"), Strings.text("word.updated"), Strings.text("word.description"));
    }

    private static List<Object> row(Table table) {
        return List.of(table.name().toString(), new Count(table.rows()), Formats.bytes(table.bytes()), new Count(table.files()), new Count(table.version()),
                Formats.absolute(table.updated()), table.description());
    }

    static Map<String, Object> facts(Table table) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("table", table.name().toString());
        facts.put("tier", table.tier().folder());
        facts.put("format", table.format().label());
        facts.put("location", table.place());
        facts.put("rows", table.rows());
        facts.put("bytes", table.bytes());
        facts.put("files", table.files());
        facts.put("version", table.version());
        facts.put("updated", table.updated());
        facts.put("description", table.description());
        return facts;
    }
}
