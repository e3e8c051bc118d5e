package io.wonderlake.engine.redshift;

import io.wonderlake.engine.Query;
import io.wonderlake.engine.Token;
import io.wonderlake.engine.Tokens;
import io.wonderlake.work.Failure;
import io.wonderlake.work.FailureException;
import io.wonderlake.work.Spelling;
import io.wonderlake.work.Strings;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Says in our words that a statement names a table or a column that is not there, and which one may have been meant: it asks the warehouse.
final class Suggestions {
    private static final Pattern TABLE = Pattern.compile("^(?:relation|schema) \"(.+?)\" does not exist", Pattern.CASE_INSENSITIVE);
    private static final Pattern COLUMN = Pattern.compile("^column \"?(.+?)\"? does not exist", Pattern.CASE_INSENSITIVE);
    private static final int MOST_NAMES = 100;
    private static final String TABLES = "select schema_name, table_name from svv_all_tables where database_name = current_database() "
            + "and substring(schema_name, 1, 3) <> 'pg_' and schema_name <> 'information_schema'";

    private final String sql;
    private final Function<Query, List<Object[]>> ask;

    /// `sql` is the statement that failed.
    Suggestions(String sql, Function<Query, List<Object[]>> ask) {
        this.sql = sql;
        this.ask = ask;
    }

    /// The same failure in our words when it is about a missing table or column; otherwise the failure as it is.
    FailureException improve(FailureException failed) {
        Failure failure = failed.failure();
        Matcher table = TABLE.matcher(failure.message());
        Matcher column = COLUMN.matcher(failure.message());
        Failure better = table.find() ? noTable(table.group(1)) : column.find() ? noColumn(column.group(1)) : failure;
        return new Failure(better.kind(), better.message(), better.advice(), failure.detail(), failure.position(), better.nearest(), failure.origin()).exception();
    }

    private Failure noTable(String name) {
        boolean bare = name.indexOf('.') < 0;
        List<String[]> all = ask(new Query(TABLES, List.of(), false)).stream().map(row -> new String[] {String.valueOf(row[0]), String.valueOf(row[1])}).toList();
        return Spelling.nearest(name, all, candidate -> bare ? candidate[1] : String.join(".", candidate)).map(candidate -> String.join(".", candidate))
                .map(near -> Failure.of(Failure.Kind.NOT_FOUND, "failure.redshift.table.near", name, near).withNearest(near))
                .orElseGet(() -> Failure.of(Failure.Kind.NOT_FOUND, "failure.redshift.table", name));
    }

    /// Any name in the statement may be that of a table, so the columns of all of them count.
    private Failure noColumn(String written) {
        String name = written.substring(written.lastIndexOf('.') + 1).replace("\"", "");
        List<Object> names = Tokens.solid(sql).stream().filter(token -> token.kind() == Token.Kind.WORD || token.kind() == Token.Kind.NAME)
                .map(token -> (Object) token.text(sql).replace("\"", "").toLowerCase(Locale.ROOT)).distinct().limit(MOST_NAMES).toList();
        String columns = "select column_name from svv_all_columns where database_name = current_database() and lower(table_name) in ("
                + names.stream().map(_ -> "?").collect(Collectors.joining(", ")) + ")";
        List<String> candidates = ask(new Query(columns, names, false)).stream().map(row -> String.valueOf(row[0])).distinct().toList();
        Optional<String> near = candidates.contains(name) ? Optional.empty() : Spelling.nearest(name, candidates, candidate -> candidate);
        String where = Strings.text("engine.here");
        return near.map(meant -> Failure.of(Failure.Kind.BAD_INPUT, "failure.engine.column.near", name, where, meant).withNearest(meant))
                .orElseGet(() -> Failure.of(Failure.Kind.BAD_INPUT, "failure.redshift.column", name, where));
    }

    /// A suggestion is worth no second failure.
    private List<Object[]> ask(Query query) {
        try {
            return ask.apply(query);
        } catch (FailureException _) {
            return Collections.emptyList();
        }
    }
}
