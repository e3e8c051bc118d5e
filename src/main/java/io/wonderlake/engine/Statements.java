package io.wonderlake.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The statements of a text, as semicolons part them outside quotes and comments.
public final class Statements {
    private Statements() {
    }

    /// The statements in order. What holds only white space and comments is none.
    public static List<Statement> of(String text) {
        List<Statement> statements = new ArrayList<>();
        int first = -1;
        int last = -1;
        boolean solid = false;
        for (Token token : Tokens.of(text)) {
            if (token.is(text, ";")) {
                if (solid) {
                    statements.add(statement(text, first, last));
                }
                first = -1;
                solid = false;
            } else if (token.kind() != Token.Kind.SPACE) {
                first = first < 0 ? token.start() : first;
                last = token.end();
                solid |= token.solid();
            }
        }
        if (solid) {
            statements.add(statement(text, first, last));
        }
        return statements;
    }

    /// The statement that a caret stands in. Between two statements: the earlier one on its last line, the next one below it;
    /// after the last statement, that one.
    public static Optional<Statement> at(String text, int caret) {
        Statement before = null;
        for (Statement statement : of(text)) {
            if (caret < statement.start() && before != null && sameLine(text, before.end(), caret)) {
                return Optional.of(before);
            }
            if (caret <= statement.end()) {
                return Optional.of(statement);
            }
            before = statement;
        }
        return Optional.ofNullable(before);
    }

    private static boolean sameLine(String text, int from, int to) {
        return text.substring(from, to).indexOf('\n') < 0;
    }

    private static Statement statement(String text, int start, int end) {
        return new Statement(text.substring(start, end), start, end);
    }
}
