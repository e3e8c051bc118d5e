package io.wonderlake.engine.duckdb;

import io.wonderlake.catalog.Catalog;
import io.wonderlake.engine.Query;
import io.wonderlake.engine.Tokens;
import io.wonderlake.lake.LocalFiles;
import io.wonderlake.work.Failure;
import io.wonderlake.work.FailureException;
import io.wonderlake.work.Job;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.duckdb.DuckDBPreparedStatement;

/// Where statements of one caller run: their scope, the catalog's tables in it, and the job that can stop them.
final class Workplace implements AutoCloseable {
    private final Scope scope;
    private final Job job;
    private final Catalog catalog;
    private final Relations relations;
    private final Binder binder;
    private final Reader reader;

    Workplace(Scope scope, Job job, Catalog catalog, LocalFiles files, Relations relations) {
        this.scope = scope;
        this.job = job;
        this.catalog = catalog;
        this.relations = relations;
        this.binder = new Binder(catalog, files, relations, scope.connection());
        this.reader = new Reader(scope.connection());
    }

    Relations relations() {
        return relations;
    }

    Activity activity(String sql) {
        return new Activity(scope.connection(), job, sql);
    }

    EngineConnection connection() {
        return scope.connection();
    }

    /// Starts a statement; `after` runs when its run is closed.
    DuckDbRun run(Query asked, long began, Runnable after) {
        Query query = new Query(new Listings(catalog).instead(asked.sql()), asked.parameters(), asked.unlocked());
        Activity activity = activity(query.sql());
        Reading reading = activity.plan(() -> reader.read(query.sql()));
        if (!reading.readOnly() && !query.unlocked()) {
            throw Failure.of(Failure.Kind.DENIED, "failure.engine.readonly", firstWord(query.sql())).exception();
        }
        FileCount count = activity("").plan(() -> binder.bind(reading.tables()));
        activity.reads(count);
        try {
            return activity.execute(() -> start(query, activity, new DuckDbRun.Cost(count, began), after));
        } catch (FailureException failed) {
            throw new Suggestions(catalog, reading.tables()).improve(failed);
        }
    }

    /// Binds the tables that a text names, for statements of a session.
    void bind(String sql) throws SQLException {
        binder.bind(reader.read(sql).tables());
    }

    private DuckDbRun start(Query query, Activity activity, DuckDbRun.Cost cost, Runnable after) throws SQLException {
        PreparedStatement statement = scope.connection().prepare(query.sql());
        boolean started = false;
        try {
            setParameters(statement, query.parameters());
            boolean answers = statement.execute();
            ResultSet rows = answers ? statement.getResultSet() : null;
            DuckDbRun run = new DuckDbRun(statement, rows, activity, cost, after);
            started = true;
            return run;
        } catch (SQLException error) {
            throw lostMessage(error) ? spokenError(query, error) : error;
        } finally {
            if (!started) {
                statement.close();
            }
        }
    }

    /// A streamed statement that fails before its first row loses its message in the driver.
    private static boolean lostMessage(SQLException error) {
        return String.valueOf(error.getMessage()).endsWith("Invalid result set");
    }

    /// Runs the statement again through the driver's other way, which tells the message.
    private SQLException spokenError(Query query, SQLException lost) {
        job.checkCancelled();
        try (DuckDBPreparedStatement again = scope.connection().driver().prepare(query.sql())) {
            setParameters(again, query.parameters());
            again.query().close();
        } catch (SQLException spoken) {
            return spoken;
        }
        return lost;
    }

    private static void setParameters(PreparedStatement statement, List<Object> parameters) throws SQLException {
        for (int i = 0; i < parameters.size(); i++) {
            statement.setObject(i + 1, parameters.get(i));
        }
    }

    private static String firstWord(String sql) {
        return Tokens.solid(sql).getFirst().text(sql).toUpperCase(Locale.ROOT);
    }

    @Override
    public void close() {
        scope.close();
    }
}
