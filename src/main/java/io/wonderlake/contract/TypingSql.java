package io.wonderlake.contract;

import io.wonderlake.work.Strings;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Makes a contract into the SQL that types rows. Every staged row ends among the kept or among the rejected, in exactly one of both.
///
/// The stage is a table with the columns of [#stageColumns]: the contract's file columns as text (`_f0`, `_f1`…), where the row came from
/// (`_object`, `_sheet`, `_row`, `_upload`, `_arrived`), and what the file's reader found wrong with it (`_bad`).
/// From it come, in this order: checked (a table), duplicates (a table), kept (a view), rejected (a query).
public final class TypingSql {

    private static final String ARRIVAL = "_arrived desc nulls last, _object desc, _sheet desc nulls last, _row desc";
    private static final List<String> ORIGIN = List.of("_object", "_sheet", "_row", "_upload");

    private final Contract contract;
    private final List<ColumnSql> columns;

    public TypingSql(Contract contract) {
        this.contract = contract;
        this.columns = IntStream.range(0, contract.columns().size())
                .mapToObj(i -> new ColumnSql(contract.columns().get(i), i, contract.nullMarks())).toList();
    }

    /// The stage's column for a column of the contract.
    public String stageColumn(ContractColumn column) {
        return "_f" + contract.columns().indexOf(column);
    }

    /// Each staged row with its typed values, and the reason when it must be rejected.
    public String checked(String stage) {
        return "select _id, _object, _sheet, _row, _upload, _arrived, " + list(columns, column -> column.inner("o"))
                + flags().map(flag -> ", " + flag).collect(Collectors.joining())
                + ", coalesce(nullif(_bad, ''), nullif(concat_ws('; ', " + list(columns, column -> column.inner("p")) + "), '')) as _reason"
                + ", case when coalesce(_bad, '') = '' then case " + join(columns, " ", column -> "when " + column.inner("p") + " is not null then " + index(column))
                + " end end as _broken from (" + judged(stage) + ")";
    }

    private String judged(String stage) {
        String clean = "select rowid as _id, *, " + list(inFile(), column -> column.clean() + " as " + column.inner("c")) + " from " + stage;
        String typed = "select *, " + list(inFile(), column -> column.value() + " as " + column.inner("v")) + " from (" + clean + ")";
        String known = "select *, " + list(inFile(), column -> column.unknown() + " as " + column.inner("n")) + " from (" + typed + ")";
        String named = "select *, " + list(inFile(), column -> column.fileValue() + " as " + SqlText.name(column.column().name())) + " from (" + known + ")";
        String output = "select *, " + list(columns, column -> column.output() + " as " + column.inner("o")) + " from (" + named + ")";
        return "select *, " + list(columns, column -> column.problem() + " as " + column.inner("p")) + ", "
                + list(inFile(), column -> column.inner("c") + " is null as " + column.inner("m"))
                + recomputed().map(column -> ", " + column.inner("c") + " as " + column.inner("t") + ", " + column.recomputed() + " as " + column.inner("r"))
                        .collect(Collectors.joining()) + " from (" + output + ")";
    }

    /// Ids of good rows whose key comes again later, and the place of the later one.
    public String duplicates(String checked) {
        List<ColumnSql> key = columns.stream().filter(column -> column.column().primaryKey()).toList();
        if (key.isEmpty()) {
            return "select _id, cast(null as varchar) as _later from " + checked + " where false";
        }
        String keys = list(key, column -> column.inner("o"));
        String twice = "select " + keys + " from " + checked + " where _reason is null group by all having count(*) > 1";
        return "select _id, _later from (select _id, row_number() over w as _rank, first_value(" + place("null") + " || ' (' || _object || ')') over w as _later"
                + " from " + checked + " where _reason is null and (" + keys + ") in (" + twice + ")"
                + " window w as (partition by " + keys + " order by " + ARRIVAL + ")) where _rank > 1";
    }

    /// The rows to publish, under the contract's names, with columns beginning with `_` beside them.
    public String kept(String checked, String duplicates) {
        return "select " + list(columns, column -> column.inner("o") + " as " + SqlText.name(column.column().name())) + ", " + String.join(", ", ORIGIN)
                + flags().map(flag -> ", " + flag).collect(Collectors.joining())
                + " from " + checked + " where _reason is null and _id not in (select _id from " + duplicates + ")";
    }

    /// What is published of the kept rows. `sheets`: whether any of them came from a workbook.
    public String published(String kept, boolean sheets) {
        return "select " + list(columns, column -> SqlText.name(column.column().name())) + ", "
                + ORIGIN.stream().filter(name -> sheets || !name.equals("_sheet")).collect(Collectors.joining(", ")) + " from " + kept;
    }

    /// The rejected rows: place, column, value and reason, then the row as it came.
    ///
    /// @param files a relation of `_object` and `_cells`: the sheet's column letter of each of the contract's columns; null where it has none
    /// @param extra stage columns beyond the contract's, with the names that they have in the files
    public String rejected(String stage, String checked, String duplicates, String files, List<Extra> extra) {
        String reason = "coalesce(c._reason, " + SqlText.value(Strings.text("reject.duplicate", keyNames(), "\u0001")).replace("\u0001", "' || d._later || '") + ")";
        String broken = "case c._broken " + join(columns, " ", column -> "when " + index(column) + " then " + SqlText.value(column.column().name())) + " end";
        String value = inFile().isEmpty() ? "null"
                : "case c._broken " + join(inFile(), " ", column -> "when " + index(column) + " then left(s." + column.inner("f") + ", 1000)") + " end";
        return "select " + place("f._cells[c._broken + 1]", "s.") + " as source, s._object as file, " + broken + " as " + SqlText.name("column") + ", " + value
                + " as value, " + reason + " as reason" + raw(extra)
                + " from " + checked + " c join " + stage + " s on s.rowid = c._id left join " + duplicates + " d on d._id = c._id left join "
                + files + " f on f._object = s._object where c._reason is not null or d._id is not null";
    }

