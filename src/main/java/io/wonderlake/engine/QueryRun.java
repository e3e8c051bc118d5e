package io.wonderlake.engine;

import io.wonderlake.catalog.Column;
import java.util.List;

/// A statement that has begun to answer. Used by one thread; close it in any case.
public interface QueryRun extends AutoCloseable {

    /// The columns of the answer; empty for a statement without rows.
    List<Column> columns();

    /// The next rows, at most `max`; empty at the end. Values are null or one of Boolean, Integer, Long, Double, BigDecimal, BigInteger,
    /// String, LocalDate, LocalTime, LocalDateTime, OffsetDateTime, UUID, byte[]; nested values come as JSON text.
    List<Object[]> next(int max);

    /// What is known by now; complete once `next` has given the empty page.
    QueryStats stats();

    @Override
    void close();
}
