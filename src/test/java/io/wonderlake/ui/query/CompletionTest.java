package io.wonderlake.ui.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.wonderlake.catalog.Column;
import io.wonderlake.catalog.StorageFormat;
import io.wonderlake.catalog.Table;
import io.wonderlake.catalog.TableName;
import io.wonderlake.lake.Prefix;
import io.wonderlake.lake.Tier;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CompletionTest {
    private static final List<Table> CATALOG = List.of(
            table("tickit_curated.event", List.of(), "eventid", "eventname"),
            table("tickit_curated.sales", List.of("year"), "salesid", "pricepaid", "select"),
            table("tickit_raw.sales", List.of(), "line"));

    @Test
    void offersTablesAfterFrom() {
        assertThat(texts("select * from ")).containsExactly("tickit_curated.event", "tickit_curated.sales", "tickit_raw.sales");
        assertThat(texts("select * from sal")).containsExactly("tickit_curated.sales", "tickit_raw.sales");
    }

    @Test
    void offersTheTablesOfADatabase() {
        assertThat(texts("select * from tickit_raw.")).containsExactly("sales");
    }

    @Test
    void offersTheColumnsOfAnAliasPartitionsFirst() {
        assertThat(texts("select s.| from tickit_curated.sales as s")).containsExactly("year", "salesid", "pricepaid", "\"select\"");
        assertThat(texts("select s.p| from tickit_curated.sales s")).containsExactly("pricepaid");
    }

    @Test
    void offersColumnsOfNamedTablesThenFunctionsAndKeywords() {
        assertThat(texts("select su| from tickit_curated.sales")).startsWith("substr", "substring", "sum").contains("summarize");
        assertThat(texts("select price| from tickit_curated.sales")).containsExactly("pricepaid");
    }

    @Test
    void offersNothingInsideTextsAndRemarks() {
        assertThat(texts("select 'fro")).isEmpty();
        assertThat(texts("-- from ")).isEmpty();
    }

    @Test
    void comesUpByItselfAfterADotAFromOrTwoLetters() {
        assertThat(Completion.wanted("from ", 5)).isTrue();
        assertThat(Completion.wanted("s.", 2)).isTrue();
        assertThat(Completion.wanted("se", 2)).isTrue();
        assertThat(Completion.wanted("1.", 2)).isFalse();
        assertThat(Completion.wanted("a ", 2)).isFalse();
        assertThat(Completion.wanted("", 0)).isFalse();
    }

    @Test
    void colouringNeverFailsOnUnendedTexts() {
        assertThat(SqlLexer.tokens("select 'abc")).extracting(SqlToken::kind).containsExactly(SqlToken.Kind.KEYWORD, SqlToken.Kind.STRING);
        assertThat(SqlLexer.tokens("/* a")).extracting(SqlToken::end).containsExactly(4);
        assertThat(SqlLexer.tokens("count(*) 'it''s' 1.5 \"a b\" -- end")).extracting(SqlToken::kind)
                .startsWith(SqlToken.Kind.FUNCTION).endsWith(SqlToken.Kind.STRING, SqlToken.Kind.NUMBER, SqlToken.Kind.NAME, SqlToken.Kind.COMMENT);
    }

    @Test
    void offersOnAnotherEngineOnlyWordsThatItHas() {
        assertThat(Completion.at("select strf", 11, List.of(), false).suggestions()).extracting(Suggestion::text).contains("strftime");
        assertThat(Completion.at("select strf", 11, List.of(), true).suggestions()).isEmpty();
        assertThat(Completion.at("select su", 9, List.of(), true).suggestions()).extracting(Suggestion::text).contains("sum").doesNotContain("summarize");
    }

    private static List<String> texts(String marked) {
        int caret = marked.contains("|") ? marked.indexOf('|') : marked.length();
        return Completion.at(marked.replace("|", ""), caret, CATALOG, false).suggestions().stream().map(Suggestion::text).toList();
    }

    private static Table table(String name, List<String> partitions, String... columns) {
        return new Table(TableName.parse(name), Tier.CURATED, List.of(columns).stream().map(column -> new Column(column, "varchar")).toList(),
                partitions.stream().map(column -> new Column(column, "integer")).toList(), new StorageFormat.Parquet(), Optional.of(Prefix.parse("curated/x")), 1, "",
                "", 10, 10, 1, Instant.EPOCH, Map.of());
    }
}
