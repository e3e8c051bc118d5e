package io.wonderlake.pipeline.aws;

import io.wonderlake.pipeline.Run;
import java.util.Optional;

/// Names a run of an account: `machine/execution`, `job/name/run`, `crawler/name/crawl`.
record Ref(Run.Kind kind, String name, String run) {
    private static final String JOB = "job/";
    private static final String CRAWLER = "crawler/";

    /// Empty for what cannot be the id of such a run.
    static Optional<Ref> parse(String id) {
        int last = id.lastIndexOf('/');
        if (last <= 0 || last == id.length() - 1) {
            return Optional.empty();
        }
        String pipeline = id.substring(0, last);
        Ref ref = new Ref(kindOf(pipeline), nameOf(pipeline), id.substring(last + 1));
        return ref.name().isEmpty() || ref.kind() == Run.Kind.STATE_MACHINE && ref.name().contains("/") ? Optional.empty() : Optional.of(ref);
    }

    static Run.Kind kindOf(String pipeline) {
        return pipeline.startsWith(JOB) ? Run.Kind.JOB : pipeline.startsWith(CRAWLER) ? Run.Kind.CRAWLER : Run.Kind.STATE_MACHINE;
    }

    /// The name that its service knows.
    static String nameOf(String pipeline) {
        return pipeline.substring(prefix(kindOf(pipeline)).length());
    }

    /// The name in the list of pipelines, where names of several services stand side by side.
    static String pipeline(Run.Kind kind, String name) {
        return prefix(kind) + name;
    }

    private static String prefix(Run.Kind kind) {
        return switch (kind) {
            case JOB -> JOB;
            case CRAWLER -> CRAWLER;
            case STATE_MACHINE, PIPELINE -> "";
        };
    }

    String pipeline() {
        return pipeline(kind, name);
    }

    String id() {
        return pipeline() + "/" + run;
    }
}
