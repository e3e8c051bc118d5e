package io.wonderlake.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.wonderlake.work.Failure;
import io.wonderlake.work.FailureException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {
    private static void refuses(String key, String words) {
        assertThatExceptionOfType(FailureException.class).isThrownBy(() -> new ObjectPath(Tier.RAW, key)).withMessageContaining(words)
                .satisfies(error -> assertThat(error.failure().kind()).isEqualTo(Failure.Kind.BAD_INPUT))
                .satisfies(error -> assertThat(error.failure().advice()).isNotBlank());
    }

    @Test
    void refusesAnEmptyName() {
        refuses("", "is empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", "../x", "a/../../x", "a/..", ".", "a/./b", "/a", "a//b", "a/", "/", "a/../b"})
    void refusesAPartThatIsEmptyOrLeavesItsFolder(String key) {
        refuses(key, "empty part or one that leaves its folder");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.", "a ", "folder./x", "folder /x", "a...", "a/ "})
    void refusesAnEndingThatSomeSystemsDrop(String key) {
        refuses(key, "ends in a space or a dot");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\b", "C:x", "a*b", "what?", "a|b", "<a>", "\"a\"", "a\u0000b", "a\nb", "a\tb", "a\u007fb", "\u001b[31m"})
    void refusesACharacterThatSomeSystemsCannotHold(String key) {
        refuses(key, "character that some systems cannot hold");
    }

    @Test
    void refusesWhatNoFileSystemHolds() {
        refuses("a".repeat(256), "too long");
        refuses("x/" + "é".repeat(128), "too long");
        refuses("abcdefghi/".repeat(103) + "x", "too long");
        assertThat(new ObjectPath(Tier.RAW, "é".repeat(127)).name()).hasSize(127);
    }

    @Test
    void showsNoControlCharacterInAFailure() {
        assertThatExceptionOfType(FailureException.class).isThrownBy(() -> new ObjectPath(Tier.RAW, "a\u001b[2Jb"))
                .satisfies(error -> assertThat(error.getMessage()).doesNotContain("\u001b").contains("a�[2Jb"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", ".hidden", "...a", "a b.txt", "year=2008/month=1/part-0.parquet", "unnamed 0", "Ünïcödé/日本語.csv", "😀.csv", "a'b", "100%.csv", "-rf", "~", "$HOME", "con,aux"})
    void takesWhatPeopleCallTheirFiles(String key) {
        assertThat(ObjectPath.parse("raw/" + key)).isEqualTo(new ObjectPath(Tier.RAW, key)).hasToString("raw/" + key);
    }

    @Test
    void readsAPathOnlyInATier() {
        assertThatExceptionOfType(FailureException.class).isThrownBy(() -> ObjectPath.parse("bronze/x")).withMessageContaining("no tier bronze");
        assertThatExceptionOfType(FailureException.class).isThrownBy(() -> ObjectPath.parse("/raw/x")).withMessageContaining("no tier");
        assertThatExceptionOfType(FailureException.class).isThrownBy(() -> ObjectPath.parse("RAW/x")).withMessageContaining("no tier RAW");
        assertThatExceptionOfType(FailureException.class).isThrownBy(() -> ObjectPath.parse("raw")).withMessageContaining("not an object");
        assertThatExceptionOfType(FailureException.class).isThrownBy(() -> ObjectPath.parse("raw/")).withMessageContaining("is empty");
        assertThatExceptionOfType(FailureException.class).isThrownBy(() -> Prefix.parse("")).withMessageContaining("no tier");
    }

    @Test
    void refusesAPrefixThatLeavesItsTier() {
        assertThatExceptionOfType(FailureException.class).isThrownBy(() -> Prefix.parse("raw/../curated/"));
        assertThatExceptionOfType(FailureException.class).isThrownBy(() -> Prefix.of(Tier.RAW).folder(".."));
        assertThatExceptionOfType(FailureException.class).isThrownBy(() -> Prefix.of(Tier.RAW).object("../x"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Prefix(Tier.RAW, "a"));
    }

    @Test
    void readsPrefixesWithAndWithoutASlash() {
        assertThat(Prefix.parse("raw")).isEqualTo(Prefix.of(Tier.RAW)).isEqualTo(Prefix.parse("raw/"));
        assertThat(Prefix.parse("raw/tickit")).isEqualTo(Prefix.parse("raw/tickit/")).isEqualTo(Prefix.of(Tier.RAW).folder("tickit"));
        assertThat(Prefix.parse("raw/tickit/sales/").name()).isEqualTo("sales");
        assertThat(Prefix.parse("raw").name()).isEqualTo("raw");
        assertThat(ObjectPath.parse("raw/a/b").parent()).isEqualTo(Prefix.parse("raw/a"));
        assertThat(ObjectPath.parse("raw/b").parent()).isEqualTo(Prefix.of(Tier.RAW));
    }

    @Test
    void sortsKeysByTheirBytesAndNotByJavasCharacters() {
        List<String> keys = new ArrayList<>(List.of("😀", "\uffee", "a/b", "a.b", "a", "Z", "ä", "a-b", "a0", "😀x"));
        keys.sort(KeyOrder.BYTES);

        assertThat(keys).containsExactly("Z", "a", "a-b", "a.b", "a/b", "a0", "ä", "\uffee", "😀", "😀x");
        assertThat(new ObjectPath(Tier.RAW, "\uffee")).isLessThan(new ObjectPath(Tier.RAW, "😀"));
    }
}
