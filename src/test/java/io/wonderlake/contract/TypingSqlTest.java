package io.wonderlake.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.wonderlake.lake.ObjectPath;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TypingSqlTest {

    private Connection connection;

    @BeforeEach
    void open() throws SQLException {
        connection = DriverManager.getConnection("jdbc:duckdb:");
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void typesEveryKindOfColumn() throws SQLException {
        type(contract("integer", "", "decimal(8,2)", "", "boolean", "", "timestamp", ", logicalTypeOptions: {format: M/d/yyyy H:mm:ss}"),
                row(1, " 12 ", "10.50", "TRUE", "1/1/2008 1:02:03"), row(2, "-3", "7", "n", "12/31/2008 23:59:59"), row(3, "\\N", "", "0", "02/03/2008 01:02:03"),
                row(4, "12.0", "1.500", "y", "1/2/2008 0:00:00"), row(5, "1E3", "1e2", "No", "1/2/2008 0:00:00"));
        assertThat(kept()).containsExactly("12|10.50|true|2008-01-01T01:02:03", "-3|7.00|false|2008-12-31T23:59:59", "null|null|false|2008-02-03T01:02:03",
                "12|1.50|true|2008-01-02T00:00", "1000|100.00|false|2008-01-02T00:00");
        assertThat(rejected()).isEmpty();
    }

    @Test
    void rejectsWhatIsNoValueOfItsType() throws SQLException {
        type(contract("integer", "", "decimal(12,2)", "", "boolean", "", "date", ", logicalTypeOptions: {format: yyyy-MM-dd}"),
                row(1, "1.5", "1", "1", "2008-01-01"), row(2, "x", "y", "maybe", "13/02/24x"), row(3, "1", "1.234,56", "1", "2008-02-30"),
                row(4, "1", "1.005", "1", "08-01-01"), row(5, "99999999999", "1", "1", "2008-01-01"), row(6, "1", "1e-5", "1", "2008-1-1"));
        assertThat(kept()).isEmpty();
        assertThat(rejected()).containsExactly(
                "line 1|f.csv|a|1.5|a is not an integer",
                "line 2|f.csv|a|x|a is not an integer; b is not a decimal(12,2); c is not TRUE or FALSE; d is not a date written as yyyy-MM-dd",
                "line 3|f.csv|b|1.234,56|b is not a decimal(12,2); d is not a date written as yyyy-MM-dd",
                "line 4|f.csv|b|1.005|b has more than 2 decimals; d is not a date written as yyyy-MM-dd",
                "line 5|f.csv|a|99999999999|a is not an integer",
                "line 6|f.csv|b|1e-5|b is not a decimal(12,2)");
    }

    @Test
    void readsIsoDatesAndRefusesATimeInADate() throws SQLException {
        type(contract("date", "", "timestamp", "", "double", "", "date", ""),
                row(1, "2008-01-31", "2008-01-31T10:00:00", "1e300", "2008-01-01 00:00:00"), row(2, "2008-01-31 10:00:00", "2008-01-31", "1", "2008-01-01"),
                row(3, "epoch", "infinity", "nan", "2008-01-01"), row(4, "2008-01-01", "2008-01-01", "1e999", "2008-01-01"));
        assertThat(kept()).containsExactly("2008-01-31|2008-01-31T10:00|1.0E300|2008-01-01");
        assertThat(rejected()).hasSize(3).element(1).asString().contains("a is not a date; b is not a timestamp; c is not a double");
    }

    @Test
    void checksRulesOfSingleColumns() throws SQLException {
        type(contract("char(3)", ", required: true", "integer", ", logicalTypeOptions: {minimum: 0, maximum: 10}", "varchar",
                ", customProperties: [{property: allowedValues, value: [EUR, O'X]}]", "varchar", ", logicalTypeOptions: {pattern: '[0-9]{4}'}"),
                row(1, "ab ", "10", "EUR", "0012"), row(2, "abcd", "-1", "XXX", "12"), row(3, " ", "11", "O'X", ""));
        assertThat(kept()).containsExactly("ab|10|EUR|0012");
        assertThat(rejected()).containsExactly(
                "line 2|f.csv|a|abcd|a is longer than 3 characters; b -1 is below 0; c XXX is not one of EUR, O'X; d 12 does not fit the pattern [0-9]{4}",
                "line 3|f.csv|a| |a is empty; b 11 is above 10");
    }

    @Test
    void keepsTheLaterOfTwoRowsWithTheSameKey() throws SQLException {
        type(contract("integer", ", primaryKey: true", "varchar", ", primaryKey: true", "varchar", "", "varchar", ""),
                row(1, "1", "x", "first", ""), row(2, "1", "y", "other", ""), row(3, "1", "x", "second", ""), row(4, "", "x", "", ""));
        assertThat(kept()).containsExactly("1|y|other|null", "1|x|second|null");
        assertThat(rejected()).containsExactly("line 1|f.csv|null|null|duplicate: line 3 (f.csv) has the same a, b and came later", "line 4|f.csv|a||a is empty");
    }

    @Test
    void derivesRecomputesAndCountsUnknowns() throws SQLException {
        Contract contract = contract("date", "", "char(2)", ", customProperties: [{property: derive, value: \"upper(substr(strftime(a, '%a'), 1, 2))\"}]",
                "integer", ", customProperties: [{property: nullWhen, value: ['0']}, {property: reportNull, value: true}]",
                "integer", ", customProperties: [{property: inFile, value: false}, {property: derive, value: \"extract(month from a)\"}]");
        TypingSql typing = type(contract, row(1, "2008-03-04", "TU", "5"), row(2, "2008-03-04", "WE", "0"), row(3, "2008-03-05", "WE", ""), row(4, "2008-03-05", "XX", "00"));
        assertThat(kept()).containsExactly("2008-03-04|TU|5|3", "2008-03-04|TU|null|3", "2008-03-05|WE|null|3", "2008-03-05|WE|null|3");
        assertThat(typing.findings()).extracting(QualityRule::name).containsExactly("b.recomputed", "c.unknown_value", "c.null");
        assertThat(lines(typing.findings().get(0).query().replace("{table}", "kept") + " order by 1")).containsExactly("WE|1", "XX|1");
        assertThat(lines(typing.findings().get(1).query().replace("{table}", "kept"))).containsExactly("2");
        assertThat(lines(typing.findings().get(2).query().replace("{table}", "kept"))).containsExactly("1");
    }

    @Test
    void countsOrphansOfAReference() throws SQLException {
        execute("create schema o; create table o.t as select * from (values (1), (2), (null)) x(id)");
        Contract contract = contract("integer", ", customProperties: [{property: references, value: o.t.id}]", "varchar", "", "varchar", "", "varchar", "");
        TypingSql typing = type(contract, row(1, "1"), row(2, "7"), row(3, "7"), row(4, ""));
        assertThat(typing.findings()).extracting(QualityRule::name).containsExactly("a.unknown");
        assertThat(lines(typing.findings().getFirst().query().replace("{table}", "kept"))).containsExactly("7|2");
        assertThat(kept()).hasSize(4);
    }

    @Test
    void rejectsRowsThatTheReaderFoundBroken() throws SQLException {
        type(contract("integer", "", "integer", "", "integer", "", "integer", ""), row(1, "1", "2", "3", "4"), "(null, 2, 'The row has 3 fields.', 'x', '2', null, null)");
        assertThat(kept()).hasSize(1);
        assertThat(rejected()).containsExactly("line 2|f.csv|null|null|The row has 3 fields.");
    }

    @Test
    void namesTheExactCellOfAWorkbook() throws SQLException {
        type(contract("integer", "", "date", ", logicalTypeOptions: {format: dd.MM.yyyy}", "integer", "", "integer", ""),
                "('Week 1', 17, null, '1', 'x', '3', '4')", "('Week 1', 18, null, '1', '2024-03-01 00:00:00', '3', '4')");
        assertThat(kept()).containsExactly("1|2024-03-01|3|4");
        assertThat(rejected()).containsExactly("Week 1!C17|f.csv|b|x|b is not a date written as dd.MM.yyyy");
    }

    @Test
    void standsHostileNames() throws SQLException {
        Contract contract = Contract.parse("""
                kind: DataContract
                id: t.h
                name: h
                domain: t
                schema:
                  - physicalName: t_curated.h
                    properties:
                      - {name: "a\\"b", physicalName: "unnamed: 0", physicalType: integer}
                      - {name: "x'; drop table stage; --", physicalName: source, physicalType: integer, required: true}
                      - {name: select, physicalName: "", physicalType: varchar, customProperties: [{property: allowedValues, value: ["'; --", "{table}"]}]}
                      - {name: "per cent %", physicalType: varchar}
                """, ObjectPath.parse("config/contracts/t.h.yaml"));
        type(contract, row(1, "1", "2", "{table}", ""), row(2, "'", "", "x", ""));
        assertThat(kept()).containsExactly("1|2|{table}|null");
        assertThat(rejected()).containsExactly("line 2|f.csv|a\"b|'|a\"b is not an integer; x'; drop table stage; -- is empty; select x is not one of '; --, {table}");
        assertThat(names("select * from rejected")).containsExactly("source", "file", "column", "value", "reason", "unnamed: 0", "source_2", "column_2", "per cent %", "note");
    }

    @Test
    void putsEachRowOnExactlyOneSide() throws SQLException {
        String[] odd = {"", " ", "\\N", "0", "1", "-1", "1.5", "1e5", "abc", "é", "2008-01-01", "TRUE", "'", "\"", "99999999999999999999999999999999999999999"};
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < odd.length * odd.length; i++) {
            rows.add(row(i + 1, odd[i % odd.length], odd[i / odd.length], odd[(i * 7) % odd.length], odd[(i * 11) % odd.length]));
        }
        type(contract("integer", ", primaryKey: true", "decimal(5,1)", ", required: true", "date", "", "varchar", ", logicalTypeOptions: {maxLength: 3}"), rows.toArray(String[]::new));
        assertThat(lines("select (select count(*) from kept) + (select count(*) from rejected)")).containsExactly(String.valueOf(rows.size()));
        assertThat(lines("select count(*) from rejected where reason is null or reason = ''")).containsExactly("0");
    }

    private static Contract contract(String a, String moreA, String b, String moreB, String c, String moreC, String d, String moreD) {
        return Contract.parse("""
                kind: DataContract
                id: t.x
                name: x
                domain: t
                customProperties: [{property: nullMarks, value: ["\\\\N", ""]}]
                schema:
                  - physicalName: t_curated.x
                    properties:
                      - {name: a, physicalType: "%s"%s}
                      - {name: b, physicalType: "%s"%s}
                      - {name: c, physicalType: "%s"%s}
                      - {name: d, physicalType: "%s"%s}
                """.formatted(a, moreA, b, moreB, c, moreC, d, moreD), ObjectPath.parse("config/contracts/t.x.yaml"));
    }

    private static String row(int line, String... fields) {
        StringBuilder row = new StringBuilder("(null, " + line + ", null");
        for (String field : fields) {
            row.append(", ").append(SqlText.value(field));
        }
        return row.append(", null".repeat(4 - fields.length)).append(")").toString();
    }

    private TypingSql type(Contract contract, String... rows) throws SQLException {
        execute("create table stage as select cast(_sheet as varchar) as _sheet, cast(_row as bigint) as _row, cast(_bad as varchar) as _bad, cast(_f0 as varchar) as _f0,"
                + " cast(_f1 as varchar) as _f1, cast(_f2 as varchar) as _f2, cast(_f3 as varchar) as _f3, 'f.csv' as _object, 'u' as _upload, timestamp '2020-01-01' as _arrived,"
                + " 'n' as _x0 from (values " + String.join(", ", rows) + ") v(_sheet, _row, _bad, _f0, _f1, _f2, _f3)");
        TypingSql typing = new TypingSql(contract);
        execute("create table files as select 'f.csv' as _object, ['B', 'C', 'D', 'E'] as _cells");
        execute("create table checked as " + typing.checked("stage"));
        execute("create table duplicates as " + typing.duplicates("checked"));
        execute("create view kept as " + typing.kept("checked", "duplicates"));
        execute("create view published as " + typing.published("kept", false));
        execute("create view rejected as " + typing.rejected("stage", "checked", "duplicates", "files", List.of(new TypingSql.Extra("_x0", "note"))));
        return typing;
    }

    private List<String> kept() throws SQLException {
        return lines("select * exclude (_object, _row, _upload) from published order by _row");
    }

    private List<String> rejected() throws SQLException {
        return lines("select source, file, \"column\", value, reason from rejected order by length(source), source");
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> names(String sql) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet result = statement.executeQuery(sql)) {
            List<String> names = new ArrayList<>();
            for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                names.add(result.getMetaData().getColumnName(i));
            }
            return names;
        }
    }

    private List<String> lines(String sql) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Statement statement = connection.createStatement(); ResultSet result = statement.executeQuery(sql)) {
            int width = result.getMetaData().getColumnCount();
            while (result.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= width; i++) {
                    Object value = result.getObject(i);
                    values.add(String.valueOf(value instanceof java.sql.Timestamp timestamp ? timestamp.toLocalDateTime() : value));
                }
                lines.add(String.join("|", values));
            }
        }
        return lines;
    }
}
