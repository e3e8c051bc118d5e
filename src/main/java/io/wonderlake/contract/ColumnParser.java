package io.wonderlake.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.wonderlake.catalog.ColumnType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// Reads one column of a contract file.
final class ColumnParser {

    private static final Pattern SIZED = Pattern.compile("(char|varchar|character varying|character)\\s*\\(\\s*(\\d+)\\s*\\)");
    private static final Pattern DECIMAL = Pattern.compile("(?:decimal|numeric|dec)\\s*\\(\\s*(\\d+)\\s*(?:,\\s*(\\d+)\\s*)?\\)");
    private static final Set<String> PLAIN = Set.of("tinyint", "smallint", "integer", "bigint", "double", "float", "boolean", "date", "timestamp", "varchar");

    private final DefinitionText text;
    private final OdcsFile.Property property;
    private final String name;

    ColumnParser(DefinitionText text, OdcsFile.Property property) {
        this.text = text;
        this.property = property;
        this.name = text.require(property.name(), "name");
    }

    ContractColumn column() {
        if (name.startsWith("_")) {
            throw refuse("contract.column.reserved", name);
        }
        String declared = declaredType();
        return new ContractColumn(name, Objects.requireNonNullElse(property.physicalName(), name), type(declared),
                Objects.requireNonNullElse(property.description(), ""), flag("inFile", true), property.primaryKey(), property.required(),
                format(declared), maxLength(declared), bound("minimum", declared), bound("maximum", declared), pattern(), texts("allowedValues"), texts("nullWhen"),
                flag("reportNull", false), custom("references").map(node -> ColumnReference.parse(node.asText(), text.file().toString())), derive());
    }

    private String declaredType() {
        if (property.physicalType() != null) {
            return property.physicalType().strip().toLowerCase(Locale.ROOT);
        }
        return Objects.requireNonNullElse(property.logicalType(), "string").strip().toLowerCase(Locale.ROOT);
    }

    private ColumnType type(String declared) {
        Matcher decimal = DECIMAL.matcher(declared);
        if (decimal.matches()) {
            int width = Integer.parseInt(decimal.group(1));
            int scale = decimal.group(2) == null ? 0 : Integer.parseInt(decimal.group(2));
            if (width < 1 || width > 38 || scale > width) {
                throw refuse("contract.column.type", name, declared);
            }
            return new ColumnType("decimal(" + width + "," + scale + ")");
        }
        if (SIZED.matcher(declared).matches()) {
            return new ColumnType("varchar");
        }
        String plain = switch (declared) {
            case "string", "text", "char" -> "varchar";
            case "int" -> "integer";
            case "long" -> "bigint";
            case "number", "double precision" -> "double";
            case "real" -> "float";
            case "bool" -> "boolean";
            case "timestamp without time zone" -> "timestamp";
            default -> declared;
        };
        if (!PLAIN.contains(plain)) {
            throw refuse("contract.column.type", name, declared);
        }
        return new ColumnType(plain);
    }

    private Optional<String> format(String declared) {
        Optional<String> format = option("format");
        format.ifPresent(pattern -> {
            if (!TimePattern.known(pattern)) {
                throw refuse("contract.column.format", name, pattern, declared);
            }
        });
        return format;
    }

    private OptionalInt maxLength(String declared) {
        JsonNode length = options().path("maxLength");
        if (!length.isMissingNode()) {
            if (!length.canConvertToInt() || length.asInt() < 0) {
                throw refuse("contract.column.length", name, length.asText());
            }
            return OptionalInt.of(length.asInt());
        }
        Matcher sized = SIZED.matcher(declared);
        return sized.matches() ? OptionalInt.of(Integer.parseInt(sized.group(2))) : OptionalInt.empty();
    }

    private Optional<String> pattern() {
        Optional<String> pattern = option("pattern");
        pattern.ifPresent(regex -> {
            try {
                Pattern.compile(regex);
            } catch (PatternSyntaxException error) {
                throw refuse("contract.column.pattern", name, regex, error.getDescription());
            }
        });
        return pattern;
    }

    private Optional<String> bound(String option, String declared) {
        Optional<String> bound = option(option);
        bound.ifPresent(value -> {
            try {
                switch (type(declared).family()) {
                    case INTEGER, DECIMAL -> new BigDecimal(value);
                    case DATE -> LocalDate.parse(value);
                    case TIMESTAMP -> LocalDateTime.parse(value.replace(' ', 'T'));
                    case TEXT, BOOLEAN, NESTED, LIST, BINARY -> { }
                }
            } catch (NumberFormatException | DateTimeParseException _) {
                throw refuse("contract.column.bound", name, option, value);
            }
        });
        return bound;
    }

    private Optional<String> derive() {
        Optional<String> derive = custom("derive").map(JsonNode::asText);
        if (derive.isEmpty() && !flag("inFile", true)) {
            throw refuse("contract.column.nowhere", name);
        }
        return derive;
    }

    private boolean flag(String custom, boolean otherwise) {
        return custom(custom).map(node -> node.asBoolean(otherwise)).orElse(otherwise);
    }

    private List<String> texts(String custom) {
        List<String> values = new ArrayList<>();
        custom(custom).ifPresent(node -> {
            if (!node.isArray()) {
                throw refuse("contract.list", custom);
            }
            node.forEach(value -> values.add(value.asText()));
        });
        return values;
    }

    private Optional<String> option(String option) {
        JsonNode node = options().path(option);
        return node.isMissingNode() || node.isNull() ? Optional.empty() : Optional.of(node.asText());
    }

    private JsonNode options() {
        return Objects.requireNonNullElse(property.logicalTypeOptions(), MissingNode.getInstance());
    }

    private Optional<JsonNode> custom(String custom) {
        return OdcsFile.custom(property.customProperties(), custom);
    }

    private RuntimeException refuse(String key, Object... arguments) {
        return text.refuse("name: " + name, key, arguments);
    }
}
