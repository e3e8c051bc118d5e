package io.wonderlake.ui.explore;

import io.wonderlake.catalog.Catalog;
import io.wonderlake.catalog.Column;
import io.wonderlake.catalog.Table;
import io.wonderlake.catalog.TableName;
import io.wonderlake.engine.Query;
import io.wonderlake.engine.QueryRun;
import io.wonderlake.result.StoredResult;
import io.wonderlake.ui.explore.PreviewViewModel.Rows;
import io.wonderlake.ui.kit.Destination;
import io.wonderlake.work.Failure;
import io.wonderlake.work.Formats;
import io.wonderlake.work.Job;
import io.wonderlake.work.Outcome;
import io.wonderlake.work.Strings;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/// A table's page: what the table is, its rows, its lists, and the chosen column.
public final class TablePageViewModel {
    private final TableName name;
    private final LakeParts lake;
    private final PreviewViewModel preview;
    private final ProfilesViewModel profiles;
    private final Map<Page, ListViewModel> lists = new EnumMap<>(Page.class);
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Idle());
    private final ObjectProperty<Page> page = new SimpleObjectProperty<>(Page.PREVIEW);
    private final ReadOnlyObjectWrapper<Column> chosen = new ReadOnlyObjectWrapper<>();
    private Optional<String> wantedColumn = Optional.empty();
    private boolean asking;

    /// The pages of a table.
    public enum Page { PREVIEW, COLUMNS, FILES, PARTITIONS, VERSIONS }

    /// Whether it is known what the table is.
    public sealed interface State {
        record Idle() implements State { }

        record Reading(Job job) implements State { }

        record Ready(TableFacts facts) implements State { }

        record Broken(Failure failure) implements State { }
    }

    TablePageViewModel(TableName name, LakeParts lake) {
        this.name = name;
        this.lake = lake;
        this.preview = new PreviewViewModel(Strings.text("explore.job.preview", name.table()), this::rows, lake.jobs(), lake.uiThread());
        this.profiles = new ProfilesViewModel(new Profiler(lake.local()), lake.jobs(), lake.uiThread());
        TableLists reader = new TableLists(lake.catalog(), name);
        String title = Strings.text("explore.job.list", name.table());
        lists.put(Page.COLUMNS, new ListViewModel(title, reader::columns, lake.jobs()));
        lists.put(Page.FILES, new ListViewModel(title, reader::files, lake.jobs()));
        lists.put(Page.PARTITIONS, new ListViewModel(title, reader::partitions, lake.jobs()));
        lists.put(Page.VERSIONS, new ListViewModel(title, reader::versions, lake.jobs()));
        page.subscribe(this::turn);
    }

    private Rows rows(long max, Job job, Consumer<StoredResult> ready) {
        QueryRun run = lake.engine().run(Query.of(sql()), job);
        StoredResult rows = lake.results().get().land(run, max, job, ready);
        return new Rows(rows, run.stats(), !rows.cut());
    }

    /// Reads what the table is, and its first rows.
    public void start() {
        if (state.get() instanceof State.Idle) {
            read();
            turn(page.get());
        }
    }

    private void read() {
        Job job = new Job(Strings.text("explore.job.facts", name.table()));
        if (!(state.get() instanceof State.Ready)) {
            state.set(new State.Reading(job));
        }
        jobs(job);
    }

    private void jobs(Job job) {
        asking = true;
        lake.jobs().start(job, () -> TableFacts.read(name, lake.catalog(), lake.objects(), lake.runs()), outcome -> {
            asking = false;
            switch (outcome) {
                case Outcome.Done(TableFacts facts) -> ready(facts);
                case Outcome.Failed(Failure failure) -> state.set(new State.Broken(failure));
                case Outcome.Cancelled() -> state.set(new State.Idle());
            }
        });
    }

    private void ready(TableFacts facts) {
        boolean fresh = state.get() instanceof State.Ready(TableFacts before) && before.table().version() != facts.table().version();
        state.set(new State.Ready(facts));
        if (fresh) {
            lists.values().forEach(ListViewModel::stale);
            profiles.stale();
            chosen.set(null);
            preview.reload();
            turn(page.get());
        }
        wantedColumn.ifPresent(this::choose);
    }

    /// Looks whether the table has a new version; shows it when it has.
    public void follow() {
        if (!asking && !(state.get() instanceof State.Idle)) {
            read();
        }
    }

    private void turn(Page to) {
        if (state.get() instanceof State.Idle) {
            return;
        }
        if (to == Page.PREVIEW) {
            preview.start();
        } else {
            lists.get(to).start();
        }
    }

    /// Chooses a column by its name; at once, or when the table is known.
    public void choose(String column) {
        wantedColumn = Optional.of(column);
        table().flatMap(table -> table.allColumns().stream().filter(each -> each.name().equals(column)).findFirst().map(each -> {
            wantedColumn = Optional.empty();
            chosen.set(each);
            profiles.choose(table, each);
            return each;
        }));
    }

    public void chooseNone() {
        wantedColumn = Optional.empty();
        chosen.set(null);
        profiles.none();
    }

    /// Measures the columns for the pictures in the header, once the first rows are there.
    public void measure() {
        table().ifPresent(profiles::measureAll);
    }

    /// What the truth line under the rows says.
    public List<String> truth(Rows rows, int columnsInView) {
        List<String> parts = new ArrayList<>();
        Optional<Table> table = table();
        String shown = Formats.count(rows.rows().rows());
        long total = table.map(Table::rows).orElse(-1L);
        parts.add(rows.all() ? Strings.text("explore.truth.all", rows.rows().rows())
                : total < 0 ? Strings.text("explore.truth.first", shown) : Strings.text("explore.truth.preview", shown, Formats.count(total)));
        int columns = rows.rows().columns().size();
        parts.add(columnsInView < columns ? Strings.text("explore.truth.inview", columnsInView, columns) : Strings.text("explore.truth.columns", columns, Formats.count(columns)));
        parts.add(Strings.text("explore.truth.read", Formats.bytes(rows.stats().bytesRead())));
        parts.add(Strings.text("explore.truth.engine", lake.engine().name(), Formats.duration(rows.stats().elapsed())));
        table.ifPresent(known -> parts.add(Strings.text("explore.truth.asof", when(known.updated(), Instant.now()))));
        return parts;
    }

    private static String when(Instant time, Instant now) {
        boolean today = LocalDate.ofInstant(time, ZoneId.systemDefault()).equals(LocalDate.ofInstant(now, ZoneId.systemDefault()));
        return Strings.text(today ? "explore.time.today" : "explore.time.day", Formats.clock(time), Formats.relative(time, now));
    }

    /// The query that shows all of the table.
    public Destination query() {
        return new Destination.Sql(name.table(), sql() + "\nlimit 1000", true);
    }

    private String sql() {
        return "select * from " + SqlName.of(name);
    }

    void close() {
        preview.close();
        profiles.stale();
    }

    Optional<Table> table() {
        return state.get() instanceof State.Ready(TableFacts facts) ? Optional.of(facts.table()) : Optional.empty();
    }

    public TableName name() {
        return name;
    }

    public PreviewViewModel preview() {
        return preview;
    }

    public ProfilesViewModel profiles() {
        return profiles;
    }

    public ListViewModel list(Page of) {
        return lists.get(of);
    }

    public ObjectProperty<Page> pageProperty() {
        return page;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// The chosen column; null for none.
    public ReadOnlyObjectProperty<Column> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }
}
