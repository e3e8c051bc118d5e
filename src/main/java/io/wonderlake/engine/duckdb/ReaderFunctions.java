package io.wonderlake.engine.duckdb;

import io.wonderlake.engine.FileReader;
import io.wonderlake.work.Failure;
import io.wonderlake.work.FailureException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBTableFunctionBuilder;

/// Makes a table function of each reader. A failure inside of one passes through the engine as a number and comes out as itself.
final class ReaderFunctions {
    private static final Map<String, FailureException> CARRIED = new ConcurrentHashMap<>();
    private static final AtomicLong NUMBERS = new AtomicLong();
    private static final Pattern MARK = Pattern.compile("wonderlake-failure-(\\d+)");

    private ReaderFunctions() {
    }

    static void register(DuckDBConnection connection, List<FileReader> readers, List<Path> allowedFolders) throws SQLException {
        for (FileReader reader : readers) {
            try (DuckDBTableFunctionBuilder builder = DuckDBFunctions.tableFunction()) {
                builder.withName(reader.functionName()).withParameter(String.class).withProjectionPushdown()
                        .withFunction(new ReaderFunction(reader, new AllowedFolders(allowedFolders))).register(connection);
            }
        }
    }

    static SQLException carry(RuntimeException error) {
        String number = String.valueOf(NUMBERS.incrementAndGet());
        CARRIED.put(number, error instanceof FailureException known ? known : Failure.of(error).exception());
        return new SQLException("wonderlake-failure-" + number);
    }

    /// The failure that a message stands for, or null.
    static FailureException carried(String message) {
        Matcher mark = MARK.matcher(message);
        return mark.find() ? CARRIED.remove(mark.group(1)) : null;
    }
}
