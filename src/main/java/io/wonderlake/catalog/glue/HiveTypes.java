package io.wonderlake.catalog.glue;

import io.wonderlake.catalog.ColumnType;
import io.wonderlake.catalog.glue.TypeText.Malformed;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Types in Hive's words, as Glue keeps them (`struct<a:int>`), and in SQL's (`struct(a integer)`). What is no type of either stays as it is.
final class HiveTypes {
    private HiveTypes() {
    }

    static ColumnType toSql(String hive) {
        try {
            TypeText text = new TypeText(hive);
            TypeTree tree = read(text);
            text.end();
            return new ColumnType(SqlTypes.write(tree.renamed(HiveTypes::sqlWord)));
        } catch (Malformed unknown) {
            return new ColumnType(hive);
        }
    }

    static String toHive(ColumnType type) {
        try {
            return write(SqlTypes.read(type.sql()).renamed(HiveTypes::hiveWord));
        } catch (Malformed unknown) {
            return type.sql();
        }
    }

    private static TypeTree read(TypeText text) throws Malformed {
        String word = text.until("<>(),:").toLowerCase(Locale.ROOT);
        if (!text.take('<')) {
            return new TypeTree.Plain(word + text.arguments());
        }
        TypeTree tree = switch (word) {
            case "array" -> new TypeTree.ListOf(read(text));
            case "map" -> map(text);
            case "struct" -> struct(text);
            case "uniontype" -> union(text);
            default -> throw new Malformed();
        };
        text.demand('>');
        return tree;
    }

    private static TypeTree map(TypeText text) throws Malformed {
        TypeTree key = read(text);
        text.demand(',');
        return new TypeTree.MapOf(key, read(text));
    }

    private static TypeTree struct(TypeText text) throws Malformed {
        List<TypeTree.Field> fields = new ArrayList<>();
        do {
            String name = text.until(":<>,");
            text.demand(':');
            fields.add(new TypeTree.Field(name, read(text)));
        } while (text.take(','));
        return new TypeTree.Struct(fields);
    }

    private static TypeTree union(TypeText text) throws Malformed {
        List<TypeTree> members = new ArrayList<>();
        do {
            members.add(read(text));
        } while (text.take(','));
        return new TypeTree.Union(members);
    }

    private static String write(TypeTree tree) {
        return switch (tree) {
            case TypeTree.Plain plain -> plain.words();
            case TypeTree.ListOf list -> "array<" + write(list.element()) + ">";
            case TypeTree.MapOf map -> "map<" + write(map.key()) + "," + write(map.value()) + ">";
            case TypeTree.Struct struct -> struct.fields().stream().map(field -> field.name() + ":" + write(field.type())).collect(Collectors.joining(",", "struct<", ">"));
            case TypeTree.Union union -> union.members().stream().map(HiveTypes::write).collect(Collectors.joining(",", "uniontype<", ">"));
        };
    }

    private static String sqlWord(String hive) {
        return switch (hive) {
            case "string" -> "varchar";
            case "int" -> "integer";
            case "binary" -> "blob";
            case "decimal" -> "decimal(10,0)";
            case "timestamp with local time zone", "timestamptz" -> "timestamp with time zone";
            default -> hive;
        };
    }

    /// The Hive type that holds every value of it, where there is no such type.
    private static String hiveWord(String sql) {
        return switch (sql) {
            case "varchar", "text", "uuid", "json", "time", "interval", "bit" -> "string";
            case "integer", "usmallint" -> "int";
            case "utinyint" -> "smallint";
            case "uinteger" -> "bigint";
            case "ubigint" -> "decimal(20,0)";
            case "hugeint" -> "decimal(38,0)";
            case "blob", "varbinary", "bytea" -> "binary";
            case "real" -> "float";
            case "double precision" -> "double";
            case "decimal", "numeric" -> "decimal(18,3)";
            case "timestamptz", "timestamp with time zone", "timestamp_s", "timestamp_ms", "timestamp_ns" -> "timestamp";
            default -> sql.startsWith("numeric(") ? "decimal" + sql.substring("numeric".length()) : sql.startsWith("enum(") ? "string" : sql;
        };
    }
}
