package io.wonderlake.lake;

import java.util.Comparator;

/// The order of keys: by their UTF-8 bytes, which is the order of code points, and not that of Java's characters.
public final class KeyOrder {
    public static final Comparator<String> BYTES = KeyOrder::compare;

    private KeyOrder() {
    }

    public static int compare(String left, String right) {
        int end = Math.min(left.length(), right.length());
        for (int i = 0; i < end; i++) {
            char l = left.charAt(i);
            char r = right.charAt(i);
            if (l != r) {
                return Character.isSurrogate(l) == Character.isSurrogate(r) ? Character.compare(l, r) : Character.isSurrogate(l) ? 1 : -1;
            }
        }
        return Integer.compare(left.length(), right.length());
    }
}
