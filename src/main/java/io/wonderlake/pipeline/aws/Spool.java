package io.wonderlake.pipeline.aws;

import io.wonderlake.pipeline.LogLine;
import io.wonderlake.work.Failure;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Log lines in a file, one on each line, so that any of them is found by its number. Used under its owner's lock.
final class Spool {
    private static final int EVERY = 512;
    private static final int LONGEST = 16_000;
    private static final int FIELDS = 4;
    private static final Pattern LINE = Pattern.compile("\\d{1,18}\t(?:INFO|WARN|ERROR)\t([^\t]*)\t[^\t]*");

    private Path file;
    private final List<Long> starts = new ArrayList<>();
    private final Map<String, Long> counts = new HashMap<>();
    private long lines;
    private long bytes;

    private Spool(Path file) {
        this.file = file;
    }

    /// An empty one.
    static Spool fresh(Path file) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, new byte[0]);
            return new Spool(file);
        } catch (IOException error) {
            throw failed(file, error);
        }
    }

    /// One that was kept before; empty when it is damaged.
    static Optional<Spool> kept(Path file) {
        Spool spool = new Spool(file);
        try (Stream<String> all = Files.lines(file)) {
            return all.allMatch(spool::counted) ? Optional.of(spool) : Optional.empty();
        } catch (UncheckedIOException | IOException unreadable) {
            return Optional.empty();
        }
    }

    private boolean counted(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            return false;
        }
        count(parts.group(1), line.getBytes(StandardCharsets.UTF_8).length + 1);
        return true;
    }

    private void count(String step, int size) {
        if (lines % EVERY == 0) {
            starts.add(bytes);
        }
        lines++;
        bytes += size;
        counts.merge(step, 1L, Long::sum);
    }

    void add(List<LogLine> added) {
        if (added.isEmpty()) {
            return;
        }
        try (OutputStream out = new java.io.BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.APPEND))) {
            for (LogLine line : added) {
                String step = escape(line.step());
                byte[] text = (line.time().toEpochMilli() + "\t" + line.level().name() + "\t" + step + "\t" + escape(cut(line.message())) + "\n")
                        .getBytes(StandardCharsets.UTF_8);
                out.write(text);
                count(step, text.length);
            }
        } catch (IOException error) {
            throw failed(file, error);
        }
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }

    long lines(Optional<String> step) {
        return step.map(name -> counts.getOrDefault(escape(name), 0L)).orElse(lines);
    }

    long bytes() {
        return bytes;
    }

    List<LogLine> read(Optional<String> step, long from, int max) {
        List<LogLine> found = new ArrayList<>();
        long first = Math.max(1, from);
        if (first > lines || max <= 0) {
            return found;
        }
        int block = (int) ((first - 1) / EVERY);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            channel.position(starts.get(block));
            BufferedReader reader = new BufferedReader(new InputStreamReader(Channels.newInputStream(channel), StandardCharsets.UTF_8));
            long number = (long) block * EVERY;
            for (String line = reader.readLine(); line != null && found.size() < max; line = reader.readLine()) {
                number++;
                if (number >= first) {
                    LogLine parsed = parse(number, line);
                    if (step.isEmpty() || step.get().equals(parsed.step())) {
                        found.add(parsed);
                    }
                }
            }
            return found;
        } catch (IOException error) {
            throw failed(file, error);
        }
    }

    private static LogLine parse(long number, String line) {
        String[] parts = line.split("\t", FIELDS);
        return new LogLine(number, Instant.ofEpochMilli(Long.parseLong(parts[0])), LogLine.Level.valueOf(parts[1]), plain(parts[2]), plain(parts[3]));
    }

    /// Puts it where it is found when the program starts again; whole or not at all.
    void keep(Path place) {
        try {
            Files.move(file, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            file = place;
        } catch (IOException error) {
            throw failed(place, error);
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException error) {
            throw failed(file, error);
        }
    }

    private static String escape(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t");
    }

    private static String plain(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (sign == '\\' && i + 1 < text.length()) {
                char next = text.charAt(++i);
                plain.append(next == 'n' ? '\n' : next == 'r' ? '\r' : next == 't' ? '\t' : next);
            } else {
                plain.append(sign);
            }
        }
        return plain.toString();
    }

    private static RuntimeException failed(Path file, IOException error) {
        return Failure.of(Failure.Kind.STORAGE, "failure.run.aws.spool", file.toString(), String.valueOf(error.getMessage())).withOrigin(error).exception();
    }
}
