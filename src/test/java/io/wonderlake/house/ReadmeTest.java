package io.wonderlake.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The README names only what exists: types, packages, files, commands.
class ReadmeTest {
    private static final Pattern CODE = Pattern.compile("(?<!`)`([^`\n]+)`(?!`)");
    private static final Pattern TYPE = Pattern.compile("[A-Z][a-z0-9]+(?:[A-Z][A-Za-z0-9]*)+");
    private static final Pattern PATH = Pattern.compile("[A-Za-z0-9_.-]+(?:/[A-Za-z0-9_.*-]+)+/?|[a-z-]+\\.(?:xml|yaml|properties|css|md)");
    private static final Pattern COMMAND = Pattern.compile("wonderlake ([a-z]+)");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)\\)");

    private final String readme = read();

    @Test
    void everyTypeThatItNamesExists() throws IOException {
        Set<String> known = files("src").stream().map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".java"))
                .map(name -> name.substring(0, name.length() - 5)).collect(Collectors.toSet());
        Set<String> unknown = new TreeSet<>();
        code().forEach(text -> {
            if (TYPE.matcher(text).matches() && !known.contains(text)) {
                unknown.add(text);
            }
        });
        assertThat(unknown).as("types that the README names and nobody wrote").isEmpty();
    }

    @Test
    void everyFileThatItNamesExists() throws IOException {
        List<String> all = new ArrayList<>(List.of("pom.xml", "LICENSE", "CHANGELOG.md", "README.md"));
        for (String folder : List.of("src", "assets", "sample-queries", "jpackage")) {
            files(folder).forEach(file -> all.add(file.toString().replace('\\', '/')));
        }
        Set<String> unknown = new TreeSet<>();
        code().filter(text -> PATH.matcher(text).matches() && !text.startsWith("target/") && !text.startsWith("raw/") && !text.startsWith("curated/"))
                .forEach(text -> {
                    String bare = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
                    String pattern = Pattern.quote(bare).replace("*", "\\E[^/]*\\Q");
                    boolean found = all.stream().anyMatch(file -> file.matches("(.*/)?" + pattern + "(/.*)?"));
                    if (!found) {
                        unknown.add(text);
                    }
                });
        Matcher links = LINK.matcher(readme);
        while (links.find()) {
            if (!Files.exists(Path.of(links.group(1)))) {
                unknown.add(links.group(1));
            }
        }
        assertThat(unknown).as("files that the README names and that are not there").isEmpty();
    }

    @Test
    void everyPackageOfTheTableExists() {
        for (String floor : ArchitectureTest.FLOORS) {
            assertThat(readme).contains("`" + floor);
            assertThat(Path.of("src/main/java/io/wonderlake", floor)).isDirectory();
        }
    }

    @Test
    void everyCommandThatItNamesExists() throws IOException {
        Set<String> commands = new TreeSet<>();
        for (Path file : files("src/main/java/io/wonderlake/cli")) {
            Matcher found = Pattern.compile("@Command\\(name = \"([a-z]+)\"").matcher(Files.readString(file));
            while (found.find()) {
                commands.add(found.group(1));
            }
        }
        Matcher named = COMMAND.matcher(readme.replaceAll("(?s)<!--.*?-->", ""));
        while (named.find()) {
            if (named.start() > 0 && "`/\n ".indexOf(readme.charAt(named.start() - 1)) >= 0 && readme.charAt(named.start() - 1) != ' ') {
                assertThat(commands).contains(named.group(1));
            }
        }
    }

    private Stream<String> code() {
        return CODE.matcher(readme).results().map(result -> result.group(1).strip());
    }

    private static List<Path> files(String folder) throws IOException {
        if (!Files.isDirectory(Path.of(folder))) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static String read() {
        try {
            return Files.readString(Path.of("README.md"));
        } catch (IOException error) {
            throw new java.io.UncheckedIOException(error);
        }
    }
}
