package io.wonderlake.engine.athena;

import io.wonderlake.catalog.Catalog;
import io.wonderlake.catalog.Column;
import io.wonderlake.catalog.Table;
import io.wonderlake.catalog.TableName;
import io.wonderlake.engine.Token;
import io.wonderlake.engine.Tokens;
import io.wonderlake.work.Failure;
import io.wonderlake.work.FailureException;
import io.wonderlake.work.Spelling;
import io.wonderlake.work.Strings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Says in our words that a statement names a table or a column that is not there, and which one may have been meant.
record Names(Optional<Catalog> catalog, String sql) {
    private static final String DEFAULT = "default.";
    private static final Pattern TABLE = Pattern.compile("(?i)(?:Table|View) '?(?:awsdatacatalog\\.)?([^'\\s]+?)'? does not exist");
    private static final Pattern SCHEMA = Pattern.compile("(?i)Schema '?(?:awsdatacatalog\\.)?([^'\\s]+?)'? does not exist");
    private static final Pattern COLUMN = Pattern.compile("Column '([^']+)' cannot be resolved");

    /// Empty when the message is about something else.
    Optional<Failure> failure(String message) {
        Matcher table = TABLE.matcher(message);
        if (table.find()) {
            return Optional.of(noTable(table.group(1)));
        }
        Matcher schema = SCHEMA.matcher(message);
        if (schema.find()) {
            return Optional.of(noTable(inDatabase(schema.group(1))));
        }
        Matcher column = COLUMN.matcher(message);
        return column.find() ? Optional.of(noColumn(column.group(1))) : Optional.empty();
    }

    /// A name without a database is looked for in `default`, which the statement does not say.
    private Failure noTable(String asked) {
        boolean bare = asked.startsWith(DEFAULT) && named().stream().noneMatch(named -> named.toString().equalsIgnoreCase(asked));
        String name = bare ? asked.substring(DEFAULT.length()) : asked;
        return Spelling.nearest(name, all(), bare ? TableName::table : TableName::toString)
                .map(near -> Failure.of(Failure.Kind.NOT_FOUND, "failure.engine.table.near", name, near).withNearest(near.toString()))
                .orElseGet(() -> Failure.of(Failure.Kind.NOT_FOUND, "failure.engine.table", name));
    }

    /// A table that the statement names in a database that is not there, as the statement writes it.
    private String inDatabase(String database) {
        return named().stream().filter(name -> name.database().equalsIgnoreCase(database)).findFirst().map(TableName::toString).orElse(database);
    }

    private Failure noColumn(String written) {
        String column = written.substring(written.lastIndexOf('.') + 1);
        List<Table> tables = tables();
        String where = tables.size() == 1 ? tables.getFirst().name().toString() : Strings.text("engine.here");
        List<String> columns = tables.stream().flatMap(table -> table.allColumns().stream()).map(Column::name).distinct().toList();
        if (columns.stream().anyMatch(column::equalsIgnoreCase)) {
            return Failure.of(Failure.Kind.BAD_INPUT, "failure.athena.column", column);
        }
        return Spelling.nearest(column, columns, name -> name)
                .map(near -> Failure.of(Failure.Kind.BAD_INPUT, "failure.engine.column.near", column, where, near).withNearest(near))
                .orElseGet(() -> Failure.of(Failure.Kind.BAD_INPUT, "failure.engine.column", column, where));
    }

    /// The pairs of words with a point between them; some are columns of a table, which no catalog finds.
    private List<TableName> named() {
        List<Token> tokens = Tokens.solid(sql);
        List<TableName> names = new ArrayList<>();
        for (int i = 1; i + 1 < tokens.size(); i++) {
            if (tokens.get(i).is(sql, ".") && name(tokens.get(i - 1)) && name(tokens.get(i + 1))) {
                names.add(new TableName(word(tokens.get(i - 1)), word(tokens.get(i + 1))));
            }
        }
        return names.stream().distinct().toList();
    }

    private static boolean name(Token token) {
        return token.kind() == Token.Kind.WORD || token.kind() == Token.Kind.NAME;
    }

    private String word(Token token) {
        String text = token.text(sql);
        return token.kind() == Token.Kind.NAME ? text.replace("\"", "") : text.toLowerCase(java.util.Locale.ROOT);
    }

    private List<Table> tables() {
        try {
            return catalog.stream().flatMap(known -> named().stream().flatMap(name -> known.find(name).stream())).toList();
        } catch (FailureException unreachable) {
            return List.of();
        }
    }

    private List<TableName> all() {
        try {
            return catalog.stream().flatMap(known -> known.databases().stream().flatMap(database -> known.tables(database).stream())).map(Table::name).toList();
        } catch (FailureException unreachable) {
            return List.of();
        }
    }
}
