package io.wonderlake.format;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericFixed;

/// How values of one Avro type become values of a column. Instants become timestamps in UTC.
///
/// @param type in SQL's words
record AvroValue(String type, Function<Object, Object> convert) {
    private static final int WIDEST_DECIMAL = 38;

    Object of(Object value) {
        return value == null ? null : convert.apply(value);
    }

    static AvroValue of(Schema schema) {
        Schema bare = bare(schema);
        LogicalType logical = bare.getLogicalType();
        AvroValue known = logical == null ? null : logical(logical);
        return known != null ? known : switch (bare.getType()) {
            case BOOLEAN -> new AvroValue("boolean", Function.identity());
            case INT -> new AvroValue("integer", Function.identity());
            case LONG -> new AvroValue("bigint", Function.identity());
            case FLOAT -> new AvroValue("double", value -> Double.valueOf(value.toString()));
            case DOUBLE -> new AvroValue("double", Function.identity());
            case BYTES, FIXED -> new AvroValue("blob", AvroValue::bytes);
            case STRING, ENUM -> new AvroValue("varchar", Object::toString);
            case NULL -> new AvroValue("varchar", _ -> null);
            case RECORD, ARRAY, MAP, UNION -> new AvroValue("varchar", value -> GenericData.get().toString(value));
        };
    }

    private static Schema bare(Schema schema) {
        if (schema.getType() != Schema.Type.UNION) {
            return schema;
        }
        List<Schema> kinds = schema.getTypes().stream().filter(kind -> kind.getType() != Schema.Type.NULL).toList();
        return kinds.size() == 1 ? kinds.getFirst() : schema;
    }

    private static AvroValue logical(LogicalType logical) {
        return switch (logical) {
            case LogicalTypes.Decimal decimal -> decimal(decimal);
            case LogicalTypes.Date _ -> new AvroValue("date", value -> LocalDate.ofEpochDay((Integer) value));
            case LogicalTypes.TimeMillis _ -> time(1_000_000);
            case LogicalTypes.TimeMicros _ -> time(1_000);
            case LogicalTypes.TimestampMillis _ -> timestamp(ChronoUnit.MILLIS);
            case LogicalTypes.TimestampMicros _ -> timestamp(ChronoUnit.MICROS);
            case LogicalTypes.LocalTimestampMillis _ -> timestamp(ChronoUnit.MILLIS);
            case LogicalTypes.LocalTimestampMicros _ -> timestamp(ChronoUnit.MICROS);
            default -> null;
        };
    }

    private static AvroValue decimal(LogicalTypes.Decimal decimal) {
        Function<Object, BigDecimal> number = value -> new BigDecimal(new BigInteger(bytes(value)), decimal.getScale());
        return decimal.getPrecision() <= WIDEST_DECIMAL
                ? new AvroValue("decimal(" + decimal.getPrecision() + "," + decimal.getScale() + ")", number::apply)
                : new AvroValue("varchar", value -> number.apply(value).toPlainString());
    }

    private static AvroValue time(long nanos) {
        return new AvroValue("time", value -> LocalTime.ofNanoOfDay(((Number) value).longValue() * nanos));
    }

    private static AvroValue timestamp(ChronoUnit unit) {
        return new AvroValue("timestamp", value -> LocalDateTime.ofInstant(Instant.EPOCH.plus((Long) value, unit), ZoneOffset.UTC));
    }

    private static byte[] bytes(Object value) {
        if (value instanceof GenericFixed fixed) {
            return fixed.bytes();
        }
        ByteBuffer buffer = ((ByteBuffer) value).duplicate();
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }
}
