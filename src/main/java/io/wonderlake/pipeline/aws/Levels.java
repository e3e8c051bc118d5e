package io.wonderlake.pipeline.aws;

import io.wonderlake.pipeline.LogLine.Level;
import java.util.regex.Pattern;

/// How loud a line is, as far as its text tells.
final class Levels {
    private static final int LOOKED_AT = 240;
    private static final Pattern ERROR = Pattern.compile("\\b(ERROR|FATAL|SEVERE|CRITICAL)\\b|\"(?i:level)\"\\s*:\\s*\"(?i:error|fatal|critical)\"|^Traceback |Exception( in thread|:)|Task timed out");
    private static final Pattern WARN = Pattern.compile("\\b(WARN|WARNING)\\b|\"(?i:level)\"\\s*:\\s*\"(?i:warn(ing)?)\"");

    private Levels() {
    }

    static Level of(String text) {
        String head = text.length() > LOOKED_AT ? text.substring(0, LOOKED_AT) : text;
        return ERROR.matcher(head).find() ? Level.ERROR : WARN.matcher(head).find() ? Level.WARN : Level.INFO;
    }
}
