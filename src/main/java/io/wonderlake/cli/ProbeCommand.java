package io.wonderlake.cli;

import io.wonderlake.format.FileFacts;
import io.wonderlake.format.FileProbe;
import io.wonderlake.work.FailureException;
import io.wonderlake.work.Formats;
import io.wonderlake.work.Job;
import io.wonderlake.work.Strings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Says of each file what it is and whether it can be read: one line a file.
@Command(name = "probe", description = "${bundle:cli.probe}", footer = "${bundle:cli.probe.footer}")
final class ProbeCommand implements Callable<Integer> {
    @Parameters(index = "0", arity = "1..*", paramLabel = "FILE", description = "${bundle:cli.probe.files}")
    List<Path> files;

    @Mixin
    LakeOptions options = new LakeOptions();

    private final Lakes lakes;
    private final Output output;

    ProbeCommand(Lakes lakes, Output output) {
        this.lakes = lakes;
        this.output = output;
    }

    @Override
    public Integer call() {
        List<Path> all = expand();
        List<Path> folders = all.stream().map(Path::getParent).distinct().toList();
        return lakes.probing(folders, probe -> all(probe, all)) ? LakeCommand.DONE : LakeCommand.FAILED;
    }

    private boolean all(FileProbe probe, List<Path> all) {
        List<Map<String, Object>> found = new ArrayList<>();
        boolean readable = true;
        for (Path file : all) {
            Map<String, Object> answer = one(probe, file);
            readable &= !answer.containsKey("failure");
            if (options.json) {
                found.add(answer);
            }
        }
        if (options.json) {
            output.json(found);
        }
        return readable;
    }

    private Map<String, Object> one(FileProbe probe, Path file) {
        try {
            FileFacts facts = probe.probe(file, new Job(file.toString()));
            if (!options.json) {
                output.line(oneLine(line(file, facts)));
            }
            return FileRows.json(file.toString(), facts);
        } catch (FailureException stopped) {
            if (!options.json) {
                output.line(oneLine(file + ": " + stopped.failure().message() + (options.verbose ? " " + stopped.failure().advice() : "")));
            }
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("file", file.toString());
            answer.put("failure", stopped.failure().message());
            answer.put("advice", stopped.failure().advice());
            return answer;
        }
    }

    private static String line(Path file, FileFacts facts) {
        String bad = facts.badRows() == 0 ? "" : Strings.text("cli.probe.bad", facts.badRows(), Formats.count(facts.badRows()), facts.problems().getFirst().place(),
                facts.problems().getFirst().message());
        return Strings.text("cli.probe.line", file, facts.storage().label() + (facts.compression().isEmpty() ? "" : " (" + facts.compression() + ")"),
                facts.rows(), facts.columns().size(), Formats.bytes(facts.bytes())) + bad;
    }

    /// Names of files may hold line breaks.
    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}", "\uFFFD");
    }

    /// Folders stand for the files in them.
    private List<Path> expand() {
        List<Path> all = new ArrayList<>();
        for (Path file : files) {
            Path path = file.toAbsolutePath().normalize();
            if (!Files.isDirectory(path)) {
                all.add(path);
                continue;
            }
            try (Stream<Path> inside = Files.walk(path)) {
                inside.filter(Files::isRegularFile).sorted().forEach(all::add);
            } catch (IOException error) {
                throw new UncheckedIOException(error);
            }
        }
        return all;
    }
}
