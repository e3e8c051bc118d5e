package io.wonderlake.contract;

import io.wonderlake.catalog.ColumnType.Family;
import io.wonderlake.work.Strings;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The SQL for one column of a contract. Inner names begin with `_` and a number, so that no name in a file can meet them:
/// `_f` the text in the file, `_c` trimmed and with nulls, `_v` typed, `_n` whether it means "unknown", `_o` the final value, `_p` the problem.
final class ColumnSql {

    /// Stands for the value in a sentence, until the sentence becomes SQL.
    private static final String VALUE = "\u0001";
    private static final int SHOWN = 60;
    private static final String SPACE = "' \t\r\n\u00a0\ufeff'";

    private final ContractColumn column;
    private final int index;
    private final List<String> nullMarks;

    ColumnSql(ContractColumn column, int index, List<String> nullMarks) {
        this.column = column;
        this.index = index;
        this.nullMarks = nullMarks;
    }

    ContractColumn column() {
        return column;
    }

    String inner(String kind) {
        return "_" + kind + index;
    }

    String clean() {
        String trimmed = "trim(" + inner("f") + ", " + SPACE + ")";
        return nullMarks.isEmpty() ? trimmed : "case when " + trimmed + " not in (" + values(nullMarks) + ") then " + trimmed + " end";
    }

    String value() {
        return ValueSql.parse(column.type(), column.format(), inner("c"));
    }

    /// Whether the value is one of those that mean "unknown".
    String unknown() {
        if (column.nullWhen().isEmpty()) {
            return "false";
        }
        String typed = column.nullWhen().stream().map(text -> "try_cast(" + SqlText.value(text) + " as " + column.type() + ")")
                .collect(Collectors.joining(", "));
        return "coalesce(" + inner("c") + " in (" + values(column.nullWhen()) + ") or " + inner("v") + " in (" + typed + "), false)";
    }

    String fileValue() {
        return "case when not " + inner("n") + " then " + inner("v") + " end";
    }

    String output() {
        return column.derive().map(expression -> "try_cast(try(" + expression + ") as " + column.type() + ")").orElse(SqlText.name(column.name()));
    }

    /// Whether the file says something else than what was computed.
    String recomputed() {
        return inner("c") + " is not null and " + inner("v") + " is distinct from " + inner("o");
    }

    /// The first thing wrong with the value, as a sentence without its full stop; null when it is fine.
    String problem() {
        List<String> cases = new ArrayList<>();
        if (column.inFile()) {
            broken(cases);
        }
        if (column.maxLength().isPresent()) {
            String max = String.valueOf(column.maxLength().getAsInt());
            when(cases, "length(" + inner("o") + ") > " + max, Strings.text("reject.long", column.name(), max));
        }
        range(cases);
        column.pattern().ifPresent(pattern -> when(cases, inner("o") + " is not null and not regexp_full_match(" + text() + ", " + SqlText.value(pattern) + ")",
                Strings.text("reject.pattern", column.name(), VALUE, pattern)));
        if (!column.allowedValues().isEmpty()) {
            when(cases, inner("o") + " is not null and " + text() + " not in (" + values(column.allowedValues()) + ")",
                    Strings.text("reject.allowed", column.name(), VALUE, String.join(", ", column.allowedValues())));
        }
        if (!column.mayBeEmpty()) {
            when(cases, inner("o") + " is null", Strings.text("reject.empty", column.name()));
        }
        return cases.isEmpty() ? "cast(null as varchar)" : "case " + String.join(" ", cases) + " end";
    }

    private void broken(List<String> cases) {
        if (column.type().sql().startsWith("decimal")) {
            when(cases, ValueSql.tooFine(column.type(), inner("c")),
                    Strings.text("reject.scale", column.name(), String.valueOf(ValueSql.scale(column.type()))));
        }
        when(cases, inner("c") + " is not null and " + inner("v") + " is null", wrongType());
    }

    private String wrongType() {
        String type = column.type().sql();
        if (column.type().family() == Family.BOOLEAN) {
            return Strings.text("reject.boolean", column.name());
        }
        if (column.format().isPresent()) {
            return Strings.text("reject.format", column.name(), type, column.format().get());
        }
        return type.startsWith("i") ? Strings.text("reject.type.an", column.name(), type) : Strings.text("reject.type", column.name(), type);
    }

    private void range(List<String> cases) {
        column.minimum().ifPresent(minimum -> when(cases, inner("o") + " < " + bound(minimum),
                Strings.text("reject.below", column.name(), VALUE, minimum)));
        column.maximum().ifPresent(maximum -> when(cases, inner("o") + " > " + bound(maximum),
                Strings.text("reject.above", column.name(), VALUE, maximum)));
    }

    /// A bound is read as widely as the values go: `0.5` for a whole number stays `0.5`.
    private String bound(String text) {
        boolean numeric = column.type().family().numeric();
        return "cast(" + SqlText.value(text) + " as " + (numeric ? "decimal(38,10)" : column.type().sql()) + ")";
    }

    private String text() {
        return column.derive().isPresent() ? "cast(" + inner("o") + " as varchar)" : inner("c");
    }

    private void when(List<String> cases, String condition, String sentence) {
        String sql = SqlText.value(sentence).replace(VALUE, "' || left(" + text() + ", " + SHOWN + ") || '");
        cases.add("when " + condition + " then " + sql);
    }

    private static String values(List<String> texts) {
        return texts.stream().map(SqlText::value).collect(Collectors.joining(", "));
    }
}
