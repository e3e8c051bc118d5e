package io.wonderlake.format;

import static io.wonderlake.format.Reading.failure;
import static io.wonderlake.format.Reading.file;
import static io.wonderlake.format.Reading.gzip;
import static io.wonderlake.format.Reading.names;
import static io.wonderlake.format.Reading.rows;
import static org.assertj.core.api.Assertions.assertThat;

import io.wonderlake.catalog.StorageFormat;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonRowsTest {
    private static final StorageFormat LINES = new StorageFormat.JsonLines("utf-8");
    private static final StorageFormat DOCUMENT = new StorageFormat.Json();

    @TempDir
    private Path folder;

    @Test
    void givesAColumnToEachKeyOfTheFile() {
        Path file = file(folder, "a.jsonl", """
                {"id": 1, "unnamed: 0": 1.10, "ok": true}
                {"id": "0012", "more": {"b": [1.50, null, "x"]}, "ok": null}
                """);

        assertThat(names(file, LINES)).containsExactly("_row", "_bad", "id", "unnamed: 0", "ok", "more");
        assertThat(rows(file, LINES)).containsExactly(
                Arrays.asList(1L, null, "1", "1.10", "true", null),
                Arrays.asList(2L, null, "0012", null, null, "{\"b\":[1.50,null,\"x\"]}"));
    }

    @Test
    void goesOnBehindABrokenLine() {
        Path file = file(folder, "a.jsonl", "{\"a\":1}\n{\"a\":2\n\n[3]\n{\"a\":4,\"z\":1} x\n{\"a\":5,\"a\":6}\nnull\n{\"a\":7}\n");

        List<List<Object>> rows = rows(file, LINES);

        assertThat(names(file, LINES)).as("broken lines name no columns").containsExactly("_row", "_bad", "a");
        assertThat(rows).extracting(List::getFirst).containsExactly(1L, 2L, 4L, 5L, 6L, 7L, 8L);
        assertThat(rows).filteredOn(row -> row.get(1) == null).extracting(row -> row.get(2)).containsExactly("1", "7");
        assertThat((String) rows.get(1).get(1)).startsWith("The line is not JSON at column");
        assertThat(rows.get(2).get(1)).isEqualTo("The line is not a JSON object.");
        assertThat((String) rows.get(4).get(1)).contains("Duplicate field 'a'");
    }

    @Test
    void readsAnArrayOfObjects() {
        Path file = file(folder, "a.json", " [ {\"a\": 1}, 7, {\"b\": \"ü\"} ] ");

        assertThat(rows(file, DOCUMENT)).containsExactly(
                Arrays.asList(1L, null, "1", null),
                Arrays.asList(2L, "The element is not a JSON object.", null, null),
                Arrays.asList(3L, null, null, "ü"));
    }

    @Test
    void readsOneObjectAsOneRow() {
        assertThat(rows(file(folder, "a.json", "\uFEFF{\n \"a\": 1,\n \"b\": {}\n}"), DOCUMENT)).containsExactly(Arrays.asList(1L, null, "1", "{}"));
        Path packed = file(folder, "b.json", gzip("{\"a\":1}".getBytes(StandardCharsets.UTF_8)));
        assertThat(rows(packed, DOCUMENT)).hasSize(1);
    }

    @Test
    void saysWhereADocumentBreaks() {
        Path cut = file(folder, "cut.json", "[\n{\"a\":1},\n{\"a\":2");
        Path more = file(folder, "more.json", "[{\"a\":1}] {");

        assertThat(failure(() -> rows(cut, DOCUMENT)).message()).startsWith("cut.json is not JSON at line 3, column");
        assertThat(failure(() -> rows(more, DOCUMENT)).message()).contains("something stands after the end");
        assertThat(rows(file(folder, "empty.json", "[]"), DOCUMENT)).isEmpty();
        assertThat(rows(file(folder, "nothing.json", ""), DOCUMENT)).isEmpty();
    }

    @Test
    void refusesMoreKeysThanATableCanHave() {
        String text = IntStream.rangeClosed(0, JsonRows.MOST_KEYS).mapToObj(i -> "{\"k" + i + "\":1}").collect(Collectors.joining("\n"));

        assertThat(failure(() -> names(file(folder, "keys.jsonl", text), LINES)).message()).isEqualTo("keys.jsonl has more than 10,000 different keys.");
    }

    @Test
    void readsUtf16AndNamesWhatIsNot() {
        Path wide = file(folder, "wide.jsonl", "{\"a\":\"ü\"}\n".getBytes(StandardCharsets.UTF_16LE));
        Path latin = file(folder, "latin.jsonl", "{\"a\":\"ü\"}\n{\"a\":1}\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(rows(wide, new StorageFormat.JsonLines("utf-16le"))).containsExactly(Arrays.asList(1L, null, "ü"));
        assertThat(rows(latin, LINES)).extracting(row -> row.get(1) == null).containsExactly(false, true);
    }

    @Test
    void survivesDeepNesting() {
        Path file = file(folder, "deep.jsonl", "{\"a\":" + "[".repeat(100_000) + "\n{\"a\":1}\n");

        assertThat(rows(file, LINES)).extracting(row -> row.get(1) == null).containsExactly(false, true);
    }
}
