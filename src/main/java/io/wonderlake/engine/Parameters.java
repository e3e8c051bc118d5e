package io.wonderlake.engine;

import io.wonderlake.work.Failure;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Named parameters (`:name`) of a statement. Strings, quoted names, comments and casts (`::type`) hold none.
public final class Parameters {
    private Parameters() {
    }

    /// The names in the order of their first use.
    public static Set<String> names(String sql) {
        Set<String> names = new LinkedHashSet<>();
        places(sql).forEach(place -> names.add(place.text(sql)));
        return names;
    }

    /// The statement with `?` for each `:name`, and the values in their order. A name without a value is a `BAD_INPUT` failure at its place.
    public static Query bind(String sql, Map<String, ?> values, boolean unlocked) {
        StringBuilder text = new StringBuilder();
        List<Object> ordered = new ArrayList<>();
        int copied = 0;
        for (Token place : places(sql)) {
            text.append(sql, copied, place.start() - 1).append('?');
            ordered.add(value(sql, place, values));
            copied = place.end();
        }
        return new Query(text.append(sql.substring(copied)).toString(), ordered, unlocked);
    }

    /// The statement with each `:name` replaced by its value as a text literal, for where values cannot be bound.
    public static String inline(String sql, Map<String, String> values) {
        StringBuilder text = new StringBuilder();
        int copied = 0;
        for (Token place : places(sql)) {
            text.append(sql, copied, place.start() - 1).append('\'').append(value(sql, place, values).replace("'", "''")).append('\'');
            copied = place.end();
        }
        return text.append(sql.substring(copied)).toString();
    }

    private static <T> T value(String sql, Token place, Map<String, T> values) {
        String name = place.text(sql);
        if (!values.containsKey(name)) {
            throw Failure.of(Failure.Kind.BAD_INPUT, "failure.query.parameter", name).withPosition(place.start() - 1).exception();
        }
        return values.get(name);
    }

    /// The words that follow a single colon at once. A colon after a word, a number or a bracket is a slice, a key or an alias, not a parameter.
    private static List<Token> places(String sql) {
        List<Token> places = new ArrayList<>();
        List<Token> tokens = Tokens.of(sql);
        for (int i = 1; i < tokens.size(); i++) {
            boolean named = tokens.get(i).kind() == Token.Kind.WORD && tokens.get(i - 1).is(sql, ":");
            if (named && (i < 2 || opens(sql, tokens.get(i - 2)))) {
                places.add(tokens.get(i));
            }
        }
        return places;
    }

    private static boolean opens(String sql, Token before) {
        return switch (before.kind()) {
            case SPACE, COMMENT -> true;
            case SYMBOL -> !before.is(sql, ":") && !before.is(sql, ")") && !before.is(sql, "]");
            case WORD, NAME, STRING, NUMBER -> false;
        };
    }
}
