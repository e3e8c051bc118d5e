package io.wonderlake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.wonderlake.pipeline.Run;
import io.wonderlake.pipeline.RunState;
import io.wonderlake.pipeline.StepRun;
import io.wonderlake.work.Failure;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class RunTextTest {
    private static final Instant START = Instant.parse("2026-11-19T06:00:00Z");
    private static final String LONG = "job/clean-orders/jr_01ae210a197d3976d7d6a47d53ea803577801308fbb6a31be944b918239e458d";

    @Test
    void printsARunOfAnotherSystemWithoutCountsOfRows() {
        String text = text(run("shop/monday", RunState.FAILED, ""));
        assertThat(text).contains("shop, run shop/monday: failed", "curate.sales", "failed (2)", "column net is missing", "wonderlake logs shop/monday curate.sales")
                .doesNotContain("rejected", "--bad-rows", "–");
    }

    @Test
    void saysAStateAsTheSystemDoes() {
        assertThat(text(run("shop/monday", RunState.UNKNOWN, "PENDING_MOON"))).contains("shop/monday: PENDING_MOON");
        assertThat(RunJson.of(run("shop/monday", RunState.UNKNOWN, "PENDING_MOON"))).containsEntry("said", "PENDING_MOON").containsEntry("state", "unknown")
                .containsEntry("run", "shop/monday");
        assertThat(RunJson.name("4")).isEqualTo(4L);
    }

    @Test
    void neverCutsTheNameThatTheNextCommandNeeds() {
        StringWriter text = new StringWriter();
        TextTable table = new TextTable(List.of("run", "note", "cause"));
        table.add(List.of(new Whole(LONG), LONG, ""));
        try (PrintWriter out = new PrintWriter(text)) {
            table.print(out);
        }
        assertThat(text.toString()).contains(LONG + "  ").contains("…");
    }

    private static String text(Run run) {
        StringWriter text = new StringWriter();
        try (PrintWriter out = new PrintWriter(text)) {
            new RunText(new Output(new ByteArrayOutputStream(), out, out, new CompletableFuture<>())).print(run);
        }
        return text.toString();
    }

    private static Run run(String id, RunState state, String said) {
        Optional<Run.Cause> cause = state == RunState.FAILED ? Optional.of(new Run.Cause(Failure.Kind.BAD_INPUT, "column net is missing", "Look at its log.")) : Optional.empty();
        return new Run(id, "shop", Run.Kind.STATE_MACHINE, state, said, "", START, Optional.of(START.plusSeconds(90)),
                List.of(StepRun.timed("curate.sales", state, 2, Optional.of(START), Optional.of(START.plusSeconds(90)), cause)),
                cause.map(Run.Cause::message).orElse(""), true);
    }
}
