package io.wonderlake.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.wonderlake.engine.LocalEngine;
import io.wonderlake.work.Failure;
import io.wonderlake.work.Job;
import io.wonderlake.work.Jobs;
import io.wonderlake.work.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Hundreds of files of each format, sound and damaged, in one process: each ends in facts or in a failure that says why.
class DamagedFilesTest {
    private static final int DAMAGED_EACH = 40;

    @TempDir
    private Path folder;

    private final Random random = new Random(20_080_229);

    @Test
    void eachFileEndsInFactsOrInAClearFailure() throws IOException {
        var kinds = new LinkedHashMap<String, Integer>();
        try (var engine = Engines.over(folder)) {
            Map<String, byte[]> sound = sound(engine);
            for (int i = 0; i < DAMAGED_EACH * 3; i++) {
                kinds.merge(end(engine, i + "-parts.xlsx", workbookWithADamagedPart()), 1, Integer::sum);
            }
            for (Map.Entry<String, byte[]> entry : sound.entrySet()) {
                assertThat(end(engine, entry.getKey(), entry.getValue())).as(entry.getKey()).isEqualTo("facts");
                for (int i = 0; i < DAMAGED_EACH; i++) {
                    kinds.merge(end(engine, i + "-" + entry.getKey(), damaged(entry.getValue())), 1, Integer::sum);
                }
                assertThat(end(engine, entry.getKey(), entry.getValue())).as(entry.getKey() + " afterwards").isEqualTo("facts");
            }
        }
        assertThat(kinds.keySet()).contains("facts", "BAD_INPUT").isSubsetOf("facts", "BAD_INPUT");
    }

    private String end(LocalEngine engine, String name, byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve(name), bytes);
        var job = new Job(name);
        Outcome<FileFacts> outcome = Jobs.attempt(job, () -> new StandardProbe(engine).probe(file, job));
        Files.delete(file);
        return switch (outcome) {
            case Outcome.Done<FileFacts>(FileFacts facts) -> {
                assertThat(facts.badRows()).as(name).isLessThanOrEqualTo(facts.rows());
                assertThat(facts.columns()).as(name).isNotEmpty();
                yield "facts";
            }
            case Outcome.Failed<FileFacts>(Failure failure) -> {
                assertThat(failure.message()).as("%s: %s", name, failure.detail()).contains(name);
                assertThat(failure.kind()).as("%s: %s, %s", name, failure.message(), failure.origin()).isEqualTo(Failure.Kind.BAD_INPUT);
                assertThat(failure.advice()).isNotEmpty();
                yield failure.kind().name();
            }
            case Outcome.Cancelled<FileFacts>() -> "cancelled";
        };
    }

    private byte[] damaged(byte[] sound) {
        byte[] bytes = sound.clone();
        return switch (random.nextInt(5)) {
            case 0 -> Arrays.copyOf(bytes, 1 + random.nextInt(bytes.length));
            case 1 -> flipped(bytes, 1);
            case 2 -> flipped(bytes, 1 + random.nextInt(200));
            case 3 -> overwritten(bytes);
            default -> inserted(bytes);
        };
    }

    /// Whose packing is sound, so that the damage reaches the reader of its XML.
    private byte[] workbookWithADamagedPart() throws IOException {
        var parts = XlsxParts.sheet("<row r='1'><c r='A1' t='s'><v>0</v></c><c t='str'><v>b</v></c></row><row r='2'><c r='A2' s='1'><v>45000.5</v></c><c><v>1</v></c></row>")
                .text("xl/sharedStrings.xml", "<sst><si><t>a</t></si><si><r><t>b</t></r></si></sst>");
        parts.damage(random.nextInt(100), text -> new String(damaged(text.getBytes(StandardCharsets.ISO_8859_1)), StandardCharsets.ISO_8859_1));
        return Files.readAllBytes(parts.write(folder.resolve("damaged-part.xlsx")));
    }

    private byte[] flipped(byte[] bytes, int times) {
        for (int i = 0; i < times; i++) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return bytes;
    }

    private byte[] overwritten(byte[] bytes) {
        int from = random.nextInt(bytes.length);
        Arrays.fill(bytes, from, Math.min(bytes.length, from + 1 + random.nextInt(64)), (byte) random.nextInt(256));
        return bytes;
    }

    private byte[] inserted(byte[] bytes) {
        byte[] junk = new byte[1 + random.nextInt(300)];
        random.nextBytes(junk);
        int at = random.nextInt(bytes.length);
        byte[] result = Arrays.copyOf(bytes, bytes.length + junk.length);
        System.arraycopy(bytes, at, result, at + junk.length, bytes.length - at);
        System.arraycopy(junk, 0, result, at, junk.length);
        return result;
    }

    private Map<String, byte[]> sound(LocalEngine engine) throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        byte[] csv = lines("id,name,price,day", i -> i + ",\"Name " + i + "\"," + i / 4.0 + ",2024-01-0" + (1 + i % 9));
        files.put("comma.csv", csv);
        files.put("comma.csv.gz", Reading.gzip(csv));
        files.put("pipe.txt", lines("1|Toyota Park|Bridgeview|IL|0", i -> i + "|Park " + i + "|City|OH|" + i * 7));
        files.put("tab.txt", lines("1\t2\tx", i -> i + "\t" + i * 3 + "\t\\N"));
        files.put("wide.csv", new String(csv, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_16LE));
        files.put("latin.csv", lines("id;ort", i -> i + ";Köln").clone());
        files.put("lines.jsonl", lines("{\"id\":0}", i -> "{\"id\":" + i + ",\"tags\":[\"a\",{\"b\":null}],\"unnamed: 0\":\"x\"}"));
        files.put("array.json", IntStream.range(0, 200).mapToObj(i -> "{\"id\":" + i + "}").collect(Collectors.joining(",\n", "[", "]")).getBytes(StandardCharsets.UTF_8));
        files.put("lines.jsonl.gz", Reading.gzip(files.get("lines.jsonl")));
        files.put("rows.avro", Files.readAllBytes(AvroFile.write(folder.resolve("rows.avro"), 300)));
        files.put("book.xlsx", workbook());
        files.put("stored.xlsx", Files.readAllBytes(XlsxParts.sheet("<row><c t='str'><v>a</v></c></row><row><c><v>1</v></c></row>").write(folder.resolve("stored.xlsx"))));
        files.put("rows.parquet", parquet(engine));
        return files;
    }

    private static byte[] lines(String first, IntFunction<String> line) {
        List<String> lines = new ArrayList<>(List.of(first));
        IntStream.range(1, 300).forEach(i -> lines.add(line.apply(i)));
        return String.join("\n", lines).getBytes(first.contains("ort") ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
    }

    private byte[] workbook() throws IOException {
        Path file = folder.resolve("made.xlsx");
        try (var out = Files.newOutputStream(file); var book = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("Data");
            for (int column = 0; column < 6; column++) {
                sheet.value(0, column, "column " + column);
                for (int row = 1; row < 100; row++) {
                    sheet.value(row, column, row * column);
                }
            }
        }
        return Files.readAllBytes(file);
    }

    private byte[] parquet(LocalEngine engine) throws IOException {
        Path file = folder.resolve("made.parquet");
        try (var session = engine.session(new Job("write"))) {
            session.execute("copy (select range as i, 'text ' || hash(range) as s, date '2024-01-01' as d from range(2000)) to '" + file + "' (format parquet)");
        }
        return Files.readAllBytes(file);
    }
}
