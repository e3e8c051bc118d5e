package io.wonderlake.pipeline.local;

import io.wonderlake.pipeline.RunState;
import io.wonderlake.work.Strings;

/// How a state is called in a log line.
final class Words {

    private Words() {
    }

    static String of(RunState state) {
        return switch (state) {
            case WAITING -> Strings.text("log.state.waiting");
            case RUNNING -> Strings.text("log.state.running");
            case DONE -> Strings.text("log.state.done");
            case WARNED -> Strings.text("log.state.warned");
            case FAILED -> Strings.text("log.state.failed");
            case CANCELLED -> Strings.text("log.state.cancelled");
            case SKIPPED -> Strings.text("log.state.skipped");
            case UNKNOWN -> Strings.text("log.state.unknown");
            case INTERRUPTED -> Strings.text("log.state.interrupted");
        };
    }
}
