package io.wonderlake.ui.kit.grid;

import io.wonderlake.catalog.Column;
import java.util.Arrays;
import java.util.List;

/// Order, widths and left edges of the columns. A *place* counts from the left of the screen; an *index* is the source's own number.
final class GridColumns {
    /// How wide a column becomes at most when there is room to spare.
    static final double ROOMY = 220;
    private final int[] indexAt;
    private final double[] width;
    private final double[] own;
    private final double[] least;
    private final double[] left;
    private final boolean[] words;
    private boolean touched;

    GridColumns(double[] widths, double[] leastWidths) {
        this(widths, leastWidths, new boolean[widths.length]);
    }

    /// @param words which columns hold texts, that may take what room is left
    GridColumns(double[] widths, double[] leastWidths, boolean[] words) {
        width = widths.clone();
        own = widths.clone();
        least = leastWidths.clone();
        this.words = words.clone();
        indexAt = new int[width.length];
        Arrays.setAll(indexAt, place -> place);
        left = new double[width.length + 1];
        measure(0);
    }

    static boolean[] words(List<Column> columns) {
        boolean[] words = new boolean[columns.size()];
        for (int i = 0; i < words.length; i++) {
            words[i] = !CellText.right(columns.get(i));
        }
        return words;
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

    /// What the columns need, without the room that they were given on top.
    double natural() {
        return Arrays.stream(own).sum();
    }

    /// Gives each column what its content needs, by index; forgets what was set by hand.
    void settle(double[] widths) {
        touched = false;
        for (int index = 0; index < own.length; index++) {
            own[index] = Math.max(least[index], Math.rint(widths[index]));
            width[index] = own[index];
        }
        measure(0);
    }

    void resize(int place, double to) {
        touched = true;
        System.arraycopy(width, 0, own, 0, own.length);
        int index = indexAt[place];
        own[index] = Math.max(least[index], Math.rint(to));
        width[index] = own[index];
        measure(place);
    }

    /// Spreads spare room over the columns, and leaves the rest to the last one where it holds texts. A width set by hand ends this.
    void fill(double room) {
        if (touched || count() == 0) {
            return;
        }
        System.arraycopy(own, 0, width, 0, own.length);
        double spare = room - natural();
        while (spare >= 1) {
            int[] narrow = Arrays.stream(indexAt).filter(index -> width[index] < ROOMY).toArray();
            if (narrow.length == 0) {
                break;
            }
            spare -= widen(narrow, Math.max(1, Math.floor(spare / narrow.length)), spare);
        }
        int last = indexAt[count() - 1];
        if (spare > 0 && words[last]) {
            width[last] += spare;
        }
        measure(0);
    }

    private double widen(int[] indices, double each, double most) {
        double given = 0;
        for (int index : indices) {
            double more = Math.min(Math.min(each, Math.ceil(ROOMY - width[index])), most - given);
            width[index] += more;
            given += more;
        }
        return given;
    }

    /// Where to scroll to so that a column stands in view whole, and the first column in view is not cut.
    double reveal(int place, double scrolled, double room) {
        double right = left[place] + width(place);
        if (left[place] < scrolled) {
            return left[place];
        }
        if (right <= scrolled + room) {
            return scrolled;
        }
        int first = 0;
        while (first < place && left[first] < right - room) {
            first++;
        }
        return left[first];
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
