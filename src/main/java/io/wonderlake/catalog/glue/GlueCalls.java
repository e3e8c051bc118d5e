package io.wonderlake.catalog.glue;

import io.wonderlake.catalog.TableName;
import io.wonderlake.lake.aws.AwsAccount;
import io.wonderlake.lake.aws.Permission;
import io.wonderlake.work.Job;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.AlreadyExistsException;
import software.amazon.awssdk.services.glue.model.ConcurrentModificationException;
import software.amazon.awssdk.services.glue.model.Database;
import software.amazon.awssdk.services.glue.model.EntityNotFoundException;
import software.amazon.awssdk.services.glue.model.GetDatabasesResponse;
import software.amazon.awssdk.services.glue.model.GetTableVersionsResponse;
import software.amazon.awssdk.services.glue.model.GetTablesResponse;
import software.amazon.awssdk.services.glue.model.Table;
import software.amazon.awssdk.services.glue.model.TableInput;
import software.amazon.awssdk.services.glue.model.TableVersion;
import software.amazon.awssdk.services.glue.model.VersionMismatchException;

/// What is asked of Glue about databases and tables; names are as Glue spells them. What is not there gives an empty answer.
final class GlueCalls {
    private static final int PAGE = 100;

    private final AwsAccount account;
    private final Resources resources;
    private GlueClient client;

    GlueCalls(AwsAccount account) {
        this.account = account;
        this.resources = new Resources(account.profile().region());
    }

    Resources resources() {
        return resources;
    }

    synchronized GlueClient client() {
        if (client == null) {
            client = account.build(GlueClient.builder());
        }
        return client;
    }

    <T> T call(Permission permission, Supplier<T> call) {
        return account.call(permission, call);
    }

    <T> T call(Permission permission, Job job, Supplier<T> call) {
        return account.call(permission, job, call);
    }

    void eachDatabase(Job job, Consumer<Database> then) {
        String token = null;
        do {
            String from = token;
            GetDatabasesResponse page = call(resources.onCatalog("GetDatabases"), job, () -> client().getDatabases(r -> r.nextToken(from).maxResults(PAGE)));
            page.databaseList().forEach(then);
            token = page.nextToken();
        } while (token != null && !token.isEmpty());
    }

    /// `then` gets the tables of each page, and when the page was asked for, in milliseconds since 1970.
    void eachPage(String database, Job job, TablesPage then) {
        String token = null;
        do {
            String from = token;
            long asked = System.currentTimeMillis();
            Optional<GetTablesResponse> page = call(resources.onDatabase("GetTables", database), job,
                    () -> present(() -> client().getTables(r -> r.databaseName(database).nextToken(from).maxResults(PAGE))));
            page.ifPresent(tables -> then.take(tables.tableList(), asked));
            token = page.map(GetTablesResponse::nextToken).orElse("");
        } while (token != null && !token.isEmpty());
    }

    /// Takes one page of tables.
    @FunctionalInterface
    interface TablesPage {
        void take(List<Table> tables, long asked);
    }

    Optional<Table> table(TableName name) {
        return call(resources.onTable("GetTable", name), () -> present(() -> client().getTable(r -> r.databaseName(name.database()).name(name.table())).table()));
    }

    void eachVersion(TableName name, Consumer<TableVersion> then) {
        String token = null;
        do {
            String from = token;
            Optional<GetTableVersionsResponse> page = call(resources.onTable("GetTableVersions", name), () -> present(() -> client().getTableVersions(
                    r -> r.databaseName(name.database()).tableName(name.table()).nextToken(from).maxResults(PAGE))));
            page.ifPresent(versions -> versions.tableVersions().stream().filter(version -> version.table() != null).forEach(then));
            token = page.map(GetTableVersionsResponse::nextToken).orElse("");
        } while (token != null && !token.isEmpty());
    }

    /// False when there is such a table already. Makes the database where it is missing.
    boolean create(String database, TableInput table) {
        return tryCreate(database, table).orElseGet(() -> {
            createDatabase(database);
            return tryCreate(database, table).orElse(false);
        });
    }

    /// Empty when there is no such database.
    private Optional<Boolean> tryCreate(String database, TableInput table) {
        return call(resources.onTable("CreateTable", new TableName(database, table.name())), () -> present(() -> {
            try {
                client().createTable(r -> r.databaseName(database).tableInput(table));
                return true;
            } catch (AlreadyExistsException overtaken) {
                return false;
            }
        }));
    }

    private void createDatabase(String database) {
        call(resources.onDatabase("CreateDatabase", database), () -> {
            try {
                return client().createDatabase(r -> r.databaseInput(input -> input.name(database)));
            } catch (AlreadyExistsException overtaken) {
                return false;
            }
        });
    }

    /// False when the table is not at `versionId` any more, or gone. Unless it is `archived`, the state before is not kept as a version.
    boolean update(String database, TableInput table, String versionId, boolean archived) {
        return call(resources.onTable("UpdateTable", new TableName(database, table.name())), () -> present(() -> {
            try {
                client().updateTable(r -> r.databaseName(database).tableInput(table).versionId(versionId).skipArchive(!archived));
                return true;
            } catch (ConcurrentModificationException | VersionMismatchException overtaken) {
                return false;
            }
        })).orElse(false);
    }

    void delete(TableName name) {
        call(resources.onTable("DeleteTable", name), () -> present(() -> client().deleteTable(r -> r.databaseName(name.database()).name(name.table()))));
    }

    void deleteVersion(TableName name, String versionId) {
        call(resources.onTable("DeleteTableVersion", name),
                () -> present(() -> client().deleteTableVersion(r -> r.databaseName(name.database()).tableName(name.table()).versionId(versionId))));
    }

    private static <T> Optional<T> present(Supplier<T> call) {
        try {
            return Optional.of(call.get());
        } catch (EntityNotFoundException missing) {
            return Optional.empty();
        }
    }
}
