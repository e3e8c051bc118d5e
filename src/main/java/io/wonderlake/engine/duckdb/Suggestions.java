package io.wonderlake.engine.duckdb;

import io.wonderlake.catalog.Catalog;
import io.wonderlake.catalog.Column;
import io.wonderlake.catalog.Table;
import io.wonderlake.catalog.TableName;
import io.wonderlake.work.Failure;
import io.wonderlake.work.FailureException;
import io.wonderlake.work.Spelling;
import io.wonderlake.work.Strings;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Says in our words that a statement names a table or a column that is not there, and which one may have been meant.
final class Suggestions {
    private static final Pattern TABLE = Pattern.compile("(?:Table|Schema) with name \"?([^\"]+?)\"? does not exist");
    private static final Pattern COLUMN = Pattern.compile("^Referenced column \"(.+?)\" not found in FROM clause");
    private static final Pattern COLUMN_OF = Pattern.compile("^(?:Values list|Table) \"(.+?)\" does not have a column named \"(.+?)\"");

    private final Catalog catalog;
    private final List<Named> tables;

    /// `tables` are those that the statement names.
    Suggestions(Catalog catalog, List<Named> tables) {
        this.catalog = catalog;
        this.tables = tables;
    }

    /// The same failure in our words when it is about a missing table or column; otherwise the failure as it is.
    FailureException improve(FailureException failed) {
        Failure failure = failed.failure();
        String message = failure.detail().orElse("");
        return better(message)
                .map(better -> new Failure(better.kind(), better.message(), better.advice(), failure.detail(), failure.position(), better.nearest(), failure.origin()).exception())
                .orElse(failed);
    }

    private Optional<Failure> better(String message) {
        Matcher table = TABLE.matcher(message);
        if (table.find()) {
            return Optional.of(noTable(table.group(1)));
        }
        Matcher column = COLUMN.matcher(message);
        if (column.find()) {
            return Optional.of(noColumn(column.group(1), _ -> true));
        }
        Matcher columnOf = COLUMN_OF.matcher(message);
        if (columnOf.find()) {
            return Optional.of(noColumn(columnOf.group(2), named -> named.alias().equalsIgnoreCase(columnOf.group(1))));
        }
        return Optional.empty();
    }

    private Failure noTable(String written) {
        String name = tables.stream().map(table -> table.name().toString()).filter(table -> table.equalsIgnoreCase(written)).findFirst().orElse(written);
        boolean bare = name.indexOf('.') < 0;
        List<TableName> all = catalog.databases().stream().flatMap(database -> catalog.tables(database).stream()).map(Table::name).toList();
        return Spelling.nearest(name, all, candidate -> bare ? candidate.table() : candidate.toString())
                .map(near -> Failure.of(Failure.Kind.NOT_FOUND, "failure.engine.table.near", name, near).withNearest(near.toString()))
                .orElseGet(() -> Failure.of(Failure.Kind.NOT_FOUND, "failure.engine.table", name));
    }

    /// `place` tells which of the statement's tables the column was looked for in. A table is named only when it is the only one, and lacks
    /// the column: a subquery may hide columns that its table has.
    private Failure noColumn(String column, Predicate<Named> place) {
        Set<TableName> names = tables.stream().filter(place).map(Named::name).collect(Collectors.toCollection(LinkedHashSet::new));
        List<Table> found = names.stream().flatMap(name -> catalog.find(name).stream()).toList();
        List<String> columns = found.stream().flatMap(table -> table.allColumns().stream()).map(Column::name).distinct().toList();
        boolean hidden = columns.stream().anyMatch(column::equalsIgnoreCase);
        String where = found.size() == 1 && !hidden ? found.getFirst().name().toString() : Strings.text("engine.here");
        Optional<String> near = hidden ? Optional.empty() : Spelling.nearest(column, columns, name -> name);
        return near.map(name -> Failure.of(Failure.Kind.BAD_INPUT, "failure.engine.column.near", column, where, name).withNearest(name))
                .orElseGet(() -> Failure.of(Failure.Kind.BAD_INPUT, "failure.engine.column", column, where));
    }
}
