package io.wonderlake.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What every run history does. The subclass makes two runs of `shop`: the first fails in `curate.sales` with one bad row, the second ends well;
/// then one run of `other`.
public abstract class RunsContract {

    protected abstract Runs runs();

    @Test
    void listsRunsNewestFirst() {
        List<Run> all = runs().list(Optional.empty(), 0, 10);
        assertThat(all).extracting(Run::pipeline).containsExactly("other", "shop", "shop");
        assertThat(all).extracting(Run::started).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(runs().list(Optional.of("shop"), 0, 10)).hasSize(2);
        assertThat(runs().list(Optional.of("nobody"), 0, 10)).isEmpty();
    }

    @Test
    void pagesTheList() {
        assertThat(runs().list(Optional.empty(), 1, 1)).containsExactly(runs().list(Optional.empty(), 0, 10).get(1));
        assertThat(runs().list(Optional.empty(), 9, 5)).isEmpty();
    }

    @Test
    void findsARunByItsId() {
        Run failed = failed();
        assertThat(runs().find(failed.id())).contains(failed);
        for (String none : List.of("99", "", "no such run", "-1", "01", "99999999999999999999", "a/b:c")) {
            assertThat(runs().find(none)).as(none).isEmpty();
        }
    }

    @Test
    void remembersWhatAStepDidAndWhyItFailed() {
        StepRun step = failed().failedStep().orElseThrow();
        assertThat(step.step()).isEqualTo("curate.sales");
        assertThat(step.rowsIn()).isEqualTo(step.rowsOut() + step.rowsRejected());
        assertThat(step.cause().orElseThrow().message()).isNotBlank();
        assertThat(step.cause().orElseThrow().advice()).isNotBlank();
        assertThat(step.started()).isPresent();
        assertThat(step.ended()).isPresent();
        assertThat(failed().ended()).isPresent();
        assertThat(failed().cause()).isNotBlank();
    }

    @Test
    void givesLogLinesByNumberWithoutGaps() {
        String run = failed().id();
        long size = runs().logSize(run, Optional.empty());
        List<LogLine> lines = runs().log(run, Optional.empty(), 1, 10_000);
        assertThat(lines).hasSize((int) size);
        assertThat(lines).extracting(LogLine::number).startsWith(1L).doesNotHaveDuplicates().isSorted();
        assertThat(runs().log(run, Optional.empty(), 3, 2)).isEqualTo(lines.subList(2, 4));
        assertThat(runs().log(run, Optional.empty(), size + 1, 10)).isEmpty();
        assertThat(runs().log("99", Optional.empty(), 1, 10)).isEmpty();
    }

    @Test
    void givesTheLogLinesOfOneStep() {
        String run = failed().id();
        List<LogLine> lines = runs().log(run, Optional.of("curate.sales"), 1, 10_000);
        assertThat(lines).isNotEmpty().allMatch(line -> line.step().equals("curate.sales")).anyMatch(line -> line.level() == LogLine.Level.ERROR);
        assertThat(lines).hasSize((int) runs().logSize(run, Optional.of("curate.sales")));
    }

    @Test
    void pagesTheBadRowsOfAStep() {
        String run = failed().id();
        BadRows bad = runs().badRows(run, "curate.sales", 0, 10);
        assertThat(bad.total()).isEqualTo(1);
        assertThat(bad.columns()).extracting(column -> column.name()).startsWith("source", "file", "column", "value", "reason");
        assertThat(bad.rows()).hasSize(1);
        assertThat(runs().badRows(run, "curate.sales", 1, 10).rows()).isEmpty();
        assertThat(runs().badRows(run, "crawl.sales", 0, 10).total()).isZero();
    }

    private Run failed() {
        return runs().list(Optional.of("shop"), 1, 1).getFirst();
    }
}
