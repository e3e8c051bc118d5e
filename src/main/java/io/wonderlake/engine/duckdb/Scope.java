package io.wonderlake.engine.duckdb;

import java.sql.SQLException;

/// A connection with a private database in memory. The views of a statement, or the staging tables of a session, stand in it
/// and vanish with it, so nothing that runs at the same time can see or change them.
final class Scope implements AutoCloseable {
    private final Instance instance;
    private final EngineConnection connection;
    private final String database;

    private Scope(Instance instance, EngineConnection connection, String database) {
        this.instance = instance;
        this.connection = connection;
        this.database = database;
        instance.attached(database);
    }

    static Scope open(Instance instance) throws SQLException {
        EngineConnection connection = instance.connect();
        String database = instance.newDatabaseName();
        try {
            connection.execute("ATTACH ':memory:' AS " + database);
            connection.execute("USE " + database);
        } catch (SQLException error) {
            connection.close();
            throw error;
        }
        return new Scope(instance, connection, database);
    }

    EngineConnection connection() {
        return connection;
    }

    @Override
    public void close() {
        connection.close();
        instance.detach(database);
    }
}
