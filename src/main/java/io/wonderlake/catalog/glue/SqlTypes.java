package io.wonderlake.catalog.glue;

import io.wonderlake.catalog.glue.TypeText.Malformed;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Types in SQL's words: `struct(a integer, b varchar[])`, `map(varchar, integer)`. Trino's `row(…)` and `array(…)` are understood too.
final class SqlTypes {
    private static final Pattern BARE = Pattern.compile("[a-z_][a-z0-9_]*");

    private SqlTypes() {
    }

    static TypeTree read(String sql) throws Malformed {
        TypeText text = new TypeText(sql);
        TypeTree tree = type(text);
        text.end();
        return tree;
    }

    private static TypeTree type(TypeText text) throws Malformed {
        TypeTree tree = single(text);
        while (text.take('[')) {
            if (!text.isNext(']')) {
                text.until("]");
            }
            text.demand(']');
            tree = new TypeTree.ListOf(tree);
        }
        return tree;
    }

    private static TypeTree single(TypeText text) throws Malformed {
        String word = text.until("(),[]");
        return switch (word) {
            case "struct", "row" -> new TypeTree.Struct(fields(text));
            case "union" -> new TypeTree.Union(fields(text).stream().map(TypeTree.Field::type).toList());
            case "map" -> map(text);
            case "array" -> array(text);
            default -> new TypeTree.Plain(word + text.arguments() + zone(text));
        };
    }

    /// What may follow the precision: `timestamp(3) with time zone`.
    private static String zone(TypeText text) throws Malformed {
        return text.isNext('w') ? " " + text.until("(),[]") : "";
    }

    private static List<TypeTree.Field> fields(TypeText text) throws Malformed {
        List<TypeTree.Field> fields = new ArrayList<>();
        text.demand('(');
        do {
            String name = text.name();
            fields.add(new TypeTree.Field(name, type(text)));
        } while (text.take(','));
        text.demand(')');
        return fields;
    }

    private static TypeTree map(TypeText text) throws Malformed {
        text.demand('(');
        TypeTree key = type(text);
        text.demand(',');
        TypeTree value = type(text);
        text.demand(')');
        return new TypeTree.MapOf(key, value);
    }

    private static TypeTree array(TypeText text) throws Malformed {
        text.demand('(');
        TypeTree element = type(text);
        text.demand(')');
        return new TypeTree.ListOf(element);
    }

    static String write(TypeTree tree) {
        return switch (tree) {
            case TypeTree.Plain plain -> plain.words();
            case TypeTree.ListOf list -> write(list.element()) + "[]";
            case TypeTree.MapOf map -> "map(" + write(map.key()) + ", " + write(map.value()) + ")";
            case TypeTree.Struct struct -> struct.fields().stream().map(field -> name(field.name()) + " " + write(field.type())).collect(Collectors.joining(", ", "struct(", ")"));
            case TypeTree.Union union -> members(union);
        };
    }

    /// Hive's members have no names, SQL's need some.
    private static String members(TypeTree.Union union) {
        List<String> members = new ArrayList<>();
        for (TypeTree member : union.members()) {
            members.add("member" + members.size() + " " + write(member));
        }
        return "union(" + String.join(", ", members) + ")";
    }

    private static String name(String name) {
        return BARE.matcher(name).matches() ? name : '"' + name.replace("\"", "\"\"") + '"';
    }
}
