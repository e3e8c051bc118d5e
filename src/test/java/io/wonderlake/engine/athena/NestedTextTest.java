package io.wonderlake.engine.athena;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NestedTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "[1, 2, 3] | [1,2,3]", "[] | []", "{} | {}", "[a, b c] | [\"a\",\"b c\"]", "[null, 1.50, true] | [null,1.50,true]", "[[1], [2, 3]] | [[1],[2,3]]",
        "{id=1, name=Ann} | {\"id\":1,\"name\":\"Ann\"}", "{a={b=[1, x]}} | {\"a\":{\"b\":[1,\"x\"]}}", "[2008-01-02 03:04:05.000] | [\"2008-01-02 03:04:05.000\"]",
        "[007, 1e5] | [\"007\",\"1e5\"]", "[12345678901234567890.5] | [12345678901234567890.5]", "{\"a\": [1]} | {\"a\": [1]}"})
    void becomesJson(String text, String json) {
        assertThat(NestedText.json(text)).isEqualTo(json);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[a", "{a}", "[1] x", "{k=1, k=2}", "{k=a]", "plain", "", "[a]]", "[\"", "\u0001[", "{=", "[[[[[["})
    void becomesOneStringWhenItDoesNotFallApart(String text) throws Exception {
        assertThat(new ObjectMapper().readTree(NestedText.json(text)).asText()).isEqualTo(text);
    }

    @Test
    void survivesDeepNesting() throws Exception {
        String deep = "[".repeat(100_000);
        assertThat(new ObjectMapper().readTree(NestedText.json(deep)).asText()).isEqualTo(deep);
    }
}
