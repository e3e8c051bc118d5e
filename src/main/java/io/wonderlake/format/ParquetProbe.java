package io.wonderlake.format;

import io.wonderlake.catalog.Column;
import io.wonderlake.catalog.StorageFormat;
import io.wonderlake.engine.EngineSession;
import io.wonderlake.engine.LocalEngine;
import io.wonderlake.work.Failure;
import io.wonderlake.work.FailureException;
import io.wonderlake.work.Job;
import io.wonderlake.work.Progress;
import io.wonderlake.work.Strings;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// Looks at a Parquet file: its footer, and then each of its pages, since a file may be damaged behind a sound footer.
final class ParquetProbe {
    private static final int TAIL = 8;

    private final LocalEngine engine;
    private final Job job;

    ParquetProbe(LocalEngine engine, Job job) {
        this.engine = engine;
        this.job = job;
    }

    FileFacts probe(Source source) {
        tail(source);
        job.report(new Progress(Strings.text("format.decoding"), 0, -1, Progress.Unit.BYTES));
        String part = Strings.text("format.place.footer");
        String relation = "read_parquet(" + literal(source.file()) + ", hive_partitioning=false)";
        try (EngineSession session = engine.session(job)) {
            List<Column> columns = session.describe("select * from " + relation);
            part = Strings.text("format.place.pages");
            Object[] answer = session.rows("select count(*), bit_xor(hash(file)) from " + relation + " as file").getFirst();
            long rows = ((Number) answer[0]).longValue();
            return new FileFacts(new StorageFormat.Parquet(), "", columns, rows, 0, List.of(), List.of(), source.size());
        } catch (FailureException error) {
            job.checkCancelled();
            throw translated(source, part, error.failure());
        }
    }

    private static FailureException translated(Source source, String part, Failure failure) {
        boolean ours = failure.kind() == Failure.Kind.DENIED || failure.kind() == Failure.Kind.NOT_FOUND;
        return (ours ? failure : Trouble.parquet(source.name(), part).withDetail(failure.detail().orElse(failure.message()))).exception();
    }

    /// A Parquet file ends with the length of its footer and its mark.
    private static void tail(Source source) {
        byte[] tail = new byte[TAIL];
        try (RandomAccessFile file = new RandomAccessFile(source.file().toFile(), "r")) {
            if (file.length() < TAIL + 4) {
                throw Trouble.parquet(source.name(), Strings.text("format.place.footer")).exception();
            }
            file.seek(file.length() - TAIL);
            file.readFully(tail);
            int length = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN).getInt();
            boolean whole = new String(tail, 4, 4, StandardCharsets.ISO_8859_1).equals("PAR1");
            if (!whole || length <= 0 || length > file.length() - TAIL - 4) {
                throw Trouble.parquet(source.name(), Strings.text("format.place.footer")).exception();
            }
        } catch (IOException error) {
            throw source.unreadable(error);
        }
    }

    /// The engine takes a name for a pattern; brackets make its signs plain.
    static String literal(Path file) {
        String plain = file.toAbsolutePath().toString().replaceAll("[*?\\[]", "[$0]");
        return "'" + plain.replace("'", "''") + "'";
    }
}
