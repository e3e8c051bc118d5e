package io.wonderlake.ui.query;

import io.wonderlake.engine.Statement;
import java.util.ArrayList;
import java.util.List;

/// Splits at each semicolon; enough for texts without quotes.
final class Semicolons {
    private Semicolons() {
    }

    static List<Statement> split(String text) {
        List<Statement> found = new ArrayList<>();
        int from = 0;
        for (String part : text.split(";", -1)) {
            String sql = part.strip();
            int start = from + part.indexOf(sql);
            if (!sql.isEmpty()) {
                found.add(new Statement(sql, start, start + sql.length()));
            }
            from += part.length() + 1;
        }
        return found;
    }
}
