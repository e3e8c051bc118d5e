package io.wonderlake.engine.duckdb;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wonderlake.catalog.TableName;
import io.wonderlake.work.Failure;
import io.wonderlake.work.Failure.Kind;
import io.wonderlake.work.FailureException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Turns the driver's exceptions into failures: what happened, where in the statement or the file, and what to do.
final class Errors {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PREFIX = Pattern.compile("^(?:[A-Z][A-Za-z ]* Error: )+");
    private static final Pattern CSV_LINE = Pattern.compile("CSV Error on Line: (\\d+)");
    private static final Pattern CSV_FILE = Pattern.compile("(?m)^\\s*file\\s*=\\s*(.+)$");
    private static final Pattern DAMAGE = Pattern.compile("(?i)don't know what type|TProtocolException|decompress|corrupt|snappy|zstd|invalid utf|out of buffer|page header");
    private static final Pattern FILE = Pattern.compile("[fF]ile [\"'](.+?)[\"']|pattern \"(.+?)\"|in file ([^\\s:,]+)|: (/[^\"'\n]+|[A-Za-z]:[\\\\/][^\"'\n]+)$", Pattern.MULTILINE);

    private Errors() {
    }

    static FailureException translate(SQLException error) {
        return translate(error, "", "");
    }

    /// `sql` is the user's text, which positions point into; `suspect` is what is at fault when damaged bytes are found and the engine does
    /// not say where.
    static FailureException translate(SQLException error, String sql, String suspect) {
        String raw = String.valueOf(error.getMessage());
        FailureException carried = ReaderFunctions.carried(raw);
        if (carried != null) {
            return carried;
        }
        JsonNode parts = parts(raw);
        String type = parts.path("exception_type").asText();
        String message = parts.path("exception_message").asText(raw);
        boolean damage = !suspect.isEmpty() && DAMAGE.matcher(message).find() && !FILE.matcher(message).find();
        Failure cause = damage ? Failure.of(Kind.BAD_INPUT, "failure.engine.damaged", suspect, firstLine(message)) : failure(type, message, parts);
        Failure failure = cause.withDetail(message).withOrigin(error);
        OptionalInt position = damage ? OptionalInt.empty() : position(parts, type, sql);
        return (position.isPresent() ? failure.withPosition(position.getAsInt()) : failure).exception();
    }

    static FailureException spillFolder(Path folder, IOException error) {
        return Failure.of(Kind.STORAGE, "failure.engine.spill", folder).withOrigin(error).exception();
    }

    static boolean isAboutColumns(SQLException error) {
        return parts(String.valueOf(error.getMessage())).path("exception_type").asText().equals("Binder");
    }

    /// For a table whose files are not as the catalog says.
    static FailureException columns(TableName table, SQLException error) {
        String message = parts(String.valueOf(error.getMessage())).path("exception_message").asText();
        return Failure.of(Kind.BAD_INPUT, "failure.engine.columns", table, firstLine(message)).withDetail(message).withOrigin(error).exception();
    }

    private static Failure failure(String type, String message, JsonNode parts) {
        Matcher csv = CSV_LINE.matcher(message);
        if (csv.find()) {
            return Failure.of(Kind.BAD_INPUT, "failure.engine.csv", file(message), csv.group(1), csvCause(message));
        }
        String lower = message.toLowerCase(Locale.ROOT);
        if (type.equals("Out of Memory") || lower.contains("out of memory") || lower.contains("max_temp_directory_size")) {
            return Failure.of(Kind.STORAGE, "failure.engine.memory");
        }
        if (lower.contains("no space left")) {
            return Failure.of(Kind.STORAGE, "failure.engine.disk");
        }
        return switch (type) {
            case "Permission" -> Failure.of(Kind.DENIED, "failure.engine.outside", file(message));
            case "IO" -> lower.contains("no files found") || lower.contains("no such file")
                    ? Failure.of(Kind.NOT_FOUND, "failure.engine.file", file(message))
                    : damaged(message);
            case "Serialization" -> damaged(message);
            case "Invalid Input" -> FILE.matcher(message).find() ? damaged(message) : statement(message, parts);
            case "Internal", "FATAL" -> Failure.of(Kind.BUG, "failure.bug", firstLine(message));
            default -> lower.contains("configuration has been locked")
                    ? Failure.of(Kind.DENIED, "failure.engine.locked") : statement(message, parts);
        };
    }

    private static Failure damaged(String message) {
        return Failure.of(Kind.BAD_INPUT, "failure.engine.damaged", file(message), firstLine(message));
    }

    private static Failure statement(String message, JsonNode parts) {
        if (message.contains("configuration has been locked")) {
            return Failure.of(Kind.DENIED, "failure.engine.locked");
        }
        String[] candidates = parts.path("candidates").asText().split(",");
        boolean names = parts.path("error_subtype").asText().endsWith("NOT_FOUND") || parts.path("error_subtype").asText().equals("MISSING_ENTRY");
        return names && !candidates[0].isBlank()
                ? Failure.of(Kind.BAD_INPUT, "failure.engine.candidate", firstLine(message), unquoted(candidates[0])).withNearest(unquoted(candidates[0]))
                : Failure.of(Kind.BAD_INPUT, "failure.engine.statement", firstLine(message));
    }

    private static String unquoted(String candidate) {
        return candidate.strip().replace("\"", "");
    }

    private static String csvCause(String message) {
        return message.lines().map(String::strip).filter(line -> !line.isEmpty())
                .filter(line -> !line.startsWith("CSV Error on Line") && !line.startsWith("Original Line"))
                .findFirst().orElse("");
    }

    private static String file(String message) {
        Matcher csv = CSV_FILE.matcher(message);
        Matcher named = FILE.matcher(message);
        String found = csv.find() ? csv.group(1) : "";
        if (found.isEmpty() && named.find()) {
            found = IntStream.rangeClosed(1, named.groupCount()).mapToObj(named::group).filter(Objects::nonNull).findFirst().orElse("");
        }
        return FileNames.shown(found.strip());
    }

    private static String firstLine(String message) {
        String line = message.lines().findFirst().orElse("").strip();
        return line.endsWith(".") || line.endsWith("!") || line.endsWith("?") ? line : line + ".";
    }

    /// Only what the parser and binder say points into the user's text for sure: an error while rows flow may point into a view.
    private static OptionalInt position(JsonNode parts, String type, String sql) {
        String text = parts.path("position").asText();
        boolean certain = type.equals("Parser") || type.equals("Binder") || type.equals("Catalog") || type.equals("Conversion");
        if (!certain || text.isEmpty() || sql.isEmpty()) {
            return OptionalInt.empty();
        }
        byte[] bytes = sql.getBytes(StandardCharsets.UTF_8);
        int offset = Integer.parseInt(text);
        return offset > bytes.length ? OptionalInt.empty() : OptionalInt.of(new String(bytes, 0, offset, StandardCharsets.UTF_8).length());
    }

    private static JsonNode parts(String raw) {
        int brace = raw.indexOf('{');
        if (brace >= 0) {
            try {
                return JSON.readTree(raw.substring(brace));
            } catch (JsonProcessingException notJson) {
                return plain(raw);
            }
        }
        return plain(raw);
    }

    private static JsonNode plain(String raw) {
        Matcher prefix = PREFIX.matcher(raw);
        String type = prefix.find() ? prefix.group().replaceFirst(" Error: .*", "") : "";
        return JSON.createObjectNode().put("exception_type", type).put("exception_message", PREFIX.matcher(raw).replaceFirst(""));
    }
}
