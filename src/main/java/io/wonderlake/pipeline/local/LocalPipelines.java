package io.wonderlake.pipeline.local;

import io.wonderlake.catalog.Catalog;
import io.wonderlake.engine.FileReader;
import io.wonderlake.engine.LocalEngine;
import io.wonderlake.format.FileProbe;
import io.wonderlake.lake.LocalFiles;
import io.wonderlake.lake.ObjectStore;
import io.wonderlake.lake.Tier;
import io.wonderlake.lake.index.LakeIndex;
import io.wonderlake.lake.index.Lease;
import io.wonderlake.pipeline.Definitions;
import io.wonderlake.pipeline.LogLine;
import io.wonderlake.pipeline.Pipeline;
import io.wonderlake.pipeline.Pipelines;
import io.wonderlake.pipeline.Plan;
import io.wonderlake.pipeline.Planner;
import io.wonderlake.pipeline.Run;
import io.wonderlake.pipeline.RunState;
import io.wonderlake.pipeline.StepRun;
import io.wonderlake.work.Failure;
import io.wonderlake.work.FailureException;
import io.wonderlake.work.Job;
import io.wonderlake.work.Strings;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// The pipelines of a local lake, run in this process.
public final class LocalPipelines implements Pipelines {

    private final Tools tools;
    private final RunTables tables;
    private final Interrupted interrupted;
    private final Clock clock;
    private final Map<String, Job> own = new ConcurrentHashMap<>();

    public LocalPipelines(ObjectStore store, LocalFiles files, Catalog catalog, LocalEngine engine, FileProbe probe, List<FileReader> readers,
            LakeIndex index, Clock clock) {
        this.tools = new Tools(store, files, catalog, engine, probe, readers, index);
        this.tables = new RunTables(index);
        this.interrupted = new Interrupted(tools, tables, clock);
        this.clock = clock;
        interrupted.settleAll();
    }

    @Override
    public List<String> names() {
        return Definitions.load(tools.store()).pipelines().stream().map(Pipeline::name).sorted().toList();
    }

    @Override
    public Run run(String pipeline, Order order, Job job) {
        if (order.input().isPresent()) {
            throw Failure.of(Failure.Kind.BAD_INPUT, "failure.pipeline.input", pipeline).exception();
        }
        Definitions definitions = Definitions.load(tools.store());
        definitions.pipeline(pipeline);
        String lease = Interrupted.lease(pipeline);
        try (Lease _ = tools.index().tryLease(lease, order.trigger()).orElseThrow(() -> Failure.of(Failure.Kind.CONFLICT, "failure.pipeline.running", pipeline,
                tools.index().leaseOwner(lease).orElse("")).exception())) {
            interrupted.settle(pipeline);
            return run(definitions, pipeline, order, job);
        }
    }

    private Run run(Definitions definitions, String pipeline, Order order, Job job) {
        Plan plan;
        try {
            plan = plan(definitions, pipeline);
        } catch (FailureException error) {
            return unplanned(pipeline, order.trigger(), error.failure());
        }
        order.from().filter(step -> plan.find(step).isEmpty()).ifPresent(step -> {
            throw Failure.of(Failure.Kind.BAD_INPUT, "failure.pipeline.step", pipeline, step).exception();
        });
        long run = tables.begin(pipeline, order.trigger(), clock.instant(), plan.steps().stream().map(Plan.Step::name).toList());
        RunLog log = new RunLog(tables, run, clock);
        log.add(LogLine.Level.INFO, "", Strings.text("log.run.started", pipeline, order.trigger(), StepContext.number(plan.steps().size())));
        Function<StepContext, Runnable> tasks = context -> task(definitions, plan.find(context.step()).orElseThrow().task(), context);
        Runner runner = new Runner(tables, plan, tasks, clock, Math.max(1, Runtime.getRuntime().availableProcessors()));
        own.put(String.valueOf(run), job);
        try {
            RunState state = runner.execute(new Runner.Order(run, order.from().map(plan::before).orElse(Set.of()), log), job);
            return finish(run, log, state, runner.cause());
        } catch (FailureException error) {
            finish(run, log, RunState.FAILED, error.failure().message());
            throw error;
        } finally {
            own.remove(String.valueOf(run));
        }
    }

