package io.wonderlake.ui.query;

import io.wonderlake.catalog.Table;
import io.wonderlake.ui.query.SqlToken.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The catalog tables that a text names, in the order of their first mention, and the short names it gives them.
///
/// @param tables by `database.table`
/// @param aliases short name (and the table's bare name) in lower case to table
record SqlNames(Map<String, Table> tables, Map<String, Table> aliases) {

    /// `known` holds the catalog by `database.table`.
    static SqlNames in(String sql, List<SqlToken> tokens, Map<String, Table> known) {
        SqlNames names = new SqlNames(new LinkedHashMap<>(), new LinkedHashMap<>());
        for (int i = 0; i + 2 < tokens.size(); i++) {
            if (dotted(sql, tokens, i)) {
                names.note(sql, tokens, i, known);
            }
        }
        return names;
    }

    List<Table> list() {
        return List.copyOf(tables.values());
    }

    Optional<Table> named(String name) {
        return Optional.ofNullable(aliases.get(name.toLowerCase(Locale.ROOT)));
    }

    static String bare(String name) {
        String inner = name.length() > 1 && name.startsWith("\"") && name.endsWith("\"") ? name.substring(1, name.length() - 1) : name;
        return inner.toLowerCase(Locale.ROOT);
    }

    private static boolean dotted(String sql, List<SqlToken> tokens, int i) {
        return tokens.get(i).kind() == Kind.NAME && sign(sql, tokens.get(i + 1), '.') && tokens.get(i + 1).start() == tokens.get(i).end()
                && tokens.get(i + 2).kind() == Kind.NAME;
    }

    private static boolean sign(String sql, SqlToken token, char sign) {
        return token.kind() == Kind.SIGN && sql.charAt(token.start()) == sign;
    }

    private void note(String sql, List<SqlToken> tokens, int i, Map<String, Table> known) {
        String full = bare(tokens.get(i).text(sql)) + "." + bare(tokens.get(i + 2).text(sql));
        Table table = known.get(full);
        if (table == null) {
            return;
        }
        tables.putIfAbsent(full, table);
        aliases.putIfAbsent(table.name().table(), table);
        int next = i + 3;
        if (next < tokens.size() && tokens.get(next).text(sql).equalsIgnoreCase("as")) {
            next++;
        }
        if (next < tokens.size() && tokens.get(next).kind() == Kind.NAME) {
            aliases.put(bare(tokens.get(next).text(sql)), table);
        }
    }
}
