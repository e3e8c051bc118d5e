package io.wonderlake.format;

import io.wonderlake.catalog.Column;
import io.wonderlake.engine.FileReader.RowCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

/// Counts the rows of a file, keeps the first of the bad ones, and learns each column's type from all the others.
final class Tally {
    private static final int MOST_PROBLEMS = 100;

    private final List<TypeGuess> guesses = new ArrayList<>();
    private final List<RowProblem> problems = new ArrayList<>();
    private final LongFunction<String> place;
    private long rows;
    private long badRows;

    /// `place` names a row by its number.
    Tally(LongFunction<String> place) {
        this.place = place;
    }

    /// Reads the cursor to its end; `first` is the position of the first column of the file itself, behind `_row` and `_bad`.
    Tally count(RowCursor cursor, int first) {
        for (Object[] row = cursor.next(); row != null; row = cursor.next()) {
            rows++;
            if (row[first - 1] == null) {
                learn(row, first);
            } else {
                bad((Long) row[first - 2], (String) row[first - 1]);
            }
        }
        return this;
    }

    private void learn(Object[] row, int first) {
        while (guesses.size() < row.length - first) {
            guesses.add(new TypeGuess());
        }
        for (int i = first; i < row.length; i++) {
            guesses.get(i - first).see((String) row[i]);
        }
    }

    private void bad(long row, String message) {
        badRows++;
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(new RowProblem(place.apply(row), row, message));
        }
    }

    /// The named columns with the types learned.
    List<Column> columns(List<String> names) {
        var columns = new ArrayList<Column>();
        for (int i = 0; i < names.size(); i++) {
            columns.add(new Column(names.get(i), i < guesses.size() ? guesses.get(i).type() : "varchar"));
        }
        return List.copyOf(columns);
    }

    long rows() {
        return rows;
    }

    long badRows() {
        return badRows;
    }

    List<RowProblem> problems() {
        return List.copyOf(problems);
    }
}
