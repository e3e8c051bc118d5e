package io.wonderlake.ui.kit.grid;

import io.wonderlake.catalog.Column;
import java.util.List;

/// How wide columns begin: as their heads and the first rows need, within limits.
final class GridWidths {
    /// What a head needs beside its text: padding, gap and icon.
    static final double HEAD_EXTRA = 33;
    static final double WIDEST = 320;
    private static final double PADDING = 20;
    private static final double MONO = 7.25;
    private static final double TEXT = 6.7;
    private static final double WIDER = 0.35;
    private static final int SAMPLE = 60;

    private GridWidths() {
    }

    /// The narrowest that each column can be: its head in whole, except for monstrous names.
    static double[] least(double[] headTexts) {
        double[] least = new double[headTexts.length];
        for (int i = 0; i < least.length; i++) {
            least[i] = Math.min(WIDEST, Math.ceil(headTexts[i]) + HEAD_EXTRA);
        }
        return least;
    }

    /// @param rows the first rows; may be empty
    /// @param scale 1 for text of 12 px
    static double[] first(List<Column> columns, List<Object[]> rows, double[] least, double scale) {
        double[] widths = least.clone();
        for (int i = 0; i < widths.length; i++) {
            double perCharacter = scale * (CellText.mono(columns.get(i)) ? MONO : TEXT);
            double longest = 0;
            for (Object[] row : rows.subList(0, Math.min(SAMPLE, rows.size()))) {
                longest = Math.max(longest, letters(CellText.shown(row[i], columns.get(i)), CellText.mono(columns.get(i))));
            }
            widths[i] = Math.clamp(Math.ceil(longest * perCharacter + PADDING), widths[i], WIDEST);
        }
        return widths;
    }

    /// The length of a text in letters of middle width: capitals are wider, except where all letters are alike.
    private static double letters(String text, boolean mono) {
        return mono ? text.length() : text.length() + WIDER * text.chars().filter(Character::isUpperCase).count();
    }
}
