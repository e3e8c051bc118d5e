package io.wonderlake.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.wonderlake.work.Failure;
import io.wonderlake.work.FailureException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DocumentsTest {
    record Note(String title, int count, List<Entry> entries, Optional<Instant> time, Map<String, String> facts) {
        record Entry(String name, int size) {
            Entry {
                if (size < 0) {
                    throw new IllegalArgumentException("size must not be negative");
                }
            }
        }
    }

    private static final Note NOTE = new Note("ä: b", 2, List.of(new Note.Entry("x", 1)), Optional.of(Instant.parse("2026-01-02T03:04:05Z")), Map.of("k", "v"));

    private static void refuses(String yaml, String... words) {
        assertThatExceptionOfType(FailureException.class).isThrownBy(() -> Documents.readYaml(yaml, Note.class, "note.yaml"))
                .satisfies(error -> assertThat(error.getMessage()).contains("note.yaml", "line").contains(words).doesNotContain("java.", "wonderlake", "`"))
                .satisfies(error -> assertThat(error.failure().kind()).isEqualTo(Failure.Kind.BAD_INPUT));
    }

    @Test
    void readsWhatItWrites() {
        assertThat(Documents.readYaml(Documents.writeYaml(NOTE), Note.class, "note")).isEqualTo(NOTE);
        assertThat(Documents.readJson(Documents.writeJson(NOTE), Note.class, "note")).isEqualTo(NOTE);
        assertThat(Documents.convert(Documents.yamlTree(Documents.writeYaml(NOTE), "note"), Note.class, "note")).isEqualTo(NOTE);
    }

    @Test
    void passesOverWhatItDoesNotKnow() {
        assertThat(Documents.readYaml("title: x\nlater: 7\n", Note.class, "note").title()).isEqualTo("x");
    }

    @Test
    void namesThePlaceOfTheTrouble() {
        refuses("title: x\ncount: many\n", "line 2", "count");
        refuses("entries: {a: b}\n", "line 1", "entries");
        refuses("entries:\n  - {name: a, size: 1}\n  - {name: b, size: -1}\n", "line 3", "entries.2", "size must not be negative");
        refuses("title: [a\ncount: 2\n", "line 1", "title");
        refuses("title: a\n count: 2\n", "line 2");
        refuses("title: \"a\n", "line");
        refuses("time: yesterday\n", "time");
    }

    @Test
    void refusesADocumentWithoutContent() {
        for (String text : List.of("", "null", "\n\n", "# only a comment\n", "just words", "[]")) {
            assertThatExceptionOfType(FailureException.class).as(text).isThrownBy(() -> Documents.readYaml(text, Note.class, "note.yaml")).withMessageContaining("note.yaml");
        }
        assertThatExceptionOfType(FailureException.class).isThrownBy(() -> Documents.readJson("null", Note.class, "note.json")).withMessageContaining("note.json");
    }
}
