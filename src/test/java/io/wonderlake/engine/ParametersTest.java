package io.wonderlake.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.wonderlake.work.FailureException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ParametersTest {

    @Test
    void putsAQuestionMarkForEachNameAndItsValueInOrder() {
        assertThat(Parameters.bind("select :b, :a where x = :b", Map.of("a", 1, "b", "two"), false))
                .isEqualTo(new Query("select ?, ? where x = ?", List.of("two", 1, "two"), false));
    }

    @Test
    void leavesStringsCommentsAndCastsAlone() {
        String sql = "select ':a', \":b\", x::date, y ::integer -- :c\n, /* :d */ {'k': v}, list[1:n], $$ :e $$";
        assertThat(Parameters.names(sql)).isEmpty();
        assertThat(Parameters.bind(sql, Map.of(), false).sql()).isEqualTo(sql);
    }

    @Test
    void namesEachParameterOnceInTheOrderOfUse() {
        assertThat(Parameters.names("select :b, (:a), :b where day=:day_1")).containsExactly("b", "a", "day_1");
    }

    @Test
    void saysWhichValueIsMissingAndWhere() {
        FailureException error = catchThrowableOfType(FailureException.class, () -> Parameters.bind("select :month", Map.of(), false));
        assertThat(error.failure().message()).isEqualTo("The parameter :month has no value.");
        assertThat(error.failure().position()).hasValue(7);
    }
}