    private Plan plan(Definitions definitions, String pipeline) {
        return new Planner(definitions, new DatasetFiles(tools.store()).datasets(Tier.RAW), table -> tools.catalog().find(table).isPresent()).plan(pipeline);
    }

    /// A new run from the first step on that did not end well.
    @Override
    public Run resume(String id, String trigger, Job job) {
        Run run = known(id);
        if (!run.state().ended()) {
            throw Failure.of(Failure.Kind.CONFLICT, "failure.pipeline.running", run.pipeline(), run.trigger()).exception();
        }
        Optional<String> from = run.steps().stream().filter(step -> !step.state().good() && step.state() != RunState.SKIPPED).map(StepRun::step).findFirst();
        if (run.state().good()) {
            throw Failure.of(Failure.Kind.CONFLICT, "failure.run.good", id).exception();
        }
        return run(run.pipeline(), from, trigger, job);
    }

    /// Only a run of this process: nobody else holds its job.
    @Override
    public void stop(String id) {
        Run run = known(id);
        if (run.state().ended()) {
            throw Failure.of(Failure.Kind.CONFLICT, "failure.run.ended", id).exception();
        }
        Optional.ofNullable(own.get(id)).orElseThrow(() -> Failure.of(Failure.Kind.CONFLICT, "failure.run.elsewhere", id,
                tools.index().leaseOwner(Interrupted.lease(run.pipeline())).orElse("")).exception()).cancel();
    }

    private Run known(String id) {
        return LocalRuns.number(id).flatMap(tables::find).orElseThrow(() -> Failure.of(Failure.Kind.NOT_FOUND, "failure.run.missing", id).exception());
    }

    @Override
    public Set<Act> acts(Run run) {
        if (!run.state().ended()) {
            return own.containsKey(run.id()) ? Set.of(Act.STOP) : Set.of();
        }
        return run.state().good() ? Set.of(Act.AGAIN, Act.FROM_STEP) : Set.of(Act.AGAIN, Act.FROM_STEP, Act.RESUME);
    }

    @Override
    public List<Node> graph(String pipeline) {
        return plan(Definitions.load(tools.store()), pipeline).steps().stream()
                .map(step -> new Node(step.name(), step.name().replaceFirst("\\..*", ""), step.after().stream().sorted().toList(), "")).toList();
    }

    /// A pipeline whose files make no sense leaves a failed run, so that it is seen where runs are looked at.
    private Run unplanned(String pipeline, String trigger, Failure failure) {
        long run = tables.begin(pipeline, trigger, clock.instant(), List.of());
        RunLog log = new RunLog(tables, run, clock);
        log.add(LogLine.Level.ERROR, "", failure.message() + " " + failure.advice());
        return finish(run, log, RunState.FAILED, failure.message());
    }

    private Run finish(long run, RunLog log, RunState state, String cause) {
        log.add(state.good() ? LogLine.Level.INFO : LogLine.Level.WARN, "", Strings.text("log.run.ended", Words.of(state)));
        log.flush();
        tables.end(run, state, clock.instant(), cause);
        return tables.find(run).orElseThrow();
    }

    private Runnable task(Definitions definitions, Plan.Task task, StepContext context) {
        return switch (task) {
            case Plan.Task.Crawl(var dataset) -> () -> new CrawlTask(tools, dataset, definitions.contracts().reading(dataset.folder()), context).run();
            case Plan.Task.Curate(var contract) -> () -> new CurateTask(tools, contract, context).run();
            case Plan.Task.Build(var model) -> () -> new BuildTask(tools, model, context).run();
        };
    }
}
