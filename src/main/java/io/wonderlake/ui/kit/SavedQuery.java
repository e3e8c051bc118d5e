package io.wonderlake.ui.kit;

import io.wonderlake.lake.ObjectPath;
import java.util.Locale;
import java.util.Optional;

/// A query that the lake keeps for everybody: `config/queries/*.sql`. The lines `-- title:`, `-- question:` and `-- domain:` at its top say what it is.
///
/// @param title two to four words for a list; the question or the file's name where it has none
/// @param question what it answers; the title again where it says none
/// @param domain what it is about; may be empty
public record SavedQuery(ObjectPath path, String title, String question, String domain, String text) {

    public static SavedQuery of(ObjectPath path, String text) {
        String name = path.name().replaceFirst("\\.sql$", "").replace('_', ' ').replace('-', ' ');
        Optional<String> question = header(text, "question");
        String title = header(text, "title").or(() -> question).orElse(name.isEmpty() ? path.name() : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1));
        return new SavedQuery(path, title, question.orElse(title), header(text, "domain").orElse(""), text);
    }

    public boolean matches(String filter) {
        String low = filter.strip().toLowerCase(Locale.ROOT);
        return (title + " " + question + " " + domain + " " + path.name()).toLowerCase(Locale.ROOT).contains(low);
    }

    /// The value of a `-- key: value` line in the remarks that a text begins with.
    private static Optional<String> header(String text, String key) {
        return text.lines().map(String::strip).takeWhile(line -> line.startsWith("--") || line.isEmpty())
                .map(line -> line.replaceFirst("^-+\\s*", ""))
                .filter(line -> line.regionMatches(true, 0, key + ":", 0, key.length() + 1))
                .map(line -> line.substring(key.length() + 1).strip()).filter(value -> !value.isEmpty()).findFirst();
    }
}
