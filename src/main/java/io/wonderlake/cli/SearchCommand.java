package io.wonderlake.cli;

import io.wonderlake.catalog.Catalog;
import io.wonderlake.catalog.CatalogHit;
import io.wonderlake.work.Strings;
import io.wonderlake.workspace.Workspace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Finds tables and columns by words of their names and descriptions.
@Command(name = "search", description = "${bundle:cli.search}")
final class SearchCommand extends LakeCommand {
    @Parameters(index = "0", arity = "1..*", paramLabel = "WORDS", description = "${bundle:cli.search.words}")
    List<String> words;

    @Option(names = "--max", paramLabel = "N", defaultValue = "50", converter = AtLeastOne.class, description = "${bundle:cli.search.max}")
    int max;

    @Mixin
    CatalogCopyOptions copy = new CatalogCopyOptions();

    SearchCommand(Lakes lakes, Output output) {
        super(lakes, output);
    }

    @Override
    int run(Workspace lake) {
        Catalog catalog = copy.catalog(lake);
        List<CatalogHit> hits = catalog.search(String.join(" ", words), max);
        if (json()) {
            output().json(hits.stream().map(SearchCommand::json).toList());
        } else if (hits.isEmpty()) {
            line(Strings.text("cli.search.none", String.join(" ", words)));
        } else {
            output().table(List.of(Strings.text("word.table"), Strings.text("word.column"), Strings.text("word.type"), Strings.text("word.description")),
                    hits.stream().map(SearchCommand::row).toList());
        }
        if (!json()) {
            copy.sayAge(catalog, output());
        }
        return DONE;
    }

    private static List<Object> row(CatalogHit hit) {
        return List.of(hit.table().name().toString(), hit.column().map(column -> column.name()).orElse(""),
                hit.column().map(column -> column.type().sql()).orElse(""), hit.column().map(column -> column.comment()).orElse(hit.table().description()));
    }

    private static Map<String, Object> json(CatalogHit hit) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("table", hit.table().name().toString());
        json.put("column", hit.column().map(column -> column.name()).orElse(null));
        json.put("type", hit.column().map(column -> column.type().sql()).orElse(null));
        return json;
    }
}
