package io.wonderlake.pipeline.aws;

import io.wonderlake.pipeline.Pipelines;
import io.wonderlake.pipeline.Run;
import io.wonderlake.pipeline.RunState;
import io.wonderlake.work.Failure;
import io.wonderlake.work.FailureException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionAlreadyExistsException;
import software.amazon.awssdk.services.sfn.model.ExecutionDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.ExecutionLimitExceededException;
import software.amazon.awssdk.services.sfn.model.ExecutionListItem;
import software.amazon.awssdk.services.sfn.model.ExecutionNotRedrivableException;
import software.amazon.awssdk.services.sfn.model.InvalidArnException;
import software.amazon.awssdk.services.sfn.model.InvalidExecutionInputException;
import software.amazon.awssdk.services.sfn.model.InvalidNameException;
import software.amazon.awssdk.services.sfn.model.ListExecutionsResponse;
import software.amazon.awssdk.services.sfn.model.ListStateMachinesResponse;
import software.amazon.awssdk.services.sfn.model.StateMachineDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.StateMachineListItem;
import software.amazon.awssdk.services.sfn.model.StateMachineType;

/// State machines of Step Functions and their executions. Express machines keep no list of executions and are left out.
final class StateMachines implements Family {
    private static final Duration LIST_AGE = Duration.ofMinutes(1);
    private static final Duration REDRIVABLE = Duration.ofDays(14);
    private static final int MOST = 2_000;
    private static final int PAGE = 1_000;
    private static final int KEPT = 200;

