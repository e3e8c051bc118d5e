package io.wonderlake.format;

/// A row that cannot be read as its file's columns say.
///
/// @param place `line 17` or `Sheet1!A17`
/// @param line 1-based physical line or sheet row
/// @param message one sentence
public record RowProblem(String place, long line, String message) { }
