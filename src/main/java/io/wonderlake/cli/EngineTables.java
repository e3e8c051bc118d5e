package io.wonderlake.cli;

import io.wonderlake.catalog.Column;
import io.wonderlake.engine.QueryEngine;
import io.wonderlake.engine.Schemas;
import io.wonderlake.engine.Schemas.Relation;
import io.wonderlake.engine.Schemas.Schema;
import io.wonderlake.work.Failure;
import io.wonderlake.work.Job;
import io.wonderlake.work.Strings;
import io.wonderlake.workspace.Workspace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Lists what an engine has beside the lake's catalog: the tables of a warehouse.
record EngineTables(Schemas schemas, String engine, Output output, Job job) {

    static EngineTables of(Workspace lake, String name, Output output, Job job) {
        QueryEngine engine = lake.engine(name);
        Schemas schemas = engine.schemas().orElseThrow(() -> Failure.of(Failure.Kind.BAD_INPUT, "failure.engine.schemas", engine.name()).exception());
        return new EngineTables(schemas, engine.name(), output, job);
    }

    /// The tables and views of one schema, or of all.
    void tables(Optional<String> schema, boolean json) {
        List<Schema> wanted = schemas.schemas(job).stream().filter(each -> schema.isEmpty() || each.name().equalsIgnoreCase(schema.get())).toList();
        List<Listed> found = wanted.stream().flatMap(each -> schemas.relations(each.name(), job).stream().map(relation -> new Listed(each, relation))).toList();
        if (json) {
            output.json(found.stream().map(Listed::facts).toList());
        } else if (found.isEmpty()) {
            output.line(schema.map(name -> Strings.text("cli.tables.none.in", name)).orElse(Strings.text("cli.tables.none.engine", engine)));
        } else {
            output.table(List.of(Strings.text("word.table"), Strings.text("word.kind"), Strings.text("word.place"), Strings.text("word.description")),
                    found.stream().map(Listed::row).toList());
        }
    }

    /// The columns of `schema.table`.
    void describe(String table, boolean json) {
        int dot = table.indexOf('.');
        List<Column> columns = dot < 0 ? List.of() : schemas.columns(table.substring(0, dot), table.substring(dot + 1), job);
        if (columns.isEmpty()) {
            throw Failure.of(Failure.Kind.NOT_FOUND, "failure.engine.relation", table, engine, engine.toLowerCase(Locale.ROOT)).exception();
        }
        if (json) {
            output.json(Map.of("table", table, "engine", engine, "columns",
                    columns.stream().map(each -> Map.of("name", each.name(), "type", each.type().sql(), "comment", each.comment())).toList()));
        } else {
            output.table(List.of(Strings.text("word.column"), Strings.text("word.type"), Strings.text("word.description")),
                    columns.stream().map(each -> List.<Object>of(each.name(), each.type().sql(), each.comment())).toList());
        }
    }

    private record Listed(Schema schema, Relation relation) {
        String name() {
            return schema.name() + "." + relation.name();
        }

        String kind() {
            return switch (relation.kind()) {
                case TABLE -> Strings.text("cli.tables.kind.table");
                case VIEW -> Strings.text("cli.tables.kind.view");
                case EXTERNAL_TABLE -> Strings.text("cli.tables.kind.external");
            };
        }

        String place() {
            String source = schema.source().isEmpty() ? "" : " " + schema.source();
            return switch (schema.place()) {
                case INSIDE -> Strings.text("cli.tables.place.inside");
                case EXTERNAL -> Strings.text("cli.tables.place.external") + source;
                case SHARED -> Strings.text("cli.tables.place.shared") + source;
            };
        }

        List<Object> row() {
            return List.of(name(), kind(), place(), relation.comment());
        }

        Map<String, Object> facts() {
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("table", name());
            facts.put("kind", relation.kind().name().toLowerCase(Locale.ROOT));
            facts.put("place", schema.place().name().toLowerCase(Locale.ROOT));
            facts.put("source", schema.source());
            facts.put("description", relation.comment());
            return facts;
        }
    }
}
