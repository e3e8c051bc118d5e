package io.wonderlake;

import io.wonderlake.catalog.TableName;
import io.wonderlake.lake.ObjectPath;
import io.wonderlake.pipeline.Run;
import io.wonderlake.pipeline.RunState;
import io.wonderlake.pipeline.StepRun;
import io.wonderlake.ui.kit.Destination;
import io.wonderlake.ui.kit.TourStop;
import io.wonderlake.ui.shell.Shell;
import io.wonderlake.work.Strings;
import io.wonderlake.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where the tour takes the window, once it shows a lake. Stops whose table or object the lake does not have are left out.
final class TourStops {
    private static final TableName TABLE = new TableName("tickit_curated", "sale_listing_date");
    private static final String RAW = "raw/tickit/sales/sales_tab.txt";
    private static final String QUERY = """
            select c.catgroup, c.catname, count(*) as sales, sum(s.pricepaid) as pricepaid
            from tickit_curated.sales as s
            join tickit_curated.event as e on e.eventid = s.eventid
            join tickit_curated.category as c on c.catid = e.catid
            group by c.catgroup, c.catname
            order by pricepaid desc nulls last
            """;
    private static final String WRONG = """
            select salesid, qtysold, pricepayd
            from tickit_curated.sales
            where qtysold > 4
            """;

    private final Shell shell;
    private final Workspace lake;
    private final List<TourStop> stops = new ArrayList<>();

    TourStops(Shell shell, Workspace lake) {
        this.shell = shell;
        this.lake = lake;
    }

    List<TourStop> all() {
        add("02-home", new Destination.Home());
        if (lake.catalog().find(TABLE).isPresent()) {
            add("03-explore-dataset", new Destination.OfTable(TABLE, Optional.of("pricepaid")));
            add("04-raw-file", new Destination.OfObject(ObjectPath.parse(RAW)));
            add("05-query", new Destination.Sql(Strings.text("app.tour.query"), QUERY, true));
            add("06-query-error", new Destination.Sql(Strings.text("app.tour.wrong"), WRONG, true));
        }
        List<Run> runs = lake.runs().list(Optional.empty(), 0, 50);
        runs.stream().filter(run -> run.state() == RunState.FAILED).findFirst().ifPresentOrElse(run -> failed(run, runs),
                () -> runs.stream().findFirst().ifPresent(this::good));
        stops.add(new TourStop("09-palette", () -> shell.openPalette("salary"), shell::settled));
        add("10-settings", new Destination.Settings());
        return stops;
    }

    private void good(Run run) {
        add("07-run", new Destination.OfRun(run.id(), Optional.empty()));
    }

    private void failed(Run run, List<Run> all) {
        all.stream().filter(each -> each.state().good()).reduce((_, older) -> older).ifPresent(this::good);
        add("08-bad-rows", new Destination.OfRun(run.id(), run.failedStep().map(StepRun::step)));
    }

    private void add(String name, Destination where) {
        stops.add(new TourStop(name, () -> shell.open(where), shell::settled));
    }
}
