package io.wonderlake.engine;

import io.wonderlake.engine.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/// Cuts SQL text into words, quoted things, comments and symbols. Takes any text: what is not closed reaches to the end.
public final class Tokens {
    private final String sql;
    private int position;

    private Tokens(String sql) {
        this.sql = sql;
    }

    /// All pieces, white space and comments included.
    public static List<Token> of(String sql) {
        Tokens scanner = new Tokens(sql);
        List<Token> tokens = new ArrayList<>();
        while (scanner.position < sql.length()) {
            int start = scanner.position;
            Kind kind = scanner.advance();
            tokens.add(new Token(kind, start, scanner.position));
        }
        return tokens;
    }

    /// The pieces that mean something.
    public static List<Token> solid(String sql) {
        return of(sql).stream().filter(Token::solid).toList();
    }

    private Kind advance() {
        char c = sql.charAt(position);
        if (Character.isWhitespace(c)) {
            return skipWhile(Kind.SPACE, Character::isWhitespace);
        }
        if (sql.startsWith("--", position)) {
            return skipWhile(Kind.COMMENT, next -> next != '\n');
        }
        if (sql.startsWith("/*", position)) {
            return skipComment();
        }
        if (c == '\'') {
            return skipQuoted(Kind.STRING, false);
        }
        if (c == '"') {
            return skipQuoted(Kind.NAME, false);
        }
        if (c == '$') {
            return skipDollar();
        }
        if (Character.isDigit(c)) {
            return skipWhile(Kind.NUMBER, next -> Character.isLetterOrDigit(next) || next == '.' || next == '_');
        }
        if ((c == 'e' || c == 'E') && sql.startsWith("'", position + 1)) {
            position++;
            return skipQuoted(Kind.STRING, true);
        }
        if (startsWord(c)) {
            return skipWhile(Kind.WORD, next -> startsWord(next) || Character.isDigit(next) || next == '$');
        }
        position++;
        return Kind.SYMBOL;
    }

    private static boolean startsWord(int c) {
        return Character.isLetter(c) || c == '_' || c > 127 && !Character.isWhitespace(c);
    }

    private Kind skipWhile(Kind kind, java.util.function.IntPredicate belongs) {
        while (position < sql.length() && belongs.test(sql.charAt(position))) {
            position++;
        }
        return kind;
    }

    private Kind skipComment() {
        int depth = 0;
        while (position < sql.length()) {
            if (sql.startsWith("/*", position)) {
                depth++;
                position += 2;
            } else if (sql.startsWith("*/", position)) {
                depth--;
                position += 2;
                if (depth == 0) {
                    break;
                }
            } else {
                position++;
            }
        }
        position = Math.min(position, sql.length());
        return Kind.COMMENT;
    }

    private Kind skipQuoted(Kind kind, boolean backslash) {
        char quote = sql.charAt(position++);
        while (position < sql.length()) {
            char c = sql.charAt(position++);
            if (backslash && c == '\\') {
                position = Math.min(position + 1, sql.length());
            } else if (c == quote) {
                if (position < sql.length() && sql.charAt(position) == quote) {
                    position++;
                } else {
                    break;
                }
            }
        }
        return kind;
    }

    private Kind skipDollar() {
        int close = position + 1;
        while (close < sql.length() && (Character.isLetterOrDigit(sql.charAt(close)) || sql.charAt(close) == '_')) {
            close++;
        }
        boolean opens = close < sql.length() && sql.charAt(close) == '$'
                && (close == position + 1 || !Character.isDigit(sql.charAt(position + 1)));
        if (!opens) {
            position = Math.max(close, position + 1);
            return Kind.SYMBOL;
        }
        String tag = sql.substring(position, close + 1);
        int end = sql.indexOf(tag, close + 1);
        position = end < 0 ? sql.length() : end + tag.length();
        return Kind.STRING;
    }
}
