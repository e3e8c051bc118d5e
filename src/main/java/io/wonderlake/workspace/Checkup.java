package io.wonderlake.workspace;

import io.wonderlake.catalog.DataFile;
import io.wonderlake.catalog.Table;
import io.wonderlake.engine.Query;
import io.wonderlake.engine.QueryRun;
import io.wonderlake.lake.ObjectEntry;
import io.wonderlake.pipeline.Run;
import io.wonderlake.pipeline.RunState;
import io.wonderlake.work.FailureException;
import io.wonderlake.work.Formats;
import io.wonderlake.work.Job;
import io.wonderlake.work.Strings;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Looks over a local lake: its folder, its engine, its catalog and the files behind it, its last runs. Changes nothing.
public final class Checkup {
    private static final long LITTLE_SPACE = 1L << 30;
    private static final int NAMED = 3;

    private final LocalLake lake;

    public Checkup(LocalLake lake) {
        this.lake = lake;
    }

    public List<Check> run(Job job) {
        List<Check> checks = new ArrayList<>();
        checks.add(java());
        checks.add(folder());
        checks.add(space());
        checks.add(engine(job));
        checks.addAll(tables(job));
        checks.add(names(job));
        checks.add(runs());
        return checks;
    }

    private static Check java() {
        return Check.well(Strings.text("check.java"),
                Strings.text("check.java.well", Runtime.version().toString(), Formats.bytes(Runtime.getRuntime().maxMemory())));
    }

    private Check folder() {
        String subject = Strings.text("check.folder");
        if (Files.isWritable(lake.root())) {
            return Check.well(subject, Strings.text("check.folder.well", lake.root()));
        }
        return new Check(subject, false, Strings.text("check.folder.closed", lake.root()), Strings.text("check.folder.closed.advice"));
    }

    private Check space() {
        String subject = Strings.text("check.space");
        try {
            FileStore disk = Files.getFileStore(lake.root());
            String free = Formats.bytes(disk.getUsableSpace());
            if (disk.getUsableSpace() >= LITTLE_SPACE) {
                return Check.well(subject, Strings.text("check.space.well", free));
            }
            return new Check(subject, false, Strings.text("check.space.little", free), Strings.text("check.space.little.advice"));
        } catch (IOException error) {
            return new Check(subject, false, String.valueOf(error.getMessage()), Strings.text("check.folder.closed.advice"));
        }
    }

    private Check engine(Job job) {
        String subject = Strings.text("check.engine");
        try (QueryRun run = lake.local().run(Query.of("select version()"), job)) {
            return Check.well(subject, Strings.text("check.engine.well", lake.local().name(), run.next(1).getFirst()[0]));
        } catch (FailureException stopped) {
            return new Check(subject, false, stopped.failure().message(), stopped.failure().advice());
        }
    }

    private List<Check> tables(Job job) {
        List<Table> tables = lake.catalog().databases().stream().flatMap(database -> lake.catalog().tables(database).stream()).toList();
        List<String> broken = new ArrayList<>();
        long files = 0;
        for (Table table : tables) {
            job.checkCancelled();
            for (DataFile file : lake.catalog().files(table.name(), table.version(), Map.of())) {
                files++;
                Optional<ObjectEntry> found = lake.objects().find(file.path());
                if (found.isEmpty() || found.get().size() != file.size()) {
                    broken.add(file.path().toString());
                }
            }
        }
        String subject = Strings.text("check.catalog");
        if (broken.isEmpty()) {
            return List.of(Check.well(subject, Strings.text("check.catalog.well", tables.size(), files)));
        }
        return List.of(new Check(subject, false,
                Strings.text("check.catalog.broken", broken.size(), String.join(", ", broken.subList(0, Math.min(NAMED, broken.size())))),
                Strings.text("check.catalog.broken.advice")));
    }

    private Check names(Job job) {
        String subject = Strings.text("check.names");
        UnlistedFiles unlisted = UnlistedFiles.of(lake, job);
        if (unlisted.count() == 0) {
            return Check.well(subject, Strings.text("check.names.well", unlisted.listed()));
        }
        return new Check(subject, false, Strings.text("check.names.unlisted", unlisted.count(), String.join(", ", unlisted.first())),
                Strings.text("check.names.unlisted.advice"));
    }

    private Check runs() {
        String subject = Strings.text("check.runs");
        List<Run> latest = lake.pipelines().names().stream().flatMap(name -> lake.runs().list(Optional.of(name), 0, 1).stream()).toList();
        Optional<Run> failed = latest.stream().filter(run -> run.state() == RunState.FAILED || run.state() == RunState.INTERRUPTED).findFirst();
        if (failed.isEmpty()) {
            return Check.well(subject, Strings.text("check.runs.well", Formats.count(latest.size())));
        }
        return new Check(subject, false, Strings.text("check.runs.failed", failed.get().pipeline(), failed.get().label()),
                Strings.text("check.runs.failed.advice", failed.get().id()));
    }
}
