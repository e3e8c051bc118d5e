package io.wonderlake.engine.duckdb;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wonderlake.catalog.TableName;
import io.wonderlake.engine.Token;
import io.wonderlake.engine.Tokens;
import io.wonderlake.work.Failure;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Reads a statement with the engine's own parser: whether it only reads, and which tables it names.
final class Reader {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SERIALIZE = "SELECT json_serialize_sql(?, skip_default := true, skip_null := true, skip_empty := true)::VARCHAR";
    private static final Set<String> CHANGING = Set.of("insert", "update", "delete", "merge", "copy", "create", "drop", "alter", "attach", "detach",
            "install", "load", "set", "reset", "pragma", "call", "export", "import", "truncate", "vacuum", "checkpoint", "use", "execute", "prepare",
            "deallocate", "begin", "commit", "rollback", "comment");
    private static final Set<String> CHANGING_FUNCTIONS = Set.of("checkpoint", "force_checkpoint", "nextval", "setseed");

    private final EngineConnection connection;

    Reader(EngineConnection connection) {
        this.connection = connection;
    }

    /// Fails with `BAD_INPUT` where the text is not one statement.
    Reading read(String sql) throws SQLException {
        JsonNode answer = serialize(sql);
        if (!answer.path("error").asBoolean()) {
            return select(answer);
        }
        if (answer.path("error_type").asText().equals("parser")) {
            throw syntax(answer, sql);
        }
        String inner = explained(sql);
        if (!inner.isEmpty()) {
            return read(inner);
        }
        return new Reading(pivots(sql), namedIn(sql));
    }

    private Reading select(JsonNode answer) {
        if (answer.path("statements").isEmpty()) {
            throw Failure.of(Failure.Kind.BAD_INPUT, "failure.query.empty").exception();
        }
        if (answer.path("statements").size() > 1) {
            throw Failure.of(Failure.Kind.BAD_INPUT, "failure.engine.several").exception();
        }
        List<Named> tables = new ArrayList<>();
        boolean readOnly = new TreeWalk(tables).reads(answer);
        return new Reading(readOnly, tables);
    }

    private JsonNode serialize(String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepare(SERIALIZE)) {
            statement.setString(1, sql);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return JSON.readTree(rows.getString(1));
            }
        } catch (JsonProcessingException error) {
            throw new SQLException(error);
        }
    }

    private static RuntimeException syntax(JsonNode answer, String sql) {
        String message = answer.path("error_message").asText();
        Failure failure = Failure.of(Failure.Kind.BAD_INPUT, "failure.engine.syntax", message).withDetail(message);
        byte[] bytes = sql.getBytes(StandardCharsets.UTF_8);
        int offset = Math.min(bytes.length, answer.path("position").asInt(bytes.length));
        return failure.withPosition(new String(bytes, 0, offset, StandardCharsets.UTF_8).length()).exception();
    }

    /// What an EXPLAIN explains, blanked in front so that places stay right; empty for another statement.
    private static String explained(String sql) {
        List<Token> tokens = Tokens.solid(sql);
        if (tokens.isEmpty() || !tokens.getFirst().is(sql, "explain")) {
            return "";
        }
        int next = 1;
        if (next < tokens.size() && tokens.get(next).is(sql, "analyze")) {
            next++;
        }
        if (next < tokens.size() && tokens.get(next).is(sql, "(") && next + 1 < tokens.size() && optionWord(sql, tokens.get(next + 1))) {
            while (next < tokens.size() && !tokens.get(next).is(sql, ")")) {
                next++;
            }
            next++;
        }
        return next >= tokens.size() ? "" : " ".repeat(tokens.get(next).start()) + sql.substring(tokens.get(next).start());
    }

    private static boolean optionWord(String sql, Token token) {
        return token.is(sql, "format") || token.is(sql, "analyze");
    }

    /// A PIVOT without a list of values is more than one statement to the parser. It reads when no word in it could change anything.
    private static boolean pivots(String sql) {
        List<Token> tokens = Tokens.solid(sql);
        return tokens.stream().anyMatch(token -> token.is(sql, "pivot") || token.is(sql, "pivot_wider"))
                && tokens.stream().noneMatch(token -> token.is(sql, ";"))
                && tokens.stream().filter(token -> token.kind() == Token.Kind.WORD).map(token -> token.text(sql).toLowerCase(Locale.ROOT))
                        .noneMatch(word -> CHANGING.contains(word) || CHANGING_FUNCTIONS.contains(word));
    }

    /// Any `name.name` in the text, for statements that the parser does not take apart.
    static List<Named> namedIn(String sql) {
        List<Named> found = new ArrayList<>();
        List<Token> tokens = Tokens.solid(sql);
        for (int i = 0; i + 2 < tokens.size(); i++) {
            if (isName(tokens.get(i)) && tokens.get(i + 1).is(sql, ".") && isName(tokens.get(i + 2))) {
                TableName name = new TableName(bare(tokens.get(i).text(sql)), bare(tokens.get(i + 2).text(sql)));
                found.add(new Named(name, name.table(), List.of(), true));
            }
        }
        return found;
    }

    private static boolean isName(Token token) {
        return token.kind() == Token.Kind.WORD || token.kind() == Token.Kind.NAME;
    }

    private static String bare(String text) {
        String name = text.startsWith("\"") && text.length() > 1 ? text.substring(1, text.length() - 1).replace("\"\"", "\"") : text;
        return name.toLowerCase(Locale.ROOT);
    }

    static boolean changes(String function) {
        return CHANGING_FUNCTIONS.contains(function.toLowerCase(Locale.ROOT));
    }
}
