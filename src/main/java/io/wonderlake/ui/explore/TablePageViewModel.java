package io.wonderlake.ui.explore;

import io.wonderlake.catalog.Catalog;
import io.wonderlake.catalog.Column;
import io.wonderlake.catalog.Table;
import io.wonderlake.catalog.TableName;
import io.wonderlake.engine.EngineSession;
import io.wonderlake.engine.Query;
import io.wonderlake.engine.QueryRun;
import io.wonderlake.result.StoredResult;
import io.wonderlake.ui.explore.PreviewViewModel.Beginning;
import io.wonderlake.ui.explore.PreviewViewModel.Rows;
import io.wonderlake.ui.kit.Destination;
import io.wonderlake.work.Failure;
import io.wonderlake.work.Formats;
import io.wonderlake.work.Job;
import io.wonderlake.work.Outcome;
import io.wonderlake.work.Strings;
import io.wonderlake.workspace.TableHead;
import io.wonderlake.workspace.TableHeads;
import java.time.Duration;
import java.time.Instant;
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
    /// How many partitions are looked into where each costs a call.
    private static final int SOME_PARTITIONS = 1_000;

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
        this.profiles = new ProfilesViewModel(lake.remote() ? Profiler.overFiles(lake.local()) : Profiler.over(lake.local()), lake.jobs(), lake.uiThread());
        TableLists reader = new TableLists(lake.catalog(), name, lake.remote() ? SOME_PARTITIONS : Integer.MAX_VALUE);
        String title = Strings.text("explore.job.list", name.table());
        lists.put(Page.COLUMNS, new ListViewModel(title, reader::columns, lake.jobs()));
        lists.put(Page.FILES, new ListViewModel(title, reader::files, lake.jobs()));
        lists.put(Page.PARTITIONS, new ListViewModel(title, reader::partitions, lake.jobs()));
        lists.put(Page.VERSIONS, new ListViewModel(title, reader::versions, lake.jobs()));
        page.subscribe(this::turn);
        preview.stateProperty().subscribe(_ -> measureChosen());
    }

    private Rows rows(long max, Job job, Consumer<StoredResult> ready) {
        if (lake.remote()) {
            return beginning(max, job, ready);
        }
        QueryRun run = lake.engine().run(Query.of(sql()), job);
        StoredResult rows = lake.results().get().land(run, max, job, ready);
        return new Rows(rows, run.stats(), !rows.cut());
    }

    /// The first rows out of the first files: no engine that charges is asked.
    private Rows beginning(long max, Job job, Consumer<StoredResult> ready) {
        Instant began = Instant.now();
        Table table = lake.catalog().find(name).orElseThrow(() -> Failure.of(Failure.Kind.NOT_FOUND, "failure.explore.table", name).exception());
        TableHead head = new TableHeads(lake.catalog(), lake.previews()).open(table, max, job);
        try (EngineSession session = lake.local().session(job)) {
            String from = "(select * from (" + head.sql(session) + ") limit " + max + ")";
            QueryRun run = session.query("select * from " + from);
            StoredResult rows = lake.results().get().land(run, max, job, ready);
            boolean all = head.all() && !rows.cut() && head.parts().stream().mapToLong(part -> part.preview().rows()).sum() <= max;
            return new Rows(rows, run.stats(), all, Optional.of(new Beginning(head, from, Duration.between(began, Instant.now()))));
        }
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
        lake.jobs().start(job, () -> TableFacts.read(name, lake), outcome -> {
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
            measureChosen();
            return each;
        }));
    }

    public void chooseNone() {
        wantedColumn = Optional.empty();
        chosen.set(null);
        profiles.none();
    }

    private void measureChosen() {
        if (chosen.get() != null) {
            source().ifPresentOrElse(from -> profiles.choose(from, chosen.get()), profiles::none);
        }
    }

    /// What the columns are measured over: the table, or the rows that are shown where an engine would charge for more.
    private Optional<String> source() {
        return lake.remote() ? shownBeginning().map(Beginning::from) : Optional.of(SqlName.of(name));
    }

    private Optional<Beginning> shownBeginning() {
        return preview.state() instanceof PreviewViewModel.State.Shown(Rows rows) ? rows.beginning() : Optional.empty();
    }

    /// Says over which rows profiles were measured; empty where it was all of them.
    public String measuredOver() {
        return lake.remote() && preview.state() instanceof PreviewViewModel.State.Shown(Rows rows) && !rows.all()
                ? Strings.text("explore.inspect.over", Formats.count(rows.rows().rows())) : "";
    }

    /// Measures the columns for the pictures in the header, once the first rows are there. Pictures say of themselves that they show the whole table.
    public void measure() {
        if (!lake.remote()) {
            table().ifPresent(profiles::measureAll);
        }
    }

    /// What the truth line under the rows says.
    public List<String> truth(Rows rows, int columnsInView) {
        return rows.beginning().map(beginning -> truth(rows, beginning, columnsInView)).orElseGet(() -> asked(rows, columnsInView));
    }

    private List<String> truth(Rows rows, Beginning beginning, int columnsInView) {
        List<String> parts = new ArrayList<>();
        parts.add(shown(rows));
        int files = beginning.head().table().files();
        int read = beginning.head().parts().size();
        parts.add(files < 0 ? Strings.text("explore.truth.from", read) : Strings.text("explore.truth.from.of", Formats.count(read), files));
        parts.add(beginning.head().fetched() == 0 ? Strings.text("explore.truth.kept") : Strings.text("explore.truth.fetched", Formats.bytes(beginning.head().fetched())));
        parts.add(Strings.text("explore.truth.here", lake.local().name(), Formats.duration(beginning.took())));
        lake.catalog().asOf().ifPresent(time -> parts.add(Strings.text("explore.truth.catalog", Moments.when(time, Instant.now()))));
        parts.add(columns(rows, columnsInView));
        return parts;
    }

    private String shown(Rows rows) {
        String shown = Formats.count(rows.rows().rows());
        long total = table().map(Table::rows).orElse(-1L);
        return rows.all() ? Strings.text("explore.truth.all", rows.rows().rows())
                : total < 0 ? Strings.text("explore.truth.first", shown) : Strings.text("explore.truth.preview", shown, Formats.count(total));
    }

    private static String columns(Rows rows, int columnsInView) {
        int columns = rows.rows().columns().size();
        return columnsInView < columns ? Strings.text("explore.truth.inview", columnsInView, columns) : Strings.text("explore.truth.columns", columns, Formats.count(columns));
    }

    private List<String> asked(Rows rows, int columnsInView) {
        List<String> parts = new ArrayList<>();
        parts.add(shown(rows));
        parts.add(columns(rows, columnsInView));
        parts.add(Strings.text("explore.truth.read", Formats.bytes(rows.stats().bytesRead())));
        parts.add(Strings.text("explore.truth.engine", lake.engine().name(), Formats.duration(rows.stats().elapsed())));
        table().ifPresent(known -> parts.add(Strings.text("explore.truth.asof", Moments.when(known.updated(), Instant.now()))));
        return parts;
    }

    /// Whether all rows can only be had from an engine that charges for them.
    public boolean billed() {
        return lake.remote();
    }

    /// The engine that tables are asked in.
    public String engine() {
        return lake.engine().name();
    }

    /// The query that shows the table. Where the engine charges it does not run by itself.
    public Destination query() {
        return new Destination.Sql(name.table(), sql() + "\nlimit 1000", !lake.remote());
    }

    /// The query for all rows, with a word on what it takes.
    public Destination queryAll() {
        return new Destination.Sql(name.table(), "-- " + Strings.text("explore.all.billed", engine()) + "\n" + sql(), false);
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
