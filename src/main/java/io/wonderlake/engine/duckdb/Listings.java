package io.wonderlake.engine.duckdb;

import io.wonderlake.catalog.Catalog;
import io.wonderlake.catalog.Table;
import io.wonderlake.engine.Token;
import io.wonderlake.engine.Tokens;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Answers `SHOW TABLES`, `SHOW TABLES FROM database` and `SHOW DATABASES` from the catalog: the engine itself sees only the tables that a
/// statement names.
final class Listings {
    private static final String TABLES = "SELECT NULL::VARCHAR AS database, NULL::VARCHAR AS name, NULL::BIGINT AS rows, NULL::VARCHAR AS description WHERE false";
    private static final String DATABASES = "SELECT NULL::VARCHAR AS database, NULL::BIGINT AS tables WHERE false";

    private final Catalog catalog;

    Listings(Catalog catalog) {
        this.catalog = catalog;
    }

    /// The statement to run instead, or the same one when it asks for no listing.
    String instead(String sql) {
        List<Token> tokens = Tokens.solid(sql);
        List<String> words = tokens.stream().filter(token -> !token.is(sql, ";")).map(token -> token.text(sql).toLowerCase(Locale.ROOT)).toList();
        if (words.size() == 4 && words.subList(0, 3).equals(List.of("show", "tables", "from"))) {
            return tables(words.get(3).replace("\"", "")::equals);
        }
        return switch (String.join(" ", words)) {
            case "show tables", "show all tables", "describe", "describe tables" -> tables(_ -> true);
            case "show databases", "show schemas" -> databases();
            default -> sql;
        };
    }

    private String tables(Predicate<String> wanted) {
        return listing(TABLES, catalog.databases().stream().filter(wanted).flatMap(database -> catalog.tables(database).stream()).map(Listings::row));
    }

    private static String row(Table table) {
        return "(" + Sql.text(table.name().database()) + ", " + Sql.text(table.name().table()) + ", " + (table.rows() < 0 ? "NULL" : Long.toString(table.rows()))
                + ", " + Sql.text(table.description()) + ")";
    }

    private String databases() {
        return listing(DATABASES, catalog.databases().stream().map(database -> "(" + Sql.text(database) + ", " + catalog.tables(database).size() + ")"));
    }

    private static String listing(String empty, Stream<String> rows) {
        String values = rows.collect(Collectors.joining(", "));
        return values.isEmpty() ? empty : empty + " UNION ALL VALUES " + values;
    }
}
