package io.wonderlake.ui.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wonderlake.work.FailureException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DraftsTest {
    @TempDir
    Path temp;
    private Path folder;

    @BeforeEach
    void choose() {
        folder = temp.resolve("open");
    }

    @Test
    void givesBackWhatWasOpen() {
        Drafts.Desk desk = new Drafts.Desk(List.of(draft("a", "select 'é'\n", 4), draft("b", "", 0)), 1);
        new Drafts(folder).save(desk);
        assertThat(new Drafts(folder).load()).isEqualTo(desk);
    }

    @Test
    void forgetsWhatWasClosed() {
        Drafts drafts = new Drafts(folder);
        drafts.save(new Drafts.Desk(List.of(draft("a", "1", 0), draft("b", "2", 0)), 0));
        drafts.save(new Drafts.Desk(List.of(draft("b", "2", 0)), 0));
        assertThat(new Drafts(folder).load().documents()).extracting(Draft::id).containsExactly("b");
        assertThat(folder.resolve("a.sql")).doesNotExist();
    }

    @Test
    void losesNoTextWhenTheOrderIsDamaged() throws IOException {
        new Drafts(folder).save(new Drafts.Desk(List.of(draft("a", "select 1", 0)), 0));
        Files.writeString(folder.resolve("documents.json"), "{\"documents\": [{");
        assertThat(new Drafts(folder).load().documents()).extracting(Draft::text).containsExactly("select 1");
    }

    @Test
    void putsACaretBehindTheEndAtTheEnd() throws IOException {
        new Drafts(folder).save(new Drafts.Desk(List.of(draft("a", "select 1", 3)), 0));
        Files.writeString(folder.resolve("a.sql"), "x");
        assertThat(new Drafts(folder).load().documents()).extracting(Draft::caret).containsExactly(1);
    }

    @Test
    void isEmptyBeforeTheFirstSave() {
        assertThat(new Drafts(folder).load().documents()).isEmpty();
    }

    @Test
    void saysThatAFolderCannotBeWritten() throws IOException {
        Files.writeString(folder, "a file in the way");
        assertThatThrownBy(() -> new Drafts(folder).save(new Drafts.Desk(List.of(draft("a", "1", 0)), 0)))
                .isInstanceOf(FailureException.class).hasMessageContaining("open");
    }

    @Test
    void remembersTheLastRunsNewestFirst() {
        History history = new History(folder.resolve("history.json"));
        for (int i = 0; i < 305; i++) {
            history.add(run("select " + i));
        }
        List<PastRun> runs = new History(folder.resolve("history.json")).load();
        assertThat(runs).hasSize(300);
        assertThat(runs.getFirst()).isEqualTo(run("select 304"));
    }

    @Test
    void dropsOldRunsRatherThanGrowWithoutEnd() {
        History history = new History(folder.resolve("history.json"));
        history.add(run("x".repeat(1_500_000)));
        history.add(run("y".repeat(1_500_000)));
        assertThat(history.load()).hasSize(1);
    }

    @Test
    void startsAnewWithADamagedHistory() throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("history.json"), "[[[");
        assertThat(new History(folder.resolve("history.json")).add(run("select 1"))).hasSize(1);
    }

    private static PastRun run(String sql) {
        return new PastRun(Instant.parse("2026-11-19T09:41:00Z"), "Query 1", sql, PastRun.End.DONE, 5, 12, "", "Athena", 4096, Optional.of(new BigDecimal("0.0042")));
    }

    private static Draft draft(String id, String text, int caret) {
        return new Draft(id, "Query " + id, text, caret, Optional.of("Athena"), Optional.empty(), Optional.empty());
    }
}
