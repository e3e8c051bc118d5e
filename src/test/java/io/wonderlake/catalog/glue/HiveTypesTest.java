package io.wonderlake.catalog.glue;

import static org.assertj.core.api.Assertions.assertThat;

import io.wonderlake.catalog.ColumnType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HiveTypesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "int | integer", "tinyint | tinyint", "smallint | smallint", "bigint | bigint", "float | float", "double | double", "boolean | boolean", "date | date",
        "timestamp | timestamp", "string | varchar", "varchar(20) | varchar(20)", "char(3) | char(3)", "decimal(8,2) | decimal(8,2)", "binary | blob",
        "array<string> | varchar[]", "array<array<int>> | integer[][]", "map<string,int> | map(varchar, integer)", "struct<a:int,b:string> | struct(a integer, b varchar)",
        "struct<a b:int,x:struct<y:decimal(4,1)>> | struct(\"a b\" integer, x struct(y decimal(4,1)))",
        "array<struct<id:bigint,tags:map<string,array<double>>>> | struct(id bigint, tags map(varchar, double[]))[]",
        "uniontype<int,string> | union(member0 integer, member1 varchar)"})
    void saysTheSameBothWays(String hive, String sql) {
        assertThat(HiveTypes.toSql(hive)).isEqualTo(new ColumnType(sql));
        assertThat(HiveTypes.toHive(new ColumnType(sql))).isEqualTo(hive);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"INT | integer", "decimal | decimal(10,0)", "Decimal( 8 , 2 ) | decimal(8,2)", "array< struct<a : int> > | struct(a integer)[]",
        "timestamp with local time zone | timestamp with time zone", "integer | integer"})
    void understandsOtherSpellings(String hive, String sql) {
        assertThat(HiveTypes.toSql(hive).sql()).isEqualTo(sql);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"text | string", "hugeint | decimal(38,0)", "uinteger | bigint", "timestamp with time zone | timestamp", "json | string",
        "real | float", "numeric(5,1) | decimal(5,1)", "row(a integer, b array(varchar)) | struct<a:int,b:array<string>>", "integer[3] | array<int>",
        "timestamp_ns | timestamp", "double precision | double", "enum('a','b') | string"})
    void findsAHiveTypeThatHoldsEveryValue(String sql, String hive) {
        assertThat(HiveTypes.toHive(new ColumnType(sql))).isEqualTo(hive);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "interval_day_time", "struct<", "struct<a>", "map<int>", "array<int", "array<>", "geometry<4326>", "int)", "unknown type (9", ",", "struct<a:int>>"})
    void leavesWhatIsNoTypeAsItIs(String odd) {
        assertThat(HiveTypes.toSql(odd).sql()).isEqualTo(odd);
        assertThat(HiveTypes.toHive(new ColumnType(odd))).isEqualTo(odd);
    }
}
