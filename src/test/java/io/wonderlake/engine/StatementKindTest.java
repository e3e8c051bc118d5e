package io.wonderlake.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatementKindTest {

    @ParameterizedTest
    @ValueSource(strings = {
        "select 1", "  -- a note\n /* and one */ SELECT * from t", "with a as (select 1) select * from a", "with a as (select 1), b as (select 2) (select * from b)",
        "(select 1) union all (select 2)", "((select 1))", "values (1), (2)", "table tickit_raw.sales", "show tables in tickit_raw", "SHOW PARTITIONS tickit_raw.sales",
        "show create table t", "describe t", "desc t", "explain select 1", "explain analyze select 1", "explain (type io, format json) select 1",
        "explain insert into t select 1", "explain drop table t", "explain (analyze) select 1", "explain analyze verbose with a as (select 1) select * from a",
        "select 'insert into t', \"delete\" from t -- update t", "select insert(a, 1, 2, 'x') from t", "select (insert('a', 1, 1, 'b'))", "select 1; select 2"})
    void knowsWhatOnlyReads(String sql) {
        assertThat(StatementKind.of(sql).reads()).as(sql).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "insert into t values (1)", "update t set a = 1", "delete from t", "merge into t using s on 1 = 1 when matched then delete", "create table t as select 1",
        "create external table t (a int)", "create or replace view v as select 1", "drop table t", "alter table t add partition (d = '1')", "msck repair table t",
        "vacuum t", "optimize t rewrite data using bin_pack", "unload (select 1) to 's3://b/'", "call procedure()", "grant select on t to u", "copy t from 's3://b/'",
        "prepare p from delete from t", "execute p", "deallocate prepare p", "set search_path to x", "begin", "truncate t", "refresh materialized view v", "comment on table t is 'x'",
        "with a as (select 1) insert into t select * from a", "with a as (delete from t returning *) select * from a", "select 1 into t", "select * into t from s",
        "explain analyze insert into t select 1", "explain (analyze, verbose) delete from t", "explain analyse update t set a = 1", "explain analyze drop table t",
        "explain analyze create table t as select 1", "explain analyze unload (select 1) to 's3://b/'", "explain analyze with a as (select 1) delete from t",
        "explain analyze call p()", "select 1; drop table t", "drop table t; select 1", "/* insert */ insert into t select 1", "use database", "analyze t", "", "-- nothing", "'text'", "\"select\" 1"})
    void takesAllElseForAChange(String sql) {
        assertThat(StatementKind.of(sql).reads()).as(sql).isFalse();
    }

    @Test
    void trustsNoCommentThatEnginesReadDifferently() {
        assertThat(StatementKind.of("/* /* */ insert into t values '/*', '*/ */ select 1'").reads()).isFalse();
        assertThat(StatementKind.of("-- see /* here\nselect 1").reads()).isTrue();
    }

    @Test
    void saysTheVerb() {
        assertThat(StatementKind.of("msck repair table t").verb()).isEqualTo("MSCK");
        assertThat(StatementKind.of("with a as (select 1) insert into t select * from a").verb()).isEqualTo("INSERT");
        assertThat(StatementKind.of("select * into t from s").verb()).isEqualTo("SELECT INTO");
        assertThat(StatementKind.of("explain analyze delete from t").verb()).isEqualTo("DELETE");
        assertThat(StatementKind.of("select 1; drop table t").verb()).isEqualTo("DROP");
    }
}
