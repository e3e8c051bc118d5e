package io.wonderlake.contract;

import io.wonderlake.lake.ObjectPath;
import io.wonderlake.work.Failure;
import io.wonderlake.work.Strings;

/// The text of a definition file while it is read: turns a problem in it into a failure that names the file and the line.
public record DefinitionText(String text, ObjectPath file) {

    /// `word` is looked for in the text to find the line; `key` is the problem's sentence in the strings file.
    public RuntimeException refuse(String word, String key, Object... arguments) {
        return Failure.of(Failure.Kind.BAD_INPUT, "failure.definition", file.toString(), String.valueOf(line(word)), Strings.text(key, arguments))
                .exception();
    }

    public String require(String value, String property) {
        if (value == null || value.isBlank()) {
            throw refuse(property, "definition.missing", property);
        }
        return value;
    }

    private int line(String word) {
        int at = word.isEmpty() ? -1 : text.indexOf(word);
        return at < 0 ? 1 : 1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
    }
}
