package io.wonderlake.engine.duckdb;

import io.wonderlake.catalog.Column;
import io.wonderlake.catalog.StorageFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// Where the declared columns of a call stand among those that a reader gives for a file.
final class ReaderPlaces {
    /// What only a reader can say of a row. Who asks for one of these wants the rows exactly as they stand in the file.
    static final Set<String> ABOUT_ROW = Set.of("_row", "_bad", "_sheet");

    private ReaderPlaces() {
    }

    /// For each name of the call its position in a row, or -1. By name; where the file has no names, by position, unless the names are
    /// those that the reader made up.
    static int[] of(ReaderCall call, List<Column> given) {
        List<String> names = given.stream().map(Column::name).toList();
        int[] places = call.names().stream().mapToInt(name -> named(names, name)).toArray();
        int own = call.names().size() - call.partitionColumns();
        if (call.format() instanceof StorageFormat.Text text && !text.header()
                && IntStream.range(0, own).anyMatch(i -> places[i] < 0 && !call.names().get(i).equals(Relations.FILE_NAME))) {
            int next = (int) names.stream().filter(ABOUT_ROW::contains).count();
            for (int i = 0; i < own; i++) {
                String name = call.names().get(i);
                if (!ABOUT_ROW.contains(name) && !name.equals(Relations.FILE_NAME)) {
                    places[i] = next < names.size() ? next++ : -1;
                }
            }
        }
        return places;
    }

    /// The exact name first, then one that differs in case only.
    private static int named(List<String> names, String name) {
        int exact = names.indexOf(name);
        return exact >= 0 ? exact
                : IntStream.range(0, names.size()).filter(i -> names.get(i).equalsIgnoreCase(name)).findFirst().orElse(-1);
    }
}
