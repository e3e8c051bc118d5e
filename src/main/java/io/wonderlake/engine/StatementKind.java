package io.wonderlake.engine;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What sort of statement a text is, by its leading words, for engines that cannot be asked before they run it (Athena, Redshift).
/// Only what surely reads is said to read: an unknown word, and a text that engines may understand differently, counts as a change.
///
/// @param verb the word that says what it does, in upper case: `SELECT`, `INSERT`, `MSCK`; empty for a text without one
/// @param reads whether it leaves tables, files and the engine as they are
public record StatementKind(String verb, boolean reads) {
    private static final Set<String> QUERIES = Set.of("SELECT", "VALUES", "TABLE");
    private static final Set<String> LISTINGS = Set.of("SHOW", "DESCRIBE", "DESC");
    private static final Set<String> WRITES = Set.of("INSERT", "UPDATE", "DELETE", "MERGE");

    /// Of several statements the first that changes something, else the first.
    public static StatementKind of(String text) {
        List<StatementKind> kinds = Statements.of(text).stream().map(statement -> new Words(statement.sql()).kind()).toList();
        return kinds.stream().filter(kind -> !kind.reads()).findFirst().orElseGet(() -> kinds.isEmpty() ? new StatementKind("", false) : kinds.getFirst());
    }

    /// The words of one statement, read from the left.
    private static final class Words {
        private final String sql;
        private final List<Token> tokens;
        private final boolean clear;
        private int next;

        Words(String sql) {
            this.sql = sql;
            List<Token> all = Tokens.of(sql);
            this.clear = all.stream().noneMatch(this::ambiguous);
            this.tokens = all.stream().filter(Token::solid).toList();
        }

        /// Engines differ about a comment in a comment, so that one runs what another skips.
        private boolean ambiguous(Token token) {
            return token.kind() == Token.Kind.COMMENT && token.text(sql).startsWith("/*") && token.text(sql).indexOf("/*", 2) >= 0;
        }

        StatementKind kind() {
            String verb = verb();
            if (verb.equals("EXPLAIN")) {
                return explained();
            }
            boolean query = QUERIES.contains(verb) || verb.equals("WITH");
            String written = query ? written() : "";
            return written.isEmpty() ? new StatementKind(verb, clear && (query || LISTINGS.contains(verb))) : new StatementKind(written, false);
        }

        /// A plan alone changes nothing; `ANALYZE` runs the statement.
        private StatementKind explained() {
            boolean runs = false;
            next++;
            while (next < tokens.size() && !starts(word(next))) {
                runs |= word(next).startsWith("ANALY");
                next++;
            }
            StatementKind inner = kind();
            return runs ? inner : new StatementKind("EXPLAIN", clear);
        }

        private static boolean starts(String word) {
            return QUERIES.contains(word) || LISTINGS.contains(word) || WRITES.contains(word) || Set.of("WITH", "CREATE", "DROP", "ALTER", "UNLOAD", "EXECUTE").contains(word);
        }

        private String verb() {
            while (next < tokens.size() && tokens.get(next).is(sql, "(")) {
                next++;
            }
            return word(next);
        }

        /// The verb of a query that writes after all: `WITH … INSERT`, a changing statement in its `WITH`, or `SELECT … INTO`.
        private String written() {
            for (int i = next + 1; i < tokens.size(); i++) {
                String word = word(i);
                boolean begins = tokens.get(i - 1).is(sql, "(") || tokens.get(i - 1).is(sql, ")");
                if (word.equals("INTO") || begins && WRITES.contains(word) && !follows(i, "(")) {
                    return word.equals("INTO") ? "SELECT INTO" : word;
                }
            }
            return "";
        }

        private boolean follows(int i, String symbol) {
            return i + 1 < tokens.size() && tokens.get(i + 1).is(sql, symbol);
        }

        private String word(int i) {
            return i < tokens.size() && tokens.get(i).kind() == Token.Kind.WORD ? tokens.get(i).text(sql).toUpperCase(Locale.ROOT) : "";
        }
    }
}