    /// Rejected rows by reason, without the duplicates: each reason with its first value's column, most frequent first.
    public String reasons(String checked, int max) {
        return "select _reason, count(*) from " + checked + " where _reason is not null group by 1 order by 2 desc, 1 limit " + max;
    }

    /// What the contract reports of kept rows; `{table}` stands for the kept rows.
    public List<QualityRule> findings() {
        List<QualityRule> findings = new ArrayList<>();
        for (ColumnSql column : columns) {
            String name = column.column().name();
            if (!column.column().nullWhen().isEmpty() && column.column().inFile()) {
                findings.add(finding(name + ".unknown_value", Strings.text("finding.unknown_value", name), "select count(*) from {table} where " + column.inner("n")));
            }
            if (column.column().reportNull() && column.column().inFile()) {
                findings.add(finding(name + ".null", Strings.text("finding.null", name), "select count(*) from {table} where " + column.inner("m")));
            }
            if (column.column().inFile() && column.column().derive().isPresent()) {
                findings.add(finding(name + ".recomputed", Strings.text("finding.recomputed", name),
                        "select " + column.inner("t") + ", count(*) from {table} where " + column.inner("r") + " group by 1"));
            }
            column.column().references().ifPresent(reference -> findings.add(orphans(name, reference)));
        }
        return findings;
    }

    private QualityRule orphans(String name, ColumnReference reference) {
        String own = SqlText.name(name);
        String target = reference.table().equals(contract.table()) ? "{table}"
                : SqlText.name(reference.table().database()) + "." + SqlText.name(reference.table().table());
        return finding(name + ".unknown", Strings.text("finding.reference", name, reference.table().toString()),
                "select " + own + ", count(*) from {table} where " + own + " is not null and " + own + " not in (select " + SqlText.name(reference.column())
                + " from " + target + " where " + SqlText.name(reference.column()) + " is not null) group by 1");
    }

    private static QualityRule finding(String name, String description, String query) {
        return new QualityRule(name, description, query, 0, QualityRule.Severity.WARNING);
    }

    /// A column of the files that the contract does not know.
    ///
    /// @param stage its name in the stage
    /// @param name its name in the files
    public record Extra(String stage, String name) { }

    private String raw(List<Extra> extra) {
        List<String> taken = new ArrayList<>(List.of("source", "file", "column", "value", "reason"));
        StringBuilder sql = new StringBuilder();
        inFile().forEach(column -> sql.append(", s.").append(column.inner("f")).append(" as ").append(unique(column.column().fileName(), taken)));
        extra.forEach(column -> sql.append(", s.").append(column.stage()).append(" as ").append(unique(column.name(), taken)));
        return sql.toString();
    }

    private static String unique(String name, List<String> taken) {
        String wanted = name.isEmpty() ? "column" : name;
        String free = wanted;
        for (int i = 2; contains(taken, free); i++) {
            free = wanted + "_" + i;
        }
        taken.add(free);
        return SqlText.name(free);
    }

    private static boolean contains(List<String> taken, String name) {
        return taken.stream().anyMatch(name::equalsIgnoreCase);
    }

    /// Flags beside the values: unknown values, nulls of the file, recomputed values with what the file said.
    private Stream<String> flags() {
        Stream<String> unknown = inFile().stream().filter(column -> !column.column().nullWhen().isEmpty()).map(column -> column.inner("n"));
        Stream<String> nulls = inFile().stream().filter(column -> column.column().reportNull()).map(column -> column.inner("m"));
        Stream<String> different = recomputed().flatMap(column -> Stream.of(column.inner("r"), column.inner("t")));
        return Stream.of(unknown, nulls, different).flatMap(stream -> stream);
    }

    private Stream<ColumnSql> recomputed() {
        return inFile().stream().filter(column -> column.column().derive().isPresent());
    }

    private List<ColumnSql> inFile() {
        return columns.stream().filter(column -> column.column().inFile()).toList();
    }

    private String keyNames() {
        return contract.keyColumns().stream().map(ContractColumn::name).collect(Collectors.joining(", "));
    }

    private static String place(String cell) {
        return place(cell, "");
    }

    /// `Sheet1!H17`, or `line 17`.
    private static String place(String cell, String alias) {
        String line = SqlText.value(Strings.text("reject.line", "\u0001")).replace("\u0001", "' || " + alias + "_row || '");
        return "case when " + alias + "_sheet is not null then " + alias + "_sheet || '!' || coalesce(" + cell + ", 'A') || " + alias + "_row else " + line + " end";
    }

    private int index(ColumnSql column) {
        return columns.indexOf(column);
    }

    private static String list(List<ColumnSql> columns, Function<ColumnSql, String> sql) {
        return join(columns, ", ", sql);
    }

    private static String join(List<ColumnSql> columns, String separator, Function<ColumnSql, String> sql) {
        return columns.stream().map(sql).collect(Collectors.joining(separator));
    }
}
