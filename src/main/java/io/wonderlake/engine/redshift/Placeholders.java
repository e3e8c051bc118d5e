package io.wonderlake.engine.redshift;

import io.wonderlake.engine.Query;
import io.wonderlake.engine.Tokens;
import java.util.List;
import java.util.Optional;

/// A statement whose `?` the driver writes as `$1`, `$2`… before the server reads it, and where the server's positions lie in the user's text.
final class Placeholders {
    private final String sql;
    private final List<Integer> places;

    /// Without parameters the driver leaves the text as it is.
    Placeholders(Query query) {
        this.sql = query.sql();
        this.places = query.parameters().isEmpty() ? List.of()
                : Tokens.solid(sql).stream().filter(token -> token.is(sql, "?")).map(token -> token.start()).toList();
    }

    /// The offset in the user's text of a position that counts characters from 1 in the server's.
    Optional<Integer> offset(int position) {
        int added = 0;
        int codePoints = 0;
        int offset = 0;
        int next = 0;
        while (offset < sql.length() && codePoints + added < position - 1) {
            if (next < places.size() && places.get(next) == offset) {
                next++;
                added += String.valueOf(next).length();
            }
            offset += Character.charCount(sql.codePointAt(offset));
            codePoints++;
        }
        return sql.isEmpty() ? Optional.empty() : Optional.of(offset);
    }
}
