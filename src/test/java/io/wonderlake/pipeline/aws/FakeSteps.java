package io.wonderlake.pipeline.aws;

import com.fasterxml.jackson.databind.JsonNode;
import io.wonderlake.lake.aws.FakeAws;
import io.wonderlake.lake.aws.FakeAws.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Step Functions as far as runs need it: state machines with executions and their histories, in pages, as the service shapes them.
final class FakeSteps {
    static final Instant START = Instant.parse("2026-11-19T06:00:00Z");
    private static final String ACCOUNT = "arn:aws:states:eu-west-1:123456789012:";
    final Map<String, String> machines = new TreeMap<>();
    final List<Execution> executions = new ArrayList<>();
    int pageSize = 2;

    /// One execution; its events are maps as the service writes them.
    static final class Execution {
        final String machine;
        final String name;
        final List<Map<String, Object>> events = new ArrayList<>();
        final Instant started;
        String status;
        Instant stopped;
        String error;
        String cause;
        Runnable whenAsked = () -> { };

        Execution(String machine, String name, String status, Instant started) {
            this.machine = machine;
            this.name = name;
            this.status = status;
            this.started = started;
        }

        String arn() {
            return ACCOUNT + "execution:" + machine + ":" + name;
        }

        /// Adds an event; `details` are name and values: `"taskFailedEventDetails", Map.of(…)`.
        int event(String type, int before, double seconds, Object... details) {
            Map<String, Object> event = new LinkedHashMap<>();
            event.put("id", events.size() + 1);
            event.put("type", type);
            event.put("previousEventId", before);
            event.put("timestamp", seconds(started) + seconds);
            for (int i = 0; i < details.length; i += 2) {
                event.put((String) details[i], details[i + 1]);
            }
            events.add(event);
            return events.size();
        }

        int entered(String type, String state, int before, double seconds) {
            return event(type + "StateEntered", before, seconds, "stateEnteredEventDetails", Map.of("name", state, "input", "{}"));
        }

        int exited(String type, String state, int before, double seconds) {
            return event(type + "StateExited", before, seconds, "stateExitedEventDetails", Map.of("name", state, "output", "{}"));
        }

        /// A task that ends well, from its entry to its exit.
        int task(String state, int before, double from, double to) {
            int last = entered("Task", state, before, from);
            last = event("TaskScheduled", last, from, "taskScheduledEventDetails", Map.of("resourceType", "batch", "resource", "submitJob.sync", "region", "eu-west-1", "parameters", "{}"));
            last = event("TaskSucceeded", last, to, "taskSucceededEventDetails", Map.of("resourceType", "batch", "resource", "submitJob.sync"));
            return exited("Task", state, last, to);
        }

        int failed(String state, int before, double at, String error, String cause) {
            int last = event("TaskScheduled", before, at, "taskScheduledEventDetails", Map.of("resourceType", "batch", "resource", "submitJob.sync", "region", "eu-west-1", "parameters", "{}"));
            return event("TaskFailed", last, at + 1, "taskFailedEventDetails", Map.of("resourceType", "batch", "resource", "submitJob.sync", "error", error, "cause", cause));
        }

        void end(String now, double seconds) {
            status = now;
            stopped = started.plusMillis((long) (seconds * 1000));
        }
    }

    static double seconds(Instant time) {
        return time.toEpochMilli() / 1000.0;
    }

    FakeSteps(FakeAws aws) {
        aws.on("ListStateMachines", _ -> Map.of("stateMachines", machines.keySet().stream().map(name -> Map.of("name", name, "stateMachineArn", machine(name),
                "type", name.startsWith("express") ? "EXPRESS" : "STANDARD", "creationDate", seconds(START))).toList()));
        aws.on("ListExecutions", this::list);
        aws.on("DescribeExecution", this::describe);
        aws.on("GetExecutionHistory", this::history);
        aws.on("DescribeStateMachine", ask -> Map.of("definition", definition(name(ask.path("stateMachineArn").asText()))));
        aws.on("DescribeStateMachineForExecution", ask -> Map.of("definition", definition(find(ask.path("executionArn").asText()).machine)));
        aws.on("StopExecution", ask -> {
            find(ask.path("executionArn").asText()).end("ABORTED", 60);
            return Map.of("stopDate", seconds(START));
        });
    }

    static String machine(String name) {
        return ACCOUNT + "stateMachine:" + name;
    }

    private static String name(String arn) {
        return arn.substring(arn.lastIndexOf(':') + 1);
    }

    private String definition(String machine) {
        if (!machines.containsKey(machine)) {
            throw new Refusal(400, "StateMachineDoesNotExist", machine);
        }
        return machines.get(machine);
    }

    Execution find(String arn) {
        return executions.stream().filter(one -> one.arn().equals(arn)).findFirst()
                .orElseThrow(() -> new Refusal(400, "ExecutionDoesNotExist", "Execution Does Not Exist: '" + arn + "'"));
    }

    private Object list(JsonNode ask) {
        String machine = name(ask.path("stateMachineArn").asText());
        List<Map<String, Object>> all = executions.stream().filter(one -> one.machine.equals(machine)).map(FakeSteps::item).toList().reversed();
        int from = ask.path("nextToken").asInt();
        int to = Math.min(all.size(), from + Math.min(pageSize, ask.path("maxResults").asInt(100)));
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("executions", all.subList(from, to));
        if (to < all.size()) {
            page.put("nextToken", String.valueOf(to));
        }
        return page;
    }

    private static Map<String, Object> item(Execution one) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("executionArn", one.arn());
        item.put("stateMachineArn", machine(one.machine));
        item.put("name", one.name);
        item.put("status", one.status);
        item.put("startDate", seconds(one.started));
        if (one.stopped != null) {
            item.put("stopDate", seconds(one.stopped));
        }
        return item;
    }

    private Object describe(JsonNode ask) {
        Execution one = find(ask.path("executionArn").asText());
        one.whenAsked.run();
        Map<String, Object> told = item(one);
        if (one.error != null) {
            told.put("error", one.error);
            told.put("cause", one.cause);
        }
        return told;
    }

    private Object history(JsonNode ask) {
        List<Map<String, Object>> all = find(ask.path("executionArn").asText()).events;
        all = ask.path("reverseOrder").asBoolean() ? all.reversed() : all;
        int from = ask.path("nextToken").asInt();
        int to = Math.min(all.size(), from + ask.path("maxResults").asInt(100));
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("events", List.copyOf(all.subList(from, to)));
        if (to < all.size()) {
            page.put("nextToken", String.valueOf(to));
        }
        return page;
    }
}
