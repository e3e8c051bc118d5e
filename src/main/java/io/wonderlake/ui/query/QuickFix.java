package io.wonderlake.ui.query;

import io.wonderlake.engine.Statement;
import io.wonderlake.work.Failure;
import java.util.Optional;

/// Puts the name that was probably meant in the place of the wrong one.
///
/// @param from where the wrong name begins in the whole text
/// @param to where it ends
record QuickFix(int from, int to, String name) {

    /// Empty when the failure names nothing near, or the text has been changed there since it ran.
    static Optional<QuickFix> of(Failure failure, Statement statement, String text) {
        if (failure.nearest().isEmpty() || failure.position().isEmpty() || !stands(statement, text)) {
            return Optional.empty();
        }
        int at = statement.start() + failure.position().getAsInt();
        int from = at;
        int to = at;
        while (from > statement.start() && named(text.charAt(from - 1))) {
            from--;
        }
        while (to < statement.end() && named(text.charAt(to))) {
            to++;
        }
        String near = failure.nearest().get();
        int dot = text.lastIndexOf('.', to - 1);
        int start = dot >= from && near.indexOf('.') < 0 ? dot + 1 : from;
        return start < to && !text.substring(start, to).equals(near) ? Optional.of(new QuickFix(start, to, near)) : Optional.empty();
    }

    /// Whether the statement is still in the text as it ran.
    static boolean stands(Statement statement, String text) {
        return statement.end() <= text.length() && text.startsWith(statement.sql(), statement.start());
    }

    private static boolean named(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '.' || c == '"';
    }
}
