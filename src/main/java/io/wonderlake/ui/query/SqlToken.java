package io.wonderlake.ui.query;

/// A word, a text, a number, a remark or a sign of an SQL text.
///
/// @param start offset of its first character
/// @param end offset after its last character
record SqlToken(Kind kind, int start, int end) {

    /// What a token is, and by that how it is coloured.
    enum Kind {
        KEYWORD("keyword"), FUNCTION("function"), STRING("string"), NUMBER("number"), COMMENT("comment"), NAME(""), SIGN("");

        private final String styleClass;

        Kind(String styleClass) {
            this.styleClass = styleClass;
        }

        /// Empty for what stands in the colour of plain text.
        String styleClass() {
            return styleClass;
        }
    }

    String text(String sql) {
        return sql.substring(start, end);
    }
}
