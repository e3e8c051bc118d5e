package io.wonderlake.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wonderlake.catalog.TableName;
import io.wonderlake.contract.QualityRule;
import io.wonderlake.lake.ObjectPath;
import io.wonderlake.lake.Tier;
import org.junit.jupiter.api.Test;

class ModelTest {

    private static final ObjectPath FILE = ObjectPath.parse("config/models/analytics/tickit.by_category.sql");

    private static final String TEXT = """
            -- name: by_category
            -- tier: analytics
            -- database: tickit_analytics
            -- description: Sales by category.
            -- owner: tickets@madhatter.example
            -- inputs: [tickit_curated.category, tickit_curated.sales]
            -- partitionedBy: [catgroup]
            -- key: [catname]
            -- checks: [{name: no_negative, description: None below zero., query: "select count(*) from {table} where total < 0", severity: error}]

            -- a comment of the statement
            select c.catgroup, c.catname, sum(s.pricepaid) as total
            from tickit_curated.category c join tickit_curated.sales s on s.catid = c.catid
            group by 1, 2;
            """;

    @Test
    void readsHeaderAndSelect() {
        Model model = Model.parse(TEXT.replace("-- a comment of the statement\n", ""), FILE);
        assertThat(model.table()).isEqualTo(TableName.parse("tickit_analytics.by_category"));
        assertThat(model.tier()).isEqualTo(Tier.ANALYTICS);
        assertThat(model.inputs()).hasSize(2);
        assertThat(model.partitionedBy()).containsExactly("catgroup");
        assertThat(model.key()).containsExactly("catname");
        assertThat(model.checks()).extracting(QualityRule::severity).containsExactly(QualityRule.Severity.ERROR);
        assertThat(model.sql()).startsWith("select c.catgroup").endsWith("group by 1, 2");
    }

    @Test
    void takesACommentBelowTheHeader() {
        assertThat(Model.parse(TEXT, FILE).sql()).contains("select c.catgroup");
    }

    @Test
    void refusesATableThatIsNoInput() {
        assertThatThrownBy(() -> Model.parse(TEXT.replace("[tickit_curated.category, ", "["), FILE))
                .hasMessage("config/models/analytics/tickit.by_category.sql, line 13: the SELECT reads tickit_curated.category, which is not among the inputs.");
    }

    @Test
    void refusesWhatIsNoSelect() {
        assertThatThrownBy(() -> Model.parse(TEXT.replace("select c.", "delete c."), FILE)).hasMessageContaining("begins with delete");
        assertThatThrownBy(() -> Model.parse(TEXT.substring(0, TEXT.indexOf("\nselect c.")), FILE)).hasMessageContaining("no SELECT");
        assertThatThrownBy(() -> Model.parse("select 1", FILE)).hasMessageContaining("header is missing");
    }

    @Test
    void refusesABrokenHeader() {
        assertThatThrownBy(() -> Model.parse(TEXT.replace("tier: analytics", "tier: raw"), FILE)).hasMessageContaining("line 2: the tier raw");
        assertThatThrownBy(() -> Model.parse(TEXT.replace("-- database: tickit_analytics", "-- x: y"), FILE)).hasMessageContaining("database is missing");
        assertThatThrownBy(() -> Model.parse(TEXT.replace("key: [catname]", "key: [catname"), FILE)).hasMessageContaining("cannot be read at line");
    }
}
