package io.wonderlake.sample;

import io.wonderlake.lake.ObjectPath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The contracts, models, pipelines and queries that come with the practice lake. `contents.txt` lists them, since a jar cannot be listed.
public final class SampleDefinitions {
    private static final String CONTENTS = "contents.txt";

    private SampleDefinitions() {
    }

    /// Where they belong in the config tier: `contracts/tickit.sales.yaml`.
    public static List<String> keys() {
        return read(CONTENTS).lines().filter(line -> !line.isBlank()).toList();
    }

    public static ObjectPath place(String key) {
        return ObjectPath.parse("config/" + key);
    }

    public static String read(String key) {
        try (InputStream in = SampleDefinitions.class.getResourceAsStream(key)) {
            if (in == null) {
                throw new IllegalArgumentException(key);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }
}
