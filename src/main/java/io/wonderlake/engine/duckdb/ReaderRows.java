package io.wonderlake.engine.duckdb;

import io.wonderlake.catalog.HiveValues;
import io.wonderlake.engine.FileReader;
import java.lang.ref.Cleaner;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBWritableVector;

/// Where a scan through a reader stands: the file, and the row in it.
final class ReaderRows implements AutoCloseable {
    private static final Cleaner CLEANER = Cleaner.create();

    private final FileReader reader;
    private final ReaderCall call;
    private final int[] wanted;
    private final AllowedFolders folders;
    private int file;
    private final OpenCursor open = new OpenCursor();
    private int[] places;
    private Map<String, String> partition = Map.of();

    ReaderRows(FileReader reader, ReaderCall call, int[] wanted, AllowedFolders folders) {
        this.reader = reader;
        this.call = call;
        this.wanted = wanted;
        this.folders = folders;
        CLEANER.register(this, open);
    }

    /// Fills a chunk; 0 rows at the end.
    long fill(DuckDBDataChunkWriter chunk) throws SQLException {
        int rows = 0;
        while (rows < chunk.capacity()) {
            Object[] row = next();
            if (row == null) {
                break;
            }
            for (int column = 0; column < wanted.length; column++) {
                write(chunk.vector(column), rows, value(row, wanted[column]));
            }
            rows++;
        }
        return rows;
    }

    private Object value(Object[] row, int column) {
        if (column >= call.names().size()) {
            return null;
        }
        int place = places[column];
        if (place < 0 && call.names().get(column).equals(Relations.FILE_NAME)) {
            return call.files().get(file - 1);
        }
        if (place >= 0) {
            return row[place];
        }
        return Optional.ofNullable(partition.get(call.names().get(column))).flatMap(HiveValues::known).orElse(null);
    }

    private static void write(DuckDBWritableVector vector, int row, Object value) {
        switch (value) {
            case null -> vector.setNull(row);
            case byte[] bytes -> vector.setString(row, blob(bytes));
            case Object other -> vector.setString(row, other.toString());
        }
    }

    private static String blob(byte[] bytes) {
        StringBuilder text = new StringBuilder(bytes.length * 4);
        for (byte one : bytes) {
            text.append(String.format("\\x%02X", one));
        }
        return text.toString();
    }

    private Object[] next() {
        while (true) {
            if (open.cursor == null && !openNext()) {
                return null;
            }
            Object[] row = open.cursor.next();
            if (row != null) {
                return row;
            }
            close();
        }
    }

    private boolean openNext() {
        if (file >= call.files().size()) {
            return false;
        }
        Path path = folders.check(Path.of(call.files().get(file)));
        partition = call.partitions().get(file);
        file++;
        open.cursor = reader.open(path, call.format());
        places = ReaderPlaces.of(call, open.cursor.columns());
        return true;
    }

    @Override
    public void close() {
        open.run();
    }

    /// The file that is open now. The engine may forget a scan before its end without a word; then its cursor is closed when the scan is
    /// collected as garbage.
    private static final class OpenCursor implements Runnable {
        private FileReader.RowCursor cursor;

        @Override
        public void run() {
            if (cursor != null) {
                FileReader.RowCursor closing = cursor;
                cursor = null;
                closing.close();
            }
        }
    }
}
