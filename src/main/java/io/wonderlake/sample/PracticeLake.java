package io.wonderlake.sample;

import io.wonderlake.lake.Content;
import io.wonderlake.lake.ObjectStore;
import io.wonderlake.pipeline.RunState;
import io.wonderlake.work.Failure;
import io.wonderlake.work.Job;
import io.wonderlake.work.Strings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// Makes the practice lake: its raw files with their manifests, its definitions, and the files to try an upload with.
/// What is there already and unchanged is not written again, so an interrupted making is simply repeated.
public final class PracticeLake {
    private static final String PRACTICE_FOLDER = "practice-files";

    private final ObjectStore store;
    private final Path lakeRoot;

    public PracticeLake(ObjectStore store, Path lakeRoot) {
        this.store = store;
        this.lakeRoot = lakeRoot;
    }

    /// All that is to be done for a practice lake, in order. Where a run that fails is part of it, the report behind it comes after the
    /// good runs, and its correction after the failed one; what an earlier call has done of that is not done again.
    public List<SampleStep> steps(SampleOptions options) {
        List<SampleStep> steps = new ArrayList<>();
        steps.add(new SampleStep.Files(Strings.text("sample.step.write"), job -> write(options, job)));
        Planted planted = new Planted(options.clean());
        RunState usual = options.clean() ? RunState.DONE : RunState.WARNED;
        steps.add(new SampleStep.Pipeline(Strings.text("sample.step.tickit"), "tickit", usual));
        steps.add(new SampleStep.Pipeline(Strings.text("sample.step.workforce"), "workforce", RunState.DONE));
        if (!planted.begun()) {
            steps.add(new SampleStep.Pipeline(Strings.text("sample.step.retail"), "retail", usual));
        }
        steps.addAll(planted.steps());
        return steps;
    }

    /// Puts everything but the planted report into the lake.
    public void write(SampleOptions options, Job job) {
        List<SampleUpload> uploads = new ArrayList<>(TicketFiles.uploads(options));
        uploads.addAll(WorkforceFiles.uploads());
        uploads.addAll(new RetailFiles(options.clean()).uploads());
        new SampleWriter(store, job).write(uploads);
        writeDefinitions(job);
        writePracticeFiles(job);
    }

    /// A definition that somebody has changed stays as it is.
    private void writeDefinitions(Job job) {
        for (String key : SampleDefinitions.keys()) {
            job.checkCancelled();
            if (store.find(SampleDefinitions.place(key)).isEmpty()) {
                store.put(SampleDefinitions.place(key), Content.of(SampleDefinitions.read(key)), new Job(job.title()));
            }
        }
    }

    private void writePracticeFiles(Job job) {
        Path folder = lakeRoot.resolve(PRACTICE_FOLDER);
        for (Map.Entry<String, Supplier<byte[]>> file : PracticeFiles.all().entrySet()) {
            job.checkCancelled();
            writePracticeFile(folder.resolve(file.getKey()), file.getValue());
        }
    }

    private static void writePracticeFile(Path file, Supplier<byte[]> bytes) {
        if (Files.exists(file)) {
            return;
        }
        try {
            Files.createDirectories(file.getParent());
            Path partial = Files.createTempFile(file.getParent(), ".", ".part");
            Files.write(partial, bytes.get());
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException error) {
            throw Failure.of(Failure.Kind.STORAGE, "failure.sample.file", file.toString()).withOrigin(error).withDetail(error.toString()).exception();
        }
    }

    /// The report that makes a run fail, and its correction: one object, two versions of it in raw.
    private final class Planted {
        private final SampleUpload broken;
        private final SampleUpload corrected;
        private final boolean wanted;

        Planted(boolean clean) {
            RetailFiles files = new RetailFiles(clean);
            broken = files.broken();
            corrected = files.corrected();
            wanted = !clean;
        }

        /// Whether the report is in the lake, so that the run before it has been.
        boolean begun() {
            return store.find(broken.files().getFirst().path()).isPresent();
        }

        List<SampleStep> steps() {
            if (!wanted) {
                return List.of();
            }
            List<SampleStep> steps = new ArrayList<>();
            if (!has(corrected)) {
                steps.add(new SampleStep.Files(Strings.text("sample.step.broken"), job -> new SampleWriter(store, job).write(List.of(broken))));
                steps.add(new SampleStep.Pipeline(Strings.text("sample.step.failing"), "retail", RunState.FAILED));
            }
            steps.add(new SampleStep.Files(Strings.text("sample.step.corrected"), job -> new SampleWriter(store, job).write(List.of(corrected))));
            steps.add(new SampleStep.Pipeline(Strings.text("sample.step.again"), "retail", RunState.WARNED));
            return steps;
        }

        /// Whether the upload came to its end: its manifest is written last.
        private boolean has(SampleUpload upload) {
            return store.find(upload.dataset().object("_upload-" + upload.id() + ".json")).isPresent();
        }
    }
}
