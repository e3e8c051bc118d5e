package io.wonderlake.ui.query;

import io.wonderlake.ui.query.SqlToken.Kind;
import java.util.ArrayList;
import java.util.List;

/// Cuts an SQL text into tokens in one pass. Never fails: what does not end (a text, a remark) goes to the end of the text.
final class SqlLexer {
    private static final int LONGEST_WORD = 40;
    private final String sql;
    private final List<SqlToken> tokens = new ArrayList<>();

    private SqlLexer(String sql) {
        this.sql = sql;
    }

    static List<SqlToken> tokens(String sql) {
        SqlLexer lexer = new SqlLexer(sql);
        for (int at = 0; at < sql.length();) {
            at = lexer.next(at);
        }
        return lexer.tokens;
    }

    private int next(int at) {
        char c = sql.charAt(at);
        if (Character.isWhitespace(c)) {
            return at + 1;
        }
        if (sql.startsWith("--", at)) {
            return add(Kind.COMMENT, at, orEnd(sql.indexOf('\n', at), 0));
        }
        if (sql.startsWith("/*", at)) {
            return add(Kind.COMMENT, at, orEnd(sql.indexOf("*/", at + 2), 2));
        }
        if (c == '\'' || c == '"') {
            return add(c == '"' ? Kind.NAME : Kind.STRING, at, closing(at, c));
        }
        if (Character.isDigit(c)) {
            return add(Kind.NUMBER, at, run(at, true));
        }
        return Character.isLetter(c) || c == '_' ? word(at) : add(Kind.SIGN, at, at + 1);
    }

    private int word(int at) {
        int end = run(at, false);
        String word = end - at > LONGEST_WORD ? "" : sql.substring(at, end);
        boolean afterDot = at > 0 && sql.charAt(at - 1) == '.';
        if (!afterDot && called(end) && !word.equalsIgnoreCase("in") && (SqlWords.function(word) || !SqlWords.keyword(word))) {
            return add(Kind.FUNCTION, at, end);
        }
        return add(!afterDot && SqlWords.keyword(word) ? Kind.KEYWORD : Kind.NAME, at, end);
    }

    private boolean called(int end) {
        return end < sql.length() && sql.charAt(end) == '(';
    }

    private int run(int at, boolean number) {
        int end = at;
        while (end < sql.length() && (Character.isLetterOrDigit(sql.charAt(end)) || sql.charAt(end) == '_' || number && sql.charAt(end) == '.')) {
            end++;
        }
        return end;
    }

    /// The offset after the closing quote; a doubled quote stands for itself.
    private int closing(int at, char quote) {
        int end = at + 1;
        while (end < sql.length()) {
            if (sql.charAt(end) != quote) {
                end++;
            } else if (end + 1 < sql.length() && sql.charAt(end + 1) == quote) {
                end += 2;
            } else {
                return end + 1;
            }
        }
        return sql.length();
    }

    private int orEnd(int found, int length) {
        return found < 0 ? sql.length() : found + length;
    }

    private int add(Kind kind, int start, int end) {
        tokens.add(new SqlToken(kind, start, end));
        return end;
    }
}
