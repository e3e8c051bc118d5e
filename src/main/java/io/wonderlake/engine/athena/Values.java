package io.wonderlake.engine.athena;

import io.wonderlake.catalog.Column;
import io.wonderlake.catalog.ColumnType;
import io.wonderlake.work.Failure;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Function;
import software.amazon.awssdk.services.athena.model.ColumnInfo;

/// Turns the text of one column of a result into values.
final class Values {
    private final Column column;
    private final Function<String, Object> reading;

    Values(ColumnInfo info) {
        String type = info.type();
        this.column = new Column(info.label() == null || info.label().isEmpty() ? info.name() : info.label(), type(type, info), "");
        this.reading = reading(type);
    }

    Column column() {
        return column;
    }

    Object of(String text) {
        try {
            return text == null ? null : reading.apply(text);
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            throw Failure.of(Failure.Kind.BAD_INPUT, "failure.athena.value", text, column.name(), column.type()).withOrigin(unreadable).exception();
        }
    }

    private static ColumnType type(String type, ColumnInfo info) {
        return new ColumnType(switch (type) {
            case "decimal" -> "decimal(" + info.precision() + "," + info.scale() + ")";
            case "unknown", "string" -> "varchar";
            default -> type;
        });
    }

    private static Function<String, Object> reading(String type) {
        return switch (type) {
            case "boolean" -> Values::flag;
            case "tinyint", "smallint", "integer", "int" -> Integer::valueOf;
            case "bigint" -> Long::valueOf;
            case "float", "real", "double" -> Double::valueOf;
            case "decimal" -> BigDecimal::new;
            case "date" -> LocalDate::parse;
            case "time" -> LocalTime::parse;
            case "timestamp" -> Values::timestamp;
            case "timestamp with time zone" -> Values::instant;
            case "varbinary" -> text -> HexFormat.of().parseHex(text.replaceAll("\\s|^0[xX]", ""));
            case "uuid" -> UUID::fromString;
            case "array", "map", "row" -> NestedText::json;
            default -> text -> text;
        };
    }

    private static Object flag(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static LocalDateTime timestamp(String text) {
        return LocalDateTime.parse(text.replace(' ', 'T'));
    }

    /// `2008-01-02 03:04:05.000 Europe/Berlin`
    private static OffsetDateTime instant(String text) {
        int space = text.lastIndexOf(' ');
        if (space < 0) {
            throw new IllegalArgumentException(text);
        }
        return timestamp(text.substring(0, space)).atZone(ZoneId.of(text.substring(space + 1))).toOffsetDateTime();
    }
}
