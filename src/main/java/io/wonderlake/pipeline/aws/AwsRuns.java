package io.wonderlake.pipeline.aws;

import io.wonderlake.lake.aws.AwsAccount;
import io.wonderlake.pipeline.BadRows;
import io.wonderlake.pipeline.LogLine;
import io.wonderlake.pipeline.LogSize;
import io.wonderlake.pipeline.Run;
import io.wonderlake.pipeline.Runs;
import io.wonderlake.pipeline.aws.Families.Member;
import io.wonderlake.work.Failure;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What ran in an account: executions of state machines, runs of Glue jobs, crawls. Their logs are kept below a cache folder.
public final class AwsRuns implements Runs, AutoCloseable {
    private static final Duration AGE = Duration.ofSeconds(2);

    private final Families families;
    private final Newest newest;
    private final RunLogs logs;
    private final Clock clock;
    private volatile List<Failure> gaps = List.of();
    private volatile Looked looked = new Looked(Instant.MIN, Optional.empty());

    private record Looked(Instant at, Optional<Run> run) { }

    /// Touches neither files nor the network.
    public AwsRuns(AwsAccount account, Path cache, Clock clock) {
        Services services = new Services(account);
        Scope scope = new Scope(account.profile().pipelines());
        families = new Families(List.of(new StateMachines(services, scope, clock), new GlueJobs(services, scope, clock), new Crawlers(services, scope, clock)));
        newest = new Newest(clock);
        this.clock = clock;
        String where = account.profile().name() + " " + account.profile().region() + " " + account.profile().endpoint();
        logs = new RunLogs(cache.resolve("run-logs"), where, clock);
    }

    Families families() {
        return families;
    }

    @Override
    public List<Run> list(Optional<String> pipeline, int offset, int max) {
        if (pipeline.isEmpty()) {
            Families.Look look = families.look();
            List<Run> runs = newest.list(look.members(), offset, max);
            gaps = Stream.concat(look.gaps().stream(), newest.gaps().stream()).toList();
            return runs;
        }
        String name = Ref.nameOf(pipeline.get());
        Family family = families.of(Ref.kindOf(pipeline.get()));
        return family.names().contains(name) ? newest.list(List.of(new Member(family, name)), offset, max) : List.of();
    }

    @Override
    public List<Failure> gaps() {
        return gaps;
    }

    @Override
    public Optional<Run> find(String id) {
        return current(id);
    }

    /// Asks the service, whatever was known a moment ago.
    Optional<Run> findNow(String id) {
        Optional<Run> run = Ref.parse(id).flatMap(ref -> families.of(ref.kind()).find(ref));
        looked = new Looked(clock.instant(), run);
        return run;
    }

    /// Something has been done with the pipeline's runs: they are read anew.
    void changed(String pipeline) {
        newest.forget(pipeline);
        looked = new Looked(Instant.MIN, Optional.empty());
    }

    @Override
    public List<LogLine> log(String run, Optional<String> step, long from, int max) {
        return open(run).map(log -> log.read(step, from, max)).orElse(List.of());
    }

    @Override
    public LogSize logSize(String run, Optional<String> step) {
        return open(run).map(log -> log.size(step)).orElse(new LogSize(0, false));
    }

    private Optional<RunLog> open(String id) {
        return Ref.parse(id).flatMap(ref -> current(id).map(run -> logs.of(run, () -> families.of(ref.kind()).log(ref, run))));
    }

    /// How the run stands, asked again only after a moment: a window looks often, and a log is read in many pages.
    private Optional<Run> current(String id) {
        Instant now = clock.instant();
        Looked before = looked;
        if (before.run().filter(run -> run.id().equals(id)).isPresent() && before.at().isAfter(now.minus(AGE))) {
            return before.run();
        }
        return findNow(id);
    }

    /// These systems have no quarantine.
    @Override
    public BadRows badRows(String run, String step, long from, int max) {
        return new BadRows(List.of(), List.of(), 0);
    }

    @Override
    public void close() {
        logs.close();
    }
}
