package io.wonderlake.catalog.glue;

import java.util.List;
import java.util.function.UnaryOperator;

/// What a type is made of, between the words of SQL and those of Hive.
sealed interface TypeTree {

    /// @param words of a type without parts, with its arguments: `decimal(8,2)`, `timestamp with time zone`
    record Plain(String words) implements TypeTree { }

    record ListOf(TypeTree element) implements TypeTree { }

    record MapOf(TypeTree key, TypeTree value) implements TypeTree { }

    record Struct(List<Field> fields) implements TypeTree { }

    /// @param members one of which each value is
    record Union(List<TypeTree> members) implements TypeTree { }

    record Field(String name, TypeTree type) { }

    /// The same structure, with each plain type in other words.
    default TypeTree renamed(UnaryOperator<String> words) {
        return switch (this) {
            case Plain plain -> new Plain(words.apply(plain.words()));
            case ListOf list -> new ListOf(list.element().renamed(words));
            case MapOf map -> new MapOf(map.key().renamed(words), map.value().renamed(words));
            case Struct struct -> new Struct(struct.fields().stream().map(field -> new Field(field.name(), field.type().renamed(words))).toList());
            case Union union -> new Union(union.members().stream().map(member -> member.renamed(words)).toList());
        };
    }
}
