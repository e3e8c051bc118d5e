package io.wonderlake.ui.query;

import io.wonderlake.catalog.Column;
import io.wonderlake.catalog.Table;
import io.wonderlake.ui.query.Suggestion.Kind;
import io.wonderlake.work.Strings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What can stand at the caret: tables after FROM, columns of the tables that the text names, functions and keywords.
///
/// @param start where the word at the caret begins; a suggestion replaces the text from here to the caret
/// @param word what is typed of it
record Completion(int start, String word, List<Suggestion> suggestions) {
    private static final int MOST = 60;
    private static final Set<String> BEFORE_TABLE = Set.of("from", "join", "into", "table", "describe", "summarize");

    /// @param everywhere whether only words are offered that any engine has
    static Completion at(String sql, int caret, List<Table> catalog, boolean everywhere) {
        Map<String, Table> known = catalog.stream()
                .collect(Collectors.toMap(table -> table.name().toString(), Function.identity(), (first, _) -> first, LinkedHashMap::new));
        List<SqlToken> tokens = SqlLexer.tokens(sql);
        if (inside(sql, tokens, caret)) {
            return new Completion(caret, "", List.of());
        }
        int start = caret;
        while (start > 0 && wordly(sql.charAt(start - 1))) {
            start--;
        }
        String word = sql.substring(start, caret);
        SqlNames names = SqlNames.in(sql, tokens, known);
        List<Suggestion> offers = offers(sql, start, tokens, names, catalog).stream().filter(offer -> !everywhere || !dull(offer) || SqlWords.common(offer.text())).toList();
        return new Completion(start, word, best(word, offers));
    }

    /// Whether the list should come up by itself: after a dot, after FROM and a space, or once two letters stand.
    static boolean wanted(String sql, int caret) {
        if (caret == 0 || caret > sql.length()) {
            return false;
        }
        char last = sql.charAt(caret - 1);
        if (last == '.') {
            return caret > 1 && (wordly(sql.charAt(caret - 2)) || sql.charAt(caret - 2) == '"') && !Character.isDigit(sql.charAt(caret - 2));
        }
        String tail = sql.substring(Math.max(0, caret - 12), caret).toLowerCase(Locale.ROOT);
        return tail.matches("(?s).*\\b(from|join)\\s") || caret > 1 && wordly(last) && !Character.isDigit(last) && wordly(sql.charAt(caret - 2));
    }

    private static List<Suggestion> offers(String sql, int start, List<SqlToken> tokens, SqlNames names, List<Table> catalog) {
        List<String> before = before(sql, start, tokens);
        if (!before.isEmpty() && before.getFirst().equals(".")) {
            return before.size() < 2 ? List.of() : afterDot(before, names, catalog);
        }
        List<Suggestion> tables = catalog.stream().map(table -> table(table, table.name().toString())).toList();
        if (!before.isEmpty() && BEFORE_TABLE.contains(before.getFirst())) {
            return tables;
        }
        List<Suggestion> all = new ArrayList<>();
        names.list().forEach(table -> all.addAll(columns(table, table.name().table())));
        all.addAll(tables);
        SqlWords.FUNCTIONS.forEach(word -> all.add(new Suggestion(Kind.FUNCTION, word, Strings.text("query.complete.function"), Optional.empty())));
        SqlWords.KEYWORDS.forEach(word -> all.add(new Suggestion(Kind.KEYWORD, word, Strings.text("query.complete.keyword"), Optional.empty())));
        return all;
    }

    /// Names before the dot, nearest first: `[".", "event"]` or `[".", "event", ".", "tickit_curated"]`.
    private static List<Suggestion> afterDot(List<String> before, SqlNames names, List<Table> catalog) {
        String owner = before.get(1);
        if (before.size() > 3 && before.get(2).equals(".")) {
            String full = before.get(3) + "." + owner;
            return catalog.stream().filter(table -> table.name().toString().equals(full)).flatMap(table -> columns(table, "").stream()).toList();
        }
        return names.named(owner).map(table -> columns(table, ""))
                .orElseGet(() -> catalog.stream().filter(table -> table.name().database().equals(owner))
                        .map(table -> table(table, table.name().table())).toList());
    }

    private static List<Suggestion> columns(Table table, String owner) {
        String of = owner.isEmpty() ? "" : " · " + owner;
        return Stream.concat(
                table.partitionColumns().stream().map(column -> column(Kind.PARTITION, column, Strings.text("query.complete.partition", column.type()) + of)),
                table.columns().stream().map(column -> column(Kind.COLUMN, column, column.type() + of))).toList();
    }

    private static Suggestion column(Kind kind, Column column, String detail) {
        return new Suggestion(kind, quoted(column.name()), detail, Optional.of(column.type()));
    }

    private static String quoted(String name) {
        return name.matches("[a-z_][a-z0-9_]*") && !SqlWords.keyword(name) ? name : '"' + name.replace("\"", "\"\"") + '"';
    }

    private static Suggestion table(Table table, String text) {
        String rows = table.rows() < 0 ? table.tier().folder() : Strings.text("query.complete.rows", table.rows());
        return new Suggestion(Kind.TABLE, text, rows, Optional.empty());
    }

    private static List<Suggestion> best(String word, List<Suggestion> offers) {
        String low = word.toLowerCase(Locale.ROOT);
        return offers.stream().filter(offer -> at(offer, low) >= 0 && !offer.text().equals(word))
                .sorted(Comparator.comparingInt((Suggestion offer) -> rank(offer, low)).thenComparing(Suggestion::kind))
                .distinct().limit(MOST).toList();
    }

    private static int at(Suggestion offer, String low) {
        int at = offer.text().toLowerCase(Locale.ROOT).indexOf(low);
        return dull(offer) && at > 0 ? -1 : at;
    }

    private static boolean dull(Suggestion offer) {
        return offer.kind() == Kind.KEYWORD || offer.kind() == Kind.FUNCTION;
    }

    private static int rank(Suggestion offer, String low) {
        int at = at(offer, low);
        return at == 0 || at > 0 && offer.text().charAt(at - 1) == '.' ? 0 : 1;
    }

    /// Whether the caret stands in a text or a remark, where nothing is offered.
    private static boolean inside(String sql, List<SqlToken> tokens, int caret) {
        return tokens.stream().filter(token -> token.start() < caret && caret <= token.end()).anyMatch(token -> switch (token.kind()) {
            case COMMENT -> true;
            case STRING -> caret < token.end() || token.end() - token.start() == 1 || sql.charAt(token.end() - 1) != '\'';
            case KEYWORD, FUNCTION, NUMBER, NAME, SIGN -> false;
        });
    }

    private static List<String> before(String sql, int start, List<SqlToken> tokens) {
        List<SqlToken> left = tokens.stream().filter(token -> token.end() <= start && token.kind() != SqlToken.Kind.COMMENT).toList();
        return left.reversed().stream().limit(4).map(token -> SqlNames.bare(token.text(sql))).toList();
    }

    private static boolean wordly(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }
}
