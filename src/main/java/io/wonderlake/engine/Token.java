package io.wonderlake.engine;

/// A piece of SQL text, as [Tokens] cuts it. Pieces follow each other without a gap.
///
/// @param start offset of its first character in the text
/// @param end offset after its last character
public record Token(Kind kind, int start, int end) {

    /// What a piece is. `NAME` is a quoted identifier; `STRING` holds dollar quotes too.
    public enum Kind { WORD, NAME, STRING, NUMBER, SYMBOL, COMMENT, SPACE }

    public String text(String sql) {
        return sql.substring(start, end);
    }

    /// Whether it means something to an engine.
    public boolean solid() {
        return kind != Kind.COMMENT && kind != Kind.SPACE;
    }

    /// Whether it is this symbol or this unquoted word, without regard to case.
    public boolean is(String sql, String text) {
        return (kind == Kind.WORD || kind == Kind.SYMBOL) && end - start == text.length() && sql.regionMatches(true, start, text, 0, text.length());
    }
}
