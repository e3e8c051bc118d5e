package io.wonderlake.pipeline.aws;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;

/// Knows to which state each event of an execution belongs: the one that was entered before it in its own branch.
final class Owners {
    private final List<String> names = new ArrayList<>();
    private final Map<String, String> lastOfKind = new HashMap<>();
    private String lastFailed = "";

    /// Empty for events of the execution itself.
    String of(HistoryEvent event) {
        String type = event.typeAsString();
        String owner = owner(event, type);
        if (type.endsWith("Failed") || type.endsWith("TimedOut")) {
            lastFailed = owner.isEmpty() ? lastFailed : owner;
        }
        int id = (int) Math.min(Integer.MAX_VALUE, event.id());
        while (names.size() <= id && names.size() < History.MOST_EVENTS) {
            names.add("");
        }
        if (id < names.size()) {
            names.set(id, type.endsWith("StateExited") ? "" : owner);
        }
        return owner;
    }

    private String owner(HistoryEvent event, String type) {
        if (event.stateEnteredEventDetails() != null) {
            String name = String.valueOf(event.stateEnteredEventDetails().name());
            lastOfKind.put(type.replace("StateEntered", ""), name);
            return name;
        }
        if (event.stateExitedEventDetails() != null) {
            return String.valueOf(event.stateExitedEventDetails().name());
        }
        if (type.startsWith("MapIteration")) {
            return Details.of(event).text("name");
        }
        if (type.equals("ParallelStateFailed") || type.equals("MapStateFailed")) {
            return lastOfKind.getOrDefault(type.replace("StateFailed", ""), "");
        }
        if (type.equals("ExecutionRedriven")) {
            return lastFailed;
        }
        long before = event.previousEventId() == null ? 0 : event.previousEventId();
        return before > 0 && before < names.size() ? names.get((int) before) : "";
    }
}
