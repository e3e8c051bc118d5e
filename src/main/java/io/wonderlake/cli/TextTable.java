package io.wonderlake.cli;

import io.wonderlake.result.export.Values;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Columns of text for a terminal, as wide as their widest cell up to a limit; the last one may run on.
final class TextTable {
    private static final int WIDEST = 60;
    private static final int LONGEST = 2_000;

    private final List<String> headers;
    private final List<List<String>> rows = new ArrayList<>();
    private final boolean[] numeric;

    TextTable(List<String> headers) {
        this.headers = headers.stream().map(header -> oneLine(header, WIDEST)).toList();
        numeric = new boolean[headers.size()];
        Arrays.fill(numeric, true);
    }

    void add(List<?> row) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < headers.size(); i++) {
            Object value = row.get(i);
            numeric[i] &= value == null || value instanceof Number;
            int widest = value instanceof Whole || i == headers.size() - 1 ? LONGEST : WIDEST;
            texts.add(oneLine(text(value), widest));
        }
        rows.add(texts);
    }

    private static String text(Object value) {
        return switch (value) {
            case null -> "";
            case Whole(String text) -> text;
            default -> Values.text(value);
        };
    }

    int size() {
        return rows.size();
    }

    void print(PrintWriter out) {
        int[] widths = new int[headers.size()];
        for (int i = 0; i < widths.length; i++) {
            int column = i;
            widths[i] = Math.max(headers.get(i).length(), rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0));
        }
        out.println(line(headers, widths));
        out.println(rule(widths));
        rows.forEach(row -> out.println(line(row, widths)));
    }

    private String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String space = " ".repeat(widths[i] - cells.get(i).length());
            boolean right = numeric[i] && !rows.isEmpty();
            line.append(i == 0 ? "" : "  ").append(right ? space + cells.get(i) : cells.get(i) + space);
        }
        return line.toString().stripTrailing();
    }

    private static String rule(int[] widths) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < widths.length; i++) {
            parts.add("-".repeat(i == widths.length - 1 ? Math.min(widths[i], WIDEST) : widths[i]));
        }
        return String.join("  ", parts);
    }

    private static String oneLine(String text, int widest) {
        String cut = text.length() > widest ? text.substring(0, widest - 1) + "…" : text;
        return cut.replaceAll("\\p{Cntrl}", "·");
    }
}
