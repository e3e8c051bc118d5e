package io.wonderlake.ui.explore;

/// How a table stands after the last step that made it.
sealed interface TableState {

    /// No run tells.
    record Unknown() implements TableState { }

    /// @param contract whether it was a contract that was met
    record Met(boolean contract) implements TableState { }

    /// @param rules how many rules have rows that break them
    record Warned(int rules) implements TableState { }

    record Failed() implements TableState { }
}
