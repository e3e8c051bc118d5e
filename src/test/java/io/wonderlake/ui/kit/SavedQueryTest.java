package io.wonderlake.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.wonderlake.lake.ObjectPath;
import org.junit.jupiter.api.Test;

class SavedQueryTest {
    private static final ObjectPath PATH = ObjectPath.parse("config/queries/salary-by_skill.sql");

    @Test
    void takesItsTitleFromTheHeaderThenFromTheQuestionThenFromTheFile() {
        assertThat(SavedQuery.of(PATH, "-- title: Salary by skill\n-- question: How much?\n-- domain: workforce\nselect 1"))
                .extracting(SavedQuery::title, SavedQuery::question, SavedQuery::domain).containsExactly("Salary by skill", "How much?", "workforce");
        assertThat(SavedQuery.of(PATH, "-- question: How much?\nselect 1").title()).isEqualTo("How much?");
        assertThat(SavedQuery.of(PATH, "select 1 -- title: no").title()).isEqualTo("Salary by skill");
    }

    @Test
    void isFoundByItsQuestionToo() {
        SavedQuery query = SavedQuery.of(PATH, "-- title: Salary by skill\n-- question: How much is paid?\nselect 1");
        assertThat(query.matches(" PAID ")).isTrue();
        assertThat(query.matches("weather")).isFalse();
    }
}
