package io.wonderlake.pipeline.aws;

import io.wonderlake.pipeline.RunState;
import java.util.Map;

/// How the services call where a run stands. What is not known here is said as the service says it.
final class States {
    private static final Map<String, RunState> KNOWN = Map.ofEntries(
            Map.entry("RUNNING", RunState.RUNNING), Map.entry("SUCCEEDED", RunState.DONE), Map.entry("FAILED", RunState.FAILED),
            Map.entry("TIMED_OUT", RunState.FAILED), Map.entry("ABORTED", RunState.CANCELLED), Map.entry("PENDING_REDRIVE", RunState.WAITING),
            Map.entry("STARTING", RunState.WAITING), Map.entry("WAITING", RunState.WAITING), Map.entry("STOPPING", RunState.RUNNING),
            Map.entry("STOPPED", RunState.CANCELLED), Map.entry("TIMEOUT", RunState.FAILED), Map.entry("ERROR", RunState.FAILED),
            Map.entry("EXPIRED", RunState.CANCELLED), Map.entry("COMPLETED", RunState.DONE));
    private static final Map<RunState, String> PLAIN = Map.of(RunState.RUNNING, "RUNNING", RunState.DONE, "SUCCEEDED", RunState.FAILED, "FAILED",
            RunState.CANCELLED, "ABORTED");

    private States() {
    }

    static RunState of(String status) {
        return status == null ? RunState.UNKNOWN : KNOWN.getOrDefault(status, RunState.UNKNOWN);
    }

    /// Empty where our word for the state says as much.
    static String said(String status) {
        return status == null || status.equals(PLAIN.get(of(status))) || status.equals("COMPLETED") || status.equals("STOPPED") ? "" : status;
    }
}
