package io.wonderlake.pipeline.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wonderlake.pipeline.LogLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;

/// The history of an execution as a log, with the logs of the functions and jobs that its states ran. A function's group tells nothing of
/// executions, so its lines are those of the execution's time.
final class HistoryLog implements LogPages {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PAGE = 200;
    private static final int MOST_FURTHER = 40;
    private static final int LONGEST_VALUE = 2_000;

    private final Services services;
    private final Events events;
    private final Supplier<Optional<Instant>> ended;
    private final Owners owners = new Owners();
    private final Set<String> known = new HashSet<>();

    HistoryLog(Services services, String execution, Supplier<Optional<Instant>> ended) {
        this.services = services;
        this.ended = ended;
        events = new Events(services, execution, true, PAGE);
    }

    @Override
    public Page next() {
        Events.Batch batch = events.next();
        List<LogLine> lines = new ArrayList<>();
        List<LogPages> further = new ArrayList<>();
        for (HistoryEvent event : batch.events()) {
            Details details = Details.of(event);
            String step = owners.of(event);
            lines.add(new LogLine(0, event.timestamp(), level(event.typeAsString()), step, text(event.typeAsString(), details)));
            if (known.size() < MOST_FURTHER) {
                further(event, details, step).ifPresent(further::add);
            }
        }
        return new Page(lines, further, batch.more());
    }

    private static LogLine.Level level(String type) {
        if (type.endsWith("Failed") || type.endsWith("TimedOut")) {
            return LogLine.Level.ERROR;
        }
        return type.endsWith("Aborted") || type.endsWith("Redriven") ? LogLine.Level.WARN : LogLine.Level.INFO;
    }

    private static String text(String type, Details details) {
        StringBuilder text = new StringBuilder(type);
        for (Map.Entry<String, String> value : details.values().entrySet()) {
            String cut = value.getValue().length() > LONGEST_VALUE ? value.getValue().substring(0, LONGEST_VALUE) + "…" : value.getValue();
            text.append("  ").append(value.getKey()).append('=').append(cut);
        }
        return text.toString();
    }

    /// The log of what this event started, when it is the first to do so.
    private Optional<LogPages> further(HistoryEvent event, Details details, String step) {
        String resource = details.text("resource");
        GroupLog.Wanted time = new GroupLog.Wanted("", step, event.timestamp(), ended);
        if (event.typeAsString().equals("LambdaFunctionScheduled")) {
            return function(resource, time);
        }
        if (details.text("resourceType").equals("lambda") && event.typeAsString().equals("TaskScheduled")) {
            return function(inside(details.text("parameters"), "FunctionName"), time);
        }
        if (details.text("resourceType").equals("glue") && event.typeAsString().equals("TaskSubmitted")) {
            String run = inside(details.text("output"), "JobRunId");
            return run.isEmpty() || !known.add(run) ? Optional.empty()
                    : Optional.of(new JobLog(services, "/aws-glue/jobs", new GroupLog.Wanted(run, step, event.timestamp(), ended)));
        }
        return Optional.empty();
    }

    /// `arn:aws:lambda:eu-west-1:123456789012:function:clean:live`, or only the name.
    private Optional<LogPages> function(String named, GroupLog.Wanted time) {
        int at = named.indexOf(":function:");
        String name = (at < 0 ? named : named.substring(at + ":function:".length())).replaceFirst(":.*", "");
        return name.isEmpty() || !known.add("lambda " + name) ? Optional.empty() : Optional.of(GroupLog.ofGroup(services, "/aws/lambda/" + name, time));
    }

    private static String inside(String json, String name) {
        try {
            JsonNode node = JSON.readTree(json);
            return node == null ? "" : node.path(name).asText();
        } catch (JsonProcessingException cut) {
            return "";
        }
    }
}
