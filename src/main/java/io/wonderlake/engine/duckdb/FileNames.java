package io.wonderlake.engine.duckdb;

/// How a file is called in a message: by its place in the lake, without the folders that lead to it.
final class FileNames {
    private static final java.util.regex.Pattern IN_LAKE =
            java.util.regex.Pattern.compile(".*?/((?:raw|curated|analytics|archive|quarantine|config)/.+)");

    private FileNames() {
    }

    static String shown(String file) {
        String text = file.replace('\\', '/');
        java.util.regex.Matcher inside = IN_LAKE.matcher(text);
        return inside.matches() ? inside.group(1) : text;
    }
}
