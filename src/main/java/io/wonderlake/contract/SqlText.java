package io.wonderlake.contract;

import io.wonderlake.catalog.TableName;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Small acts on SQL text: safe names and values, and the tables that a query names.
public final class SqlText {

    private static final Pattern COMMENT = Pattern.compile("--[^\n]*|/\\*.*?\\*/|'(?:[^']++|'')*+'", Pattern.DOTALL);
    private static final Pattern TABLE = Pattern.compile("(?i)\\b(?:from|join)\\s+(\\w+)\\.(\\w+)");

    private SqlText() {
    }

    /// A name that SQL takes as it is, whatever characters it has.
    public static String name(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    public static String value(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /// The text with a space for each comment and each quoted value.
    public static String withoutComments(String sql) {
        return COMMENT.matcher(sql).replaceAll(" ");
    }

    /// The `database.table` names after FROM and JOIN; comments and values are not looked into.
    public static Set<TableName> tables(String sql) {
        Set<TableName> found = new TreeSet<>();
        Matcher matcher = TABLE.matcher(withoutComments(sql));
        while (matcher.find()) {
            found.add(new TableName(matcher.group(1).toLowerCase(Locale.ROOT), matcher.group(2).toLowerCase(Locale.ROOT)));
        }
        return found;
    }
}
