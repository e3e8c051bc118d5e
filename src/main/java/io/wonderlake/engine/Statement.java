package io.wonderlake.engine;

/// One statement of a text.
///
/// @param sql the statement without its semicolon and the white space around it
/// @param start offset of its first character in the text
/// @param end offset after its last character, before the semicolon
public record Statement(String sql, int start, int end) { }
