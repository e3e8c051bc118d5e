package io.wonderlake.ui.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.wonderlake.engine.Statement;
import io.wonderlake.work.Failure;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QuickFixTest {
    private static final String SQL = "select s.pricepayd from tickit_curated.salez s";

    private static Optional<QuickFix> fix(String text, int at, String near) {
        Failure failure = Failure.of(Failure.Kind.BAD_INPUT, "failure.engine.statement", "wrong").withPosition(at).withNearest(near);
        return QuickFix.of(failure, new Statement(SQL, 3, 3 + SQL.length()), text);
    }

    private static String fixed(int at, String near) {
        String text = "-- " + SQL + ";\nselect 2";
        return fix(text, at, near).map(found -> text.substring(0, found.from()) + found.name() + text.substring(found.to())).orElse("");
    }

    @Test
    void replacesTheColumnAndKeepsItsTable() {
        assertThat(fixed(SQL.indexOf("s.price"), "pricepaid")).contains("select s.pricepaid from");
        assertThat(fixed(SQL.indexOf("pricepayd"), "pricepaid")).contains("select s.pricepaid from");
    }

    @Test
    void replacesATableWithItsDatabase() {
        assertThat(fixed(SQL.indexOf("tickit"), "tickit_curated.sales")).contains("from tickit_curated.sales s;");
    }

    @Test
    void offersNothingOnceTheTextHasChanged() {
        assertThat(fix("-- select 1", 7, "pricepaid")).isEmpty();
    }

    @Test
    void offersNothingWithoutAPlaceOrAName() {
        Failure failure = Failure.of(Failure.Kind.BAD_INPUT, "failure.engine.statement", "wrong");
        Statement statement = new Statement(SQL, 0, SQL.length());
        assertThat(QuickFix.of(failure, statement, SQL)).isEmpty();
        assertThat(QuickFix.of(failure.withNearest("x"), statement, SQL)).isEmpty();
        assertThat(QuickFix.of(failure.withPosition(3), statement, SQL)).isEmpty();
    }
}
