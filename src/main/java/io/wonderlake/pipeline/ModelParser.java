package io.wonderlake.pipeline;

import io.wonderlake.catalog.TableName;
import io.wonderlake.contract.DefinitionText;
import io.wonderlake.contract.QualityRule;
import io.wonderlake.contract.RuleParser;
import io.wonderlake.contract.SqlText;
import io.wonderlake.lake.Documents;
import io.wonderlake.lake.ObjectPath;
import io.wonderlake.lake.Tier;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/// Reads a model file: a header of `--` lines in YAML, then one SELECT.
final class ModelParser {

    private static final Set<String> STARTS = Set.of("select", "with", "");

    private ModelParser() {
    }

    private record Header(String name, String tier, String database, String description, String owner, List<String> inputs,
            List<String> partitionedBy, List<String> key, List<Check> checks) { }

    private record Check(String name, String description, String query, Long mustBe, String severity) { }

    static Model parse(String content, ObjectPath file) {
        DefinitionText text = new DefinitionText(content, file);
        List<String> lines = content.lines().toList();
        int end = 0;
        while (end < lines.size() && lines.get(end).startsWith("--")) {
            end++;
        }
        Header header = header(text, lines.subList(0, end));
        String sql = select(text, String.join("\n", lines.subList(end, lines.size())));
        Model model = new Model(
                new TableName(text.require(header.database(), "database"), text.require(header.name(), "name")),
                tier(text, text.require(header.tier(), "tier")), orEmpty(header.description()), orEmpty(header.owner()),
                orNone(header.inputs()).stream().map(TableName::parse).toList(), orNone(header.partitionedBy()), orNone(header.key()),
                orNone(header.checks()).stream().map(check -> rule(text, check)).toList(), sql, file);
        checkInputs(text, model);
        return model;
    }

    private static Header header(DefinitionText text, List<String> lines) {
        String yaml = String.join("\n", lines.stream().map(line -> line.substring(2).replaceFirst("^ ", "")).toList());
        if (yaml.isBlank()) {
            throw text.refuse("", "model.header");
        }
        return Documents.readYaml(yaml, Header.class, text.file().toString());
    }

    private static String select(DefinitionText text, String body) {
        String sql = body.strip().replaceFirst(";\\s*$", "");
        String bare = SqlText.withoutComments(sql).strip();
        if (bare.isEmpty()) {
            throw text.refuse("", "model.empty");
        }
        String first = bare.split("[\\s(]+", 2)[0];
        if (!STARTS.contains(first.toLowerCase(Locale.ROOT))) {
            throw text.refuse(first, "model.select", first);
        }
        return sql;
    }

    private static Tier tier(DefinitionText text, String name) {
        return Tier.ofFolder(name).filter(tier -> tier == Tier.CURATED || tier == Tier.ANALYTICS)
                .orElseThrow(() -> text.refuse("tier", "model.tier", name));
    }

    private static QualityRule rule(DefinitionText text, Check check) {
        return RuleParser.rule(text, check.name(), check.description(), check.query(), check.mustBe(), check.severity());
    }

    private static void checkInputs(DefinitionText text, Model model) {
        if (model.inputs().isEmpty()) {
            throw text.refuse("inputs", "definition.missing", "inputs");
        }
        for (TableName table : SqlText.tables(model.sql())) {
            if (!model.inputs().contains(table)) {
                throw text.refuse(table.toString(), "model.inputs", table.toString());
            }
        }
        if (model.inputs().contains(model.table())) {
            throw text.refuse("inputs", "model.itself", model.table().toString());
        }
    }

    private static String orEmpty(String value) {
        return Objects.requireNonNullElse(value, "");
    }

    private static <T> List<T> orNone(List<T> values) {
        return Objects.requireNonNullElse(values, List.of());
    }
}
