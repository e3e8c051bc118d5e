package io.wonderlake.cli;

/// A text that a [TextTable] never cuts, as somebody will copy it into the next command.
record Whole(String text) { }
