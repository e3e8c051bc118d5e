package io.wonderlake.pipeline.aws;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.sfn.model.GetExecutionHistoryRequest;
import software.amazon.awssdk.services.sfn.model.GetExecutionHistoryResponse;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;

/// Reads the history of one execution forwards and once; later, what was added since, from its newest end. Used by one thread at a time.
final class Events {
    private static final int NEW_ONES = 100;

    private final Services services;
    private final String execution;
    private final boolean data;
    private final int size;
    private String token;
    private boolean reachedEnd;
    private long last;

    /// @param more whether the next page is known to be there
    record Batch(List<HistoryEvent> events, boolean more) { }

    /// @param data whether inputs and outputs are wanted
    Events(Services services, String execution, boolean data, int size) {
        this.services = services;
        this.execution = execution;
        this.data = data;
        this.size = size;
    }

    Batch next() {
        if (reachedEnd) {
            return added();
        }
        GetExecutionHistoryResponse page = ask(token, size, false);
        token = page.nextToken();
        reachedEnd = token == null;
        page.events().forEach(event -> last = Math.max(last, event.id()));
        return new Batch(page.events(), !reachedEnd);
    }

    private Batch added() {
        List<HistoryEvent> found = new ArrayList<>();
        String from = null;
        boolean older = true;
        while (older) {
            GetExecutionHistoryResponse page = ask(from, NEW_ONES, true);
            from = page.nextToken();
            List<HistoryEvent> fresh = page.events().stream().filter(event -> event.id() > last).toList();
            found.addAll(fresh);
            older = from != null && fresh.size() == page.events().size();
        }
        found.forEach(event -> last = Math.max(last, event.id()));
        return new Batch(found.reversed(), false);
    }

    private GetExecutionHistoryResponse ask(String from, int max, boolean newestFirst) {
        GetExecutionHistoryRequest request = GetExecutionHistoryRequest.builder().executionArn(execution).maxResults(max).nextToken(from)
                .reverseOrder(newestFirst).includeExecutionData(data).build();
        return services.call("states:GetExecutionHistory", Services.executions(execution), () -> services.steps().getExecutionHistory(request));
    }
}
