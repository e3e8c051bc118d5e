package io.wonderlake.ui.shell;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/// Finds typed words in titles, without case, and cuts a title into its matched and other parts.
final class Matches {
    private Matches() {
    }

    /// A piece of a title.
    record Part(String text, boolean matched) { }

    static List<String> words(String typed) {
        return typed.isBlank() ? List.of() : List.of(typed.strip().toLowerCase(Locale.ROOT).split("\\s+"));
    }

    /// Whether each word stands in one of the texts.
    static boolean all(List<String> words, String title, String detail) {
        String text = title.toLowerCase(Locale.ROOT) + "\n" + detail.toLowerCase(Locale.ROOT);
        return words.stream().allMatch(text::contains);
    }

    /// 0 is best: the title is the word, begins with it, has it at the start of a part, has it, does not have it.
    static int rank(List<String> words, String title) {
        String text = title.toLowerCase(Locale.ROOT);
        String first = words.isEmpty() ? "" : words.getFirst();
        int at = text.indexOf(first);
        if (at < 0) {
            return 4;
        }
        if (text.equals(first)) {
            return 0;
        }
        return at == 0 ? 1 : Character.isLetterOrDigit(text.charAt(at - 1)) ? 3 : 2;
    }

    static List<Part> parts(List<String> words, String title) {
        BitSet matched = new BitSet();
        String text = title.toLowerCase(Locale.ROOT);
        for (String word : words) {
            for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
                matched.set(at, at + word.length());
            }
        }
        List<Part> parts = new ArrayList<>();
        for (int at = 0; at < title.length();) {
            boolean inside = matched.get(at);
            int change = inside ? matched.nextClearBit(at) : matched.nextSetBit(at);
            int end = change < 0 ? title.length() : Math.min(change, title.length());
            parts.add(new Part(title.substring(at, end), inside));
            at = end;
        }
        return parts;
    }
}
