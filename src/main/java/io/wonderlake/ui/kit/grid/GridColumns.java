package io.wonderlake.ui.kit.grid;

import java.util.Arrays;

/// Order, widths and left edges of the columns. A *place* counts from the left of the screen; an *index* is the source's own number.
final class GridColumns {
    private final int[] indexAt;
    private final double[] width;
    private final double[] least;
    private final double[] left;

    GridColumns(double[] widths, double[] leastWidths) {
        width = widths.clone();
        least = leastWidths.clone();
        indexAt = new int[width.length];
        Arrays.setAll(indexAt, place -> place);
        left = new double[width.length + 1];
        measure(0);
    }

    int count() {
        return indexAt.length;
    }

    int indexAt(int place) {
        return indexAt[place];
    }

    int placeOf(int index) {
        for (int place = 0; place < indexAt.length; place++) {
            if (indexAt[place] == index) {
                return place;
            }
        }
        return -1;
    }

    double left(int place) {
        return left[place];
    }

    double width(int place) {
        return width[indexAt[place]];
    }

    double total() {
        return left[indexAt.length];
    }

    void resize(int place, double to) {
        int index = indexAt[place];
        width[index] = Math.max(least[index], Math.rint(to));
        measure(place);
    }

    /// Takes the column at `from` out and puts it in so that it stands at `to`.
    void move(int from, int to) {
        int index = indexAt[from];
        int step = Integer.compare(to, from);
        for (int place = from; place != to; place += step) {
            indexAt[place] = indexAt[place + step];
        }
        indexAt[to] = index;
        measure(Math.min(from, to));
    }

    /// The place at a distance from the left edge of the first column; the last place beyond the end, -1 without columns.
    int placeAt(double x) {
        int found = Arrays.binarySearch(left, x);
        int place = found >= 0 ? found : -found - 2;
        return Math.max(Math.min(0, indexAt.length - 1), Math.min(indexAt.length - 1, place));
    }

    private void measure(int from) {
        for (int place = from; place < indexAt.length; place++) {
            left[place + 1] = left[place] + width[indexAt[place]];
        }
    }
}
