package io.wonderlake.sample;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/// The generated text of a dataset, read back as fields.
final class Lines {
    private Lines() {
    }

    static List<String[]> fields(List<SampleUpload> uploads, String contract, String delimiter) {
        Pattern cut = Pattern.compile(delimiter, Pattern.LITERAL);
        return lines(uploads, contract).stream().map(line -> cut.split(line, -1)).toList();
    }

    static List<String> lines(List<SampleUpload> uploads, String contract) {
        return uploads.stream().filter(upload -> upload.contract().equals(contract)).flatMap(upload -> upload.files().stream())
                .flatMap(file -> lines(file).stream()).toList();
    }

    static List<String> lines(SampleFile file) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(file.source().open(rows -> { }), StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }
}