    private final Services services;
    private final Scope scope;
    private final Clock clock;
    private final Cached<Map<String, String>> machines;
    private final Map<String, Watched> watched = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Watched> eldest) {
            return size() > KEPT;
        }
    };

    StateMachines(Services services, Scope scope, Clock clock) {
        this.services = services;
        this.scope = scope;
        this.clock = clock;
        machines = new Cached<>(LIST_AGE, clock, this::list);
    }

    /// An execution whose history has been read so far; kept so that it is read only once.
    private static final class Watched {
        private final Events events;
        private final History history = new History();
        private final List<Pipelines.Node> nodes;
        private volatile Run whole;

        Watched(Events events, List<Pipelines.Node> nodes) {
            this.events = events;
            this.nodes = nodes;
        }
    }

    @Override
    public Run.Kind kind() {
        return Run.Kind.STATE_MACHINE;
    }

    private Map<String, String> list() {
        Map<String, String> found = new LinkedHashMap<>();
        String token = null;
        do {
            String from = token;
            ListStateMachinesResponse page = services.call("states:ListStateMachines", "*",
                    () -> services.steps().listStateMachines(ask -> ask.maxResults(PAGE).nextToken(from)));
            for (StateMachineListItem machine : page.stateMachines()) {
                if (machine.type() != StateMachineType.EXPRESS && scope.has(machine.name())) {
                    found.put(machine.name(), machine.stateMachineArn());
                }
            }
            token = page.nextToken();
        } while (token != null && found.size() < MOST);
        return found;
    }

    @Override
    public List<String> names() {
        return List.copyOf(machines.value().keySet());
    }

    private Optional<String> machine(String name) {
        return Optional.ofNullable(machines.value().get(name));
    }

    private String known(String name) {
        return machine(name).orElseThrow(() -> Failure.of(Failure.Kind.NOT_FOUND, "failure.run.aws.pipeline", name).exception());
    }

    private Optional<String> execution(Ref ref) {
        return machine(ref.name()).map(arn -> arn.replace(":stateMachine:", ":execution:") + ":" + ref.run());
    }

    private String knownExecution(Ref ref) {
        return execution(ref).orElseThrow(() -> gone(ref));
    }

    private static FailureException gone(Ref ref) {
        return Failure.of(Failure.Kind.NOT_FOUND, "failure.run.missing", ref.id()).exception();
    }

    @Override
    public Page page(String name, Optional<String> token, int max) {
        Optional<String> arn = machine(name);
        if (arn.isEmpty()) {
            return Page.NONE;
        }
        ListExecutionsResponse page = services.call("states:ListExecutions", arn.get(), () -> {
            try {
                return services.steps().listExecutions(ask -> ask.stateMachineArn(arn.get()).maxResults(max).nextToken(token.orElse(null)));
            } catch (StateMachineDoesNotExistException gone) {
                return ListExecutionsResponse.builder().build();
            }
        });
        return new Page(page.executions().stream().map(item -> run(name, item)).toList(), Optional.ofNullable(page.nextToken()));
    }

    private Run run(String name, ExecutionListItem item) {
        Ref ref = new Ref(kind(), name, item.name());
        RunState state = States.of(item.statusAsString());
        Optional<Instant> ended = Optional.ofNullable(item.stopDate());
        synchronized (watched) {
            Watched known = watched.get(ref.id());
            if (known != null && known.whole != null && known.whole.state() == state && known.whole.ended().equals(ended) && ended.isPresent()) {
                return known.whole;
            }
        }
        return new Run(ref.id(), ref.pipeline(), kind(), state, States.said(item.statusAsString()), "", item.startDate(), ended, List.of(), "", false);
    }

    @Override
    public Optional<Run> find(Ref ref) {
        Optional<String> arn = execution(ref);
        if (arn.isEmpty()) {
            return Optional.empty();
        }
        Optional<DescribeExecutionResponse> told = services.call("states:DescribeExecution", Services.executions(arn.get()), () -> {
            try {
                return Optional.of(services.steps().describeExecution(ask -> ask.executionArn(arn.get())));
            } catch (ExecutionDoesNotExistException | InvalidArnException gone) {
                return Optional.empty();
            }
        });
        return told.map(one -> whole(ref, one));
    }

    private Run whole(Ref ref, DescribeExecutionResponse told) {
        Watched known = watched(ref, told.executionArn());
        synchronized (known) {
            RunState state = States.of(told.statusAsString());
            Optional<Instant> ended = Optional.ofNullable(told.stopDate());
            if (known.whole == null || ended.isEmpty() || !known.whole.ended().equals(ended)) {
                read(known);
                Optional<Run.Cause> cause = state == RunState.FAILED || state == RunState.CANCELLED && told.error() != null
                        ? Optional.of(Why.of(text(told.error()), text(told.cause()), "TIMED_OUT".equals(told.statusAsString()))) : Optional.empty();
                known.whole = new Run(ref.id(), ref.pipeline(), kind(), state, States.said(told.statusAsString()), "", told.startDate(), ended,
                        known.history.steps(state, known.nodes), cause.map(Run.Cause::message).orElse(""), true);
            }
            return known.whole;
        }
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }

    private Watched watched(Ref ref, String arn) {
        synchronized (watched) {
            Watched known = watched.get(ref.id());
            if (known != null) {
                return known;
            }
        }
        Watched fresh = new Watched(new Events(services, arn, false, PAGE), nodesOf(arn));
        synchronized (watched) {
            Watched other = watched.putIfAbsent(ref.id(), fresh);
            return other == null ? fresh : other;
        }
    }

    private static void read(Watched known) {
        Events.Batch batch = known.events.next();
        known.history.add(batch.events());
        while (batch.more()) {
            batch = known.events.next();
            known.history.add(batch.events());
        }
    }

    /// The states as they were when the execution began; none when that may not be read.
    private List<Pipelines.Node> nodesOf(String arn) {
        try {
            return Definition.nodes(services.call("states:DescribeStateMachineForExecution", Services.executions(arn),
                    () -> services.steps().describeStateMachineForExecution(ask -> ask.executionArn(arn))).definition());
        } catch (FailureException notReadable) {
            return List.of();
        }
    }

    /// The name is ours, so that a request that is sent twice starts one execution.
    @Override
    public Ref start(String name, Optional<String> input) {
        String arn = known(name);
        String execution = UUID.randomUUID().toString();
        services.call("states:StartExecution", arn, () -> {
            try {
                return services.steps().startExecution(ask -> ask.stateMachineArn(arn).name(execution).input(input.orElse("{}"))).executionArn();
            } catch (ExecutionAlreadyExistsException again) {
                return execution;
            } catch (InvalidExecutionInputException wrong) {
                throw Failure.of(Failure.Kind.BAD_INPUT, "failure.run.aws.input", name, wrong.awsErrorDetails().errorMessage()).exception();
            } catch (StateMachineDoesNotExistException gone) {
                throw Failure.of(Failure.Kind.NOT_FOUND, "failure.run.aws.pipeline", name).exception();
            } catch (ExecutionLimitExceededException many) {
                throw Failure.of(Failure.Kind.THROTTLED, "failure.aws.throttled", "states:StartExecution").exception();
            }
        });
        return new Ref(kind(), name, execution);
    }

    @Override
    public void stop(Ref ref) {
        String arn = knownExecution(ref);
        services.call("states:StopExecution", Services.executions(arn), () -> {
            try {
                return services.steps().stopExecution(ask -> ask.executionArn(arn));
            } catch (ExecutionDoesNotExistException gone) {
                throw gone(ref);
            }
        });
    }

    @Override
    public void resume(Ref ref) {
        String arn = knownExecution(ref);
        String token = UUID.randomUUID().toString();
        services.call("states:RedriveExecution", Services.executions(arn), () -> {
            try {
                return services.steps().redriveExecution(ask -> ask.executionArn(arn).clientToken(token));
            } catch (ExecutionNotRedrivableException refused) {
                throw Failure.of(Failure.Kind.CONFLICT, "failure.run.aws.redrive", ref.id()).withDetail(refused.awsErrorDetails().errorMessage()).exception();
            } catch (ExecutionDoesNotExistException | InvalidArnException | InvalidNameException gone) {
                throw gone(ref);
            }
        });
    }

    @Override
    public boolean canResume(Run run) {
        return !run.state().good() && run.ended().filter(end -> end.isAfter(clock.instant().minus(REDRIVABLE))).isPresent();
    }

    @Override
    public List<Pipelines.Node> graph(String name) {
        String arn = known(name);
        return Definition.nodes(services.call("states:DescribeStateMachine", arn, () -> services.steps().describeStateMachine(ask -> ask.stateMachineArn(arn)))
                .definition());
    }

    @Override
    public LogPages log(Ref ref, Run run) {
        return new HistoryLog(services, knownExecution(ref), () -> {
            synchronized (watched) {
                Watched known = watched.get(ref.id());
                return known == null || known.whole == null ? run.ended() : known.whole.ended();
            }
        });
    }
}
