package io.wonderlake.pipeline.aws;

import io.wonderlake.lake.aws.AwsAccount;
import io.wonderlake.pipeline.Pipelines;
import io.wonderlake.pipeline.Run;
import io.wonderlake.pipeline.RunState;
import io.wonderlake.work.Failure;
import io.wonderlake.work.Job;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// The state machines, Glue jobs and crawlers of an account: starts them, follows them to their end, stops them, takes them up.
/// A state machine may run several times at once.
public final class AwsPipelines implements Pipelines {
    private final AwsAccount account;
    private final AwsRuns runs;

    public AwsPipelines(AwsAccount account, AwsRuns runs) {
        this.account = account;
        this.runs = runs;
    }

    @Override
    public List<String> names() {
        return runs.families().members().stream().map(Families.Member::pipeline).sorted().toList();
    }

    @Override
    public Run run(String pipeline, Order order, Job job) {
        Family family = runs.families().of(Ref.kindOf(pipeline));
        changing(pipeline);
        if (order.from().isPresent()) {
            throw Failure.of(Failure.Kind.BAD_INPUT, "failure.run.aws.from", pipeline).exception();
        }
        String name = Ref.nameOf(pipeline);
        if (!family.names().contains(name)) {
            throw Failure.of(Failure.Kind.NOT_FOUND, "failure.run.aws.pipeline", pipeline).exception();
        }
        job.checkCancelled();
        Ref ref = family.start(name, order.input());
        runs.changed(pipeline);
        return follow(family, ref, job);
    }

    private Run follow(Family family, Ref ref, Job job) {
        try {
            return new Follower(family, ref, job).toEnd();
        } finally {
            runs.changed(ref.pipeline());
        }
    }

    @Override
    public Run resume(String id, String trigger, Job job) {
        Run run = known(id);
        changing(run.pipeline());
        if (!run.state().ended()) {
            throw Failure.of(Failure.Kind.CONFLICT, "failure.run.goesOn", id).exception();
        }
        if (run.state().good()) {
            throw Failure.of(Failure.Kind.CONFLICT, "failure.run.good", id).exception();
        }
        Ref ref = Ref.parse(id).orElseThrow();
        Family family = runs.families().of(ref.kind());
        family.resume(ref);
        runs.changed(ref.pipeline());
        return follow(family, ref, job);
    }

    @Override
    public void stop(String id) {
        Run run = known(id);
        changing(run.pipeline());
        if (run.state().ended() && run.state() != RunState.UNKNOWN) {
            throw Failure.of(Failure.Kind.CONFLICT, "failure.run.ended", id).exception();
        }
        Ref ref = Ref.parse(id).orElseThrow();
        runs.families().of(ref.kind()).stop(ref);
        runs.changed(ref.pipeline());
    }

    private Run known(String id) {
        return runs.findNow(id).orElseThrow(() -> Failure.of(Failure.Kind.NOT_FOUND, "failure.run.missing", id).exception());
    }

    private void changing(String pipeline) {
        if (account.profile().readOnly()) {
            throw Failure.of(Failure.Kind.DENIED, "failure.run.aws.readOnly", account.profile().name(), pipeline).exception();
        }
    }

    @Override
    public Set<Act> acts(Run run) {
        if (account.profile().readOnly()) {
            return Set.of();
        }
        if (run.ended().isEmpty()) {
            return EnumSet.of(Act.STOP);
        }
        EnumSet<Act> acts = EnumSet.of(Act.AGAIN);
        if (runs.families().of(run.kind()).canResume(run)) {
            acts.add(Act.RESUME);
        }
        return acts;
    }

    @Override
    public List<Node> graph(String pipeline) {
        Family family = runs.families().of(Ref.kindOf(pipeline));
        String name = Ref.nameOf(pipeline);
        if (!family.names().contains(name)) {
            throw Failure.of(Failure.Kind.NOT_FOUND, "failure.run.aws.pipeline", pipeline).exception();
        }
        return family.graph(name);
    }
}
