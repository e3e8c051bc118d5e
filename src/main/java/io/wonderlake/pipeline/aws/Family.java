package io.wonderlake.pipeline.aws;

import io.wonderlake.pipeline.Pipelines;
import io.wonderlake.pipeline.Run;
import io.wonderlake.work.Failure;
import java.util.List;
import java.util.Optional;

/// The pipelines of one service.
interface Family {
    Run.Kind kind();

    /// Names as the service knows them, in the lake's scope.
    List<String> names();

    /// Runs of one of them, newest first; none when it is gone.
    Page page(String name, Optional<String> token, int max);

    /// A whole run.
    Optional<Run> find(Ref ref);

    Ref start(String name, Optional<String> input);

    void stop(Ref ref);

    /// Takes up a run that did not end well; refused where the service cannot.
    default void resume(Ref ref) {
        throw Failure.of(Failure.Kind.BAD_INPUT, "failure.run.aws.resume", ref.id()).exception();
    }

    default boolean canResume(Run run) {
        return false;
    }

    /// The steps of the pipeline; none where the service knows no steps.
    default List<Pipelines.Node> graph(String name) {
        return List.of();
    }

    LogPages log(Ref ref, Run run);

    /// @param token where the next page begins; empty after the last
    record Page(List<Run> runs, Optional<String> token) {
        static final Page NONE = new Page(List.of(), Optional.empty());

        /// Some services end with an empty token, others with none.
        static Page of(List<Run> runs, String token) {
            return new Page(runs, token(token));
        }

        static Optional<String> token(String said) {
            return Optional.ofNullable(said).filter(text -> !text.isEmpty());
        }
    }
}
