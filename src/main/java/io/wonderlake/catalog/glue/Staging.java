package io.wonderlake.catalog.glue;

import io.wonderlake.catalog.Table;
import io.wonderlake.catalog.TableName;
import io.wonderlake.catalog.index.CatalogWriter;
import io.wonderlake.lake.Documents;
import io.wonderlake.lake.index.LakeIndex;
import io.wonderlake.work.Job;
import io.wonderlake.work.Progress;
import io.wonderlake.work.Strings;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// What a refresh reads, kept beside the copy until all of it is there.
final class Staging {
    private static final int STEP = 250;

    private final CatalogCopy copy;
    private final LakeIndex index;

    Staging(CatalogCopy copy) {
        this.copy = copy;
        this.index = copy.index();
    }

    /// A row of the staging table.
    private record Staged(TableName name, TableName exact, String print, boolean late, long seen, String body) { }

    void clear() {
        index.update(handle -> handle.execute("delete from glue_staged"));
    }

    void add(List<Known> tables, long asked) {
        index.update(handle -> tables.forEach(known -> {
            Table table = known.table();
            boolean same = CatalogCopy.print(handle, table.name()).filter(known.print()::equals).isPresent();
            handle.execute("insert or replace into glue_staged (database, name, exact_database, exact_name, print, late, seen, body) values (?, ?, ?, ?, ?, ?, ?, ?)",
                    table.name().database(), table.name().table(), known.exact().database(), known.exact().table(), known.print(), known.isLate(), asked,
                    same ? "" : Documents.writeJson(table));
        }));
    }

    /// Takes over what was read since `started`; what was not seen is gone. In steps of some hundred tables, so that nobody waits long for
    /// his turn to write; the last step makes the copy as old as what was read.
    void apply(long started, Job job) {
        List<TableName> changed = index.read(Staging::changed);
        for (int from = 0; from < changed.size(); from += STEP) {
            List<TableName> step = changed.subList(from, Math.min(changed.size(), from + STEP));
            index.update(handle -> step.forEach(name -> take(handle, staged(handle, name))));
            job.report(new Progress(Strings.text("glue.keeping"), from + step.size(), changed.size(), Progress.Unit.STEPS));
        }
        index.update(handle -> finish(handle, started, changed.size()));
    }

    private void finish(Handle handle, long started, int changed) {
        handle.execute("""
                update glue_table set seen = s.seen, late = s.late from glue_staged s
                where s.database = glue_table.database and s.name = glue_table.name and s.body = '' and s.seen > glue_table.seen""");
        int removed = removeUnseen(handle, started);
        handle.execute("delete from glue_table where table_id is null and seen < ?", started);
        handle.execute("delete from glue_staged");
        handle.execute("delete from glue_copy");
        handle.execute("insert into glue_copy (as_of, scope) values (?, ?)", started, copy.scope());
        if (changed + removed > 0) {
            new CatalogWriter(handle).countRevision();
        }
    }

    private static List<TableName> changed(Handle handle) {
        return handle.createQuery("select database, name from glue_staged where body <> ''").map((row, _) -> new TableName(row.getString(1), row.getString(2))).list();
    }

    /// Unless it was seen later otherwise.
    private static void take(Handle handle, Staged staged) {
        if (staged.seen() > CatalogCopy.seenAt(handle, staged.name())) {
            CatalogCopy.put(handle, CatalogCopy.read(staged.body()), staged.exact(), staged.print(), staged.late(), staged.seen());
        }
    }

    private static Staged staged(Handle handle, TableName name) {
        return handle.createQuery("select exact_database, exact_name, print, late, seen, body from glue_staged where database = :database and name = :name")
                .bind("database", name.database()).bind("name", name.table()).map((row, _) -> new Staged(name, new TableName(row.getString(1), row.getString(2)),
                        row.getString(3), row.getBoolean(4), row.getLong(5), row.getString(6))).one();
    }

    private static int removeUnseen(Handle handle, long started) {
        List<TableName> gone = handle.createQuery("""
                select t.database, t.name from glue_table t where t.table_id is not null and t.seen < :started
                and not exists (select 1 from glue_staged s where s.database = t.database and s.name = t.name)""").bind("started", started)
                .map((row, _) -> new TableName(row.getString(1), row.getString(2))).list();
        gone.forEach(name -> CatalogCopy.remove(handle, name, started));
        return gone.size();
    }
}
