package io.wonderlake.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The invented vocabulary: first names, last names, cities and the words that names of venues and events are made of.
final class Words {
    static final List<String> FIRST_NAMES = read("first-names");
    static final List<String> LAST_NAMES = read("last-names");
    /// City and state, as `Chicago|IL`.
    static final List<String> CITIES = read("cities");
    static final List<String> ADJECTIVES = read("adjectives");
    static final List<String> NOUNS = read("nouns");
    static final List<String> PLACES = read("places");

    private Words() {
    }

    private static List<String> read(String name) {
        try (InputStream in = Words.class.getResourceAsStream("words/" + name + ".txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank()).toList();
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }
}
