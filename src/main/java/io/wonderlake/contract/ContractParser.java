package io.wonderlake.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.wonderlake.catalog.StorageFormat;
import io.wonderlake.catalog.TableName;
import io.wonderlake.lake.Documents;
import io.wonderlake.lake.ObjectPath;
import io.wonderlake.lake.Prefix;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// Reads a contract file and checks that it makes sense.
final class ContractParser {

    private static final List<String> NULL_MARKS = List.of("");
    private static final String PROSE_RULE = "text";

    private final DefinitionText text;
    private final OdcsFile file;

    private ContractParser(DefinitionText text) {
        this.text = text;
        this.file = Documents.readYaml(text.text(), OdcsFile.class, text.file().toString());
    }

    static Contract parse(String text, ObjectPath path) {
        return new ContractParser(new DefinitionText(text, path)).contract();
    }

    private Contract contract() {
        if (file == null || !"DataContract".equals(file.kind())) {
            throw text.refuse("kind", "contract.kind");
        }
        String id = text.require(file.id(), "id");
        String name = text.require(file.name(), "name");
        String domain = text.require(file.domain(), "domain");
        if (!id.equals(domain + "." + name)) {
            throw text.refuse("id:", "contract.id", id, domain + "." + name);
        }
        if (file.schema() == null || file.schema().size() != 1) {
            throw text.refuse("schema", "contract.schema");
        }
        OdcsFile.Schema schema = file.schema().getFirst();
        return new Contract(id, name, Objects.requireNonNullElse(file.version(), ""), domain, description(), owner(),
                TableName.parse(text.require(schema.physicalName(), "physicalName")), reads(domain, name), layouts(),
                custom("nullMarks").map(node -> texts(node, "nullMarks")).orElse(NULL_MARKS), maxRejectedPercent(),
                columns(schema), rules(schema), text.file());
    }

    private String description() {
        JsonNode description = file.description();
        if (description == null || description.isNull()) {
            return "";
        }
        return description.isTextual() ? description.asText() : description.path("purpose").asText("");
    }

    private String owner() {
        List<OdcsFile.Member> team = Objects.requireNonNullElse(file.team(), List.of());
        return team.stream().filter(member -> "owner".equals(member.role())).findFirst()
                .or(() -> team.stream().findFirst())
                .map(member -> Optional.ofNullable(member.username()).orElse(Objects.requireNonNullElse(member.name(), ""))).orElse("");
    }

    private Prefix reads(String domain, String name) {
        return Prefix.parse(custom("reads").map(JsonNode::asText).orElse("raw/" + domain + "/" + name + "/"));
    }

    private Map<String, StorageFormat> layouts() {
        Map<String, StorageFormat> layouts = new LinkedHashMap<>();
        custom("layouts").ifPresent(node -> node.properties().forEach(entry ->
                layouts.put(entry.getKey().toLowerCase(Locale.ROOT), Documents.convert(entry.getValue(), StorageFormat.class, text.file().toString()))));
        return layouts;
    }

    private double maxRejectedPercent() {
        JsonNode node = custom("maxRejectedPercent").orElse(null);
        if (node == null) {
            return 100;
        }
        if (!node.isNumber() || node.asDouble() < 0 || node.asDouble() > 100) {
            throw text.refuse("maxRejectedPercent", "contract.percent", node.asText());
        }
        return node.asDouble();
    }

    private List<ContractColumn> columns(OdcsFile.Schema schema) {
        List<OdcsFile.Property> properties = Objects.requireNonNullElse(schema.properties(), List.of());
        if (properties.isEmpty()) {
            throw text.refuse("properties", "contract.columns");
        }
        List<ContractColumn> columns = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (OdcsFile.Property property : properties) {
            ContractColumn column = new ColumnParser(text, property).column();
            if (!names.add(column.name().toLowerCase(Locale.ROOT))) {
                throw text.refuse("name: " + column.name(), "contract.column.twice", column.name());
            }
            columns.add(column);
        }
        if (columns.stream().noneMatch(ContractColumn::inFile)) {
            throw text.refuse("properties", "contract.columns");
        }
        return columns;
    }

    private List<QualityRule> rules(OdcsFile.Schema schema) {
        List<QualityRule> rules = new ArrayList<>();
        for (OdcsFile.Quality quality : Objects.requireNonNullElse(schema.quality(), List.<OdcsFile.Quality>of())) {
            if ("sql".equals(quality.type()) || quality.type() == null) {
                rules.add(RuleParser.rule(text, quality.name(), quality.description(), quality.query(), quality.mustBe(), quality.severity()));
            } else if (!PROSE_RULE.equals(quality.type())) {
                throw text.refuse("type: " + quality.type(), "contract.rule.type", quality.type());
            }
        }
        return rules;
    }

    private Optional<JsonNode> custom(String property) {
        return OdcsFile.custom(file.customProperties(), property);
    }

    private List<String> texts(JsonNode node, String property) {
        if (!node.isArray()) {
            throw text.refuse(property, "contract.list", property);
        }
        List<String> values = new ArrayList<>();
        node.forEach(value -> values.add(value.isNull() ? "" : value.asText()));
        return values;
    }
}
