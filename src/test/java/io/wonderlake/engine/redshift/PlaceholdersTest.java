package io.wonderlake.engine.redshift;

import static org.assertj.core.api.Assertions.assertThat;

import io.wonderlake.engine.Query;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlaceholdersTest {

    @Test
    void countsCharactersAsTheServerDoes() {
        String sql = "select '𝄞é?' as \"a?\", nope";
        assertThat(new Placeholders(Query.of(sql)).offset("select '.é?' as \"a?\", ".length() + 1)).contains(sql.indexOf("nope"));
    }

    @Test
    void takesBackWhatTheDriverWritesForParameters() {
        String sql = "select " + "?, ".repeat(11) + "'?', nope /* ? */ from t";
        StringBuilder sent = new StringBuilder("select ");
        for (int i = 1; i <= 11; i++) {
            sent.append('$').append(i).append(", ");
        }
        int position = sent.length() + "'?', ".length() + 1;
        assertThat(new Placeholders(new Query(sql, Collections.nCopies(11, 1), false)).offset(position)).contains(sql.indexOf("nope"));
    }

    @Test
    void pointsToTheEndForWhatLiesBehindIt() {
        assertThat(new Placeholders(Query.of("select n from")).offset(14)).contains(13);
        assertThat(new Placeholders(new Query("select ?", List.of(1), false)).offset(1)).contains(0);
        assertThat(new Placeholders(Query.of("select")).offset(99)).contains(6);
    }
}
