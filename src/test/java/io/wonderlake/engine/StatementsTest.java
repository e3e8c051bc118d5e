package io.wonderlake.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StatementsTest {

    private static List<String> split(String text) {
        return Statements.of(text).stream().map(Statement::sql).toList();
    }

    private static String at(String text) {
        int caret = text.indexOf('^');
        return Statements.at(text.replace("^", ""), caret).map(Statement::sql).orElse("none");
    }

    @Test
    void partsStatementsAtSemicolons() {
        assertThat(split("select 1; select 2;;\n ; select 3")).containsExactly("select 1", "select 2", "select 3");
    }

    @Test
    void leavesSemicolonsInQuotesAlone() {
        assertThat(split("select ';''; ' ; select \"a;\"\"b\"; select $$ ; $$ ; select $x$ ; $$ ; $x$")).hasSize(4);
        assertThat(split("select e'\\';' ; select 2")).containsExactly("select e'\\';'", "select 2");
    }

    @Test
    void leavesSemicolonsInCommentsAlone() {
        assertThat(split("select 1 -- one; two\n; /* a ; /* b ; */ c ; */ select 2")).containsExactly("select 1 -- one; two", "/* a ; /* b ; */ c ; */ select 2");
    }

    @Test
    void takesCommentsAloneForNoStatement() {
        assertThat(split("-- nothing here;\n/* nor here */ ; \n")).isEmpty();
        assertThat(split("")).isEmpty();
    }

    @Test
    void readsTextThatIsNotClosedToItsEnd() {
        assertThat(split("select 'open; select 2")).containsExactly("select 'open; select 2");
        assertThat(split("select /* open; select 2")).hasSize(1);
        assertThat(split("select $$ open; select 2")).hasSize(1);
    }

    @Test
    void saysWhereEachStatementStands() {
        String text = "  select 1 ;\n select 2 ";
        assertThat(Statements.of(text)).allSatisfy(statement ->
                assertThat(text.substring(statement.start(), statement.end())).isEqualTo(statement.sql()));
        assertThat(Statements.of(text).getFirst()).isEqualTo(new Statement("select 1", 2, 10));
    }

    @Test
    void findsTheStatementAtTheCaret() {
        assertThat(at("sel^ect 1; select 2")).isEqualTo("select 1");
        assertThat(at("select 1;^ select 2")).isEqualTo("select 1");
        assertThat(at("select 1; ^ select 2")).isEqualTo("select 1");
        assertThat(at("select 1; s^elect 2")).isEqualTo("select 2");
        assertThat(at("select 1;\n^\nselect 2")).isEqualTo("select 2");
        assertThat(at("select 1;\n\nselect 2;\n\n^")).isEqualTo("select 2");
        assertThat(at("^\n\nselect 1;\nselect 2")).isEqualTo("select 1");
        assertThat(at("select 1;\n^select 2")).isEqualTo("select 2");
        assertThat(at(" ^ ")).isEqualTo("none");
    }
}
