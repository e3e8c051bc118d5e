package io.wonderlake.engine.athena;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Says an error of the database behind the fake as Athena would: code, line and column, message.
final class AthenaWords {
    private static final Pattern COLUMN = Pattern.compile("Referenced column \"(.+?)\" not found");
    private static final Pattern TABLE = Pattern.compile("Table with name (\\S+) does not exist");

    private AthenaWords() {
    }

    static String of(String raw, String sql) {
        JsonNode parts = parts(raw);
        String message = parts.path("exception_message").asText(raw).lines().findFirst().orElse("");
        String place = parts.has("position") ? place(sql, parts.path("position").asInt()) : "";
        Matcher column = COLUMN.matcher(message);
        if (column.find()) {
            return "COLUMN_NOT_FOUND: " + place + "Column '" + column.group(1) + "' cannot be resolved or requester is not authorized to access requested resources";
        }
        Matcher table = TABLE.matcher(message);
        if (table.find()) {
            return "TABLE_NOT_FOUND: " + place + "Table 'awsdatacatalog." + table.group(1) + "' does not exist";
        }
        return switch (parts.path("exception_type").asText()) {
            case "Parser" -> "SYNTAX_ERROR: " + place + message;
            case "Conversion" -> "INVALID_CAST_ARGUMENT: " + message;
            default -> "GENERIC_USER_ERROR: " + place + message;
        };
    }

    private static String place(String sql, int bytes) {
        String before = new String(sql.getBytes(StandardCharsets.UTF_8), 0, bytes, StandardCharsets.UTF_8);
        long line = before.chars().filter(c -> c == '\n').count() + 1;
        int start = before.lastIndexOf('\n') + 1;
        return "line " + line + ":" + (before.codePointCount(start, before.length()) + 1) + ": ";
    }

    private static JsonNode parts(String raw) {
        ObjectMapper json = new ObjectMapper();
        int brace = raw.indexOf('{');
        try {
            return brace < 0 ? json.createObjectNode() : json.readTree(raw.substring(brace));
        } catch (JsonProcessingException plain) {
            return json.createObjectNode();
        }
    }
}
