package io.wonderlake.work;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The words that Wonderlake shows, from the one strings file.
public final class Strings {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("io.wonderlake.strings", Locale.ROOT);

    private Strings() {
    }

    /// The text under `key` with `{0}`, `{1}`… replaced, formatted for Locale.ROOT-independent English.
    /// A key that the file does not have is a bug and throws.
    public static String text(String key, Object... arguments) {
        return new MessageFormat(BUNDLE.getString(key), Locale.ENGLISH).format(arguments);
    }

    /// For FXML loaders.
    public static ResourceBundle bundle() {
        return BUNDLE;
    }
}
