package io.wonderlake.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.wonderlake.work.Strings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every key that the program asks for exists, and every key that exists is asked for.
class StringsTest {
    private static final Path MAIN = Path.of("src/main");
    private static final Pattern TEXT = Pattern.compile("Strings\\.text\\(\\s*\"([a-zA-Z0-9._-]+\\.[a-zA-Z0-9._-]*)\"");
    private static final Pattern FAILURE = Pattern.compile("Failure\\.of\\([^;\"]*?\"([a-zA-Z0-9-]+\\.[a-zA-Z0-9._-]*)\"");
    private static final Pattern FXML = Pattern.compile("\"%([a-zA-Z0-9-]+\\.[a-zA-Z0-9._-]+)\"");
    private static final Pattern COMMAND = Pattern.compile("\\$\\{bundle:([a-zA-Z0-9._-]+)}");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z][a-zA-Z0-9]*(?:[._-][a-zA-Z0-9]+)+|[a-z]+(?:\\.[a-zA-Z0-9-]+)*\\.)\"");

    @Test
    void everyKeyThatIsAskedForExists() throws IOException {
        Set<String> missing = new TreeSet<>();
        for (String source : sources()) {
            for (Pattern pattern : List.of(TEXT, FAILURE, FXML, COMMAND)) {
                Matcher found = pattern.matcher(source);
                while (found.find()) {
                    String key = found.group(1);
                    // A key that ends in a dot is the beginning of keys made at run time.
                    if (!key.endsWith(".") && !Strings.bundle().containsKey(key)) {
                        missing.add(key);
                    }
                    if (pattern == FAILURE && !key.endsWith(".") && !Strings.bundle().containsKey(key + ".advice")) {
                        missing.add(key + ".advice");
                    }
                }
            }
        }
        assertThat(missing).as("keys that are asked for and do not exist").isEmpty();
    }

    @Test
    void everyKeyThatExistsIsAskedFor() throws IOException {
        Set<String> literals = new TreeSet<>();
        for (String source : sources()) {
            for (Pattern pattern : List.of(LITERAL, FXML, COMMAND, Pattern.compile("\"([a-zA-Z]+)\""))) {
                Matcher found = pattern.matcher(source);
                while (found.find()) {
                    literals.add(found.group(1));
                }
            }
        }
        List<String> beginnings = literals.stream().filter(literal -> literal.endsWith(".")).toList();
        List<String> unused = Strings.bundle().keySet().stream().sorted()
                .filter(key -> !literals.contains(key) && !(key.endsWith(".advice") && literals.contains(key.substring(0, key.length() - 7))))
                .filter(key -> beginnings.stream().noneMatch(key::startsWith)).toList();
        assertThat(unused).as("keys that nothing asks for").isEmpty();
    }

    @Test
    void everyTextIsWellFormed() throws IOException {
        List<String> broken = new ArrayList<>();
        for (String key : Strings.bundle().keySet()) {
            try {
                new MessageFormat(Strings.bundle().getString(key), Locale.ENGLISH);
            } catch (IllegalArgumentException error) {
                broken.add(key + ": " + error.getMessage());
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void noKeyStandsTwice() throws IOException {
        List<String> keys = Files.readAllLines(MAIN.resolve("resources/io/wonderlake/strings.properties")).stream()
                .filter(line -> !line.startsWith("#") && line.contains("=")).map(line -> line.substring(0, line.indexOf('=')).strip()).toList();
        assertThat(keys).doesNotHaveDuplicates();
    }

    private static List<String> sources() throws IOException {
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.walk(MAIN)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".java") || each.toString().endsWith(".fxml")).toList()) {
                texts.add(Files.readString(file));
            }
        }
        return texts;
    }
}
