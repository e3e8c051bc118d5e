package io.wonderlake.engine.athena;

import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.RecordType;
import io.wonderlake.work.Failure;
import io.wonderlake.work.FailureException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.concurrent.CancellationException;

/// The rows of a result object: every value in quotes, null an empty place without them.
final class ObjectRows implements RawRows {
    private static final int LONGEST_VALUE = 40_000_000;

    private final ResultStream stream;
    private final Iterator<String[]> records;
    private final ObjectAddress address;

    /// Reads the heading, too.
    ObjectRows(ResultStream stream, ObjectAddress address, int width) {
        this.stream = stream;
        this.address = address;
        this.records = CsvReader.builder().skipEmptyLines(false).maxBufferSize(LONGEST_VALUE)
                .build(new Fields(width), new InputStreamReader(stream, StandardCharsets.UTF_8)).iterator();
        next();
    }

    @Override
    public String[] next() {
        try {
            return records.hasNext() ? records.next() : null;
        } catch (CsvParseException broken) {
            throw cause(broken);
        }
    }

    /// What ended the reading, which the parser wraps.
    private RuntimeException cause(CsvParseException broken) {
        return switch (broken.getCause()) {
            case FailureException failed -> failed;
            case CancellationException unwanted -> unwanted;
            case null, default -> Failure.of(Failure.Kind.BAD_INPUT, "failure.athena.result.damaged", address, String.valueOf(broken.getMessage())).withOrigin(broken).exception();
        };
    }

    @Override
    public void abort() {
        stream.abort();
    }

    @Override
    public void close() {
        stream.close();
    }

    /// Makes an array of each record's values.
    private static final class Fields extends CsvCallbackHandler<String[]> {
        private final int width;
        private String[] values;
        private int count;

        Fields(int width) {
            this.width = width;
        }

        @Override
        protected RecordType getRecordType() {
            return RecordType.DATA;
        }

        @Override
        protected int getFieldCount() {
            return count;
        }

        @Override
        protected void beginRecord(long line) {
            values = new String[width];
            count = 0;
        }

        @Override
        protected void addField(char[] text, int offset, int length, boolean quoted) {
            if (count < width) {
                values[count] = quoted || length > 0 ? new String(text, offset, length) : null;
            }
            count++;
        }

        @Override
        protected void setComment(char[] text, int offset, int length) {
            addField(text, offset, length, false);
        }

        /// A line without anything is the null of a result of one column.
        @Override
        protected void setEmpty() {
            count = 1;
        }

        @Override
        protected String[] buildRecord() {
            if (count != width) {
                throw new IllegalStateException(count + " / " + width);
            }
            return values;
        }
    }
}
