package io.wonderlake.format;

import io.wonderlake.catalog.Column;
import io.wonderlake.catalog.StorageFormat;
import io.wonderlake.engine.EngineSession;
import io.wonderlake.engine.LocalEngine;
import io.wonderlake.format.Fetch.Piece;
import io.wonderlake.format.Previews.Preview;
import io.wonderlake.work.Failure;
import io.wonderlake.work.FailureException;
import io.wonderlake.work.Strings;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/// Gets the footer and the first rows of a large Parquet object into a file of the object's full length, which has holes where nothing
/// was fetched. The engine decodes it where there are bytes; the rows that can be read are counted by the pages that are there whole.
final class ParquetHead {
    private static final int TAIL = 256 << 10;
    private static final int END = 8;
    private static final int LARGEST_FOOTER = 64 << 20;
    private static final int WHOLE_GROUP = 6 << 20;
    private static final int FIRST_SLICE = 1 << 20;
    private static final int LEAST_SLICE = 128 << 10;
    private static final int NEAR = 64 << 10;
    /// The engine takes rows in vectors of this size; one that reaches into a hole cannot be read.
    private static final int VECTOR = 2_048;

    private final LocalEngine engine;
    private final Fetch fetch;
    private final Path path;
    private final long most;
    private final String name;
    private final long size;

    /// @param path where the file is made
    /// @param most bytes that may be fetched for the rows
    ParquetHead(LocalEngine engine, Fetch fetch, Path path, long most) {
        this.engine = engine;
        this.fetch = fetch;
        this.path = path;
        this.most = most;
        this.name = fetch.entry().path().name();
        this.size = fetch.entry().size();
    }

    Preview open(long wanted) throws IOException {
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.SPARSE, StandardOpenOption.READ, StandardOpenOption.WRITE);
                EngineSession session = engine.session(fetch.job())) {
            long footer = footer(file);
            ParquetLayout layout = layout(session, footer);
            if (layout.encrypted()) {
                throw Trouble.encrypted(name).exception();
            }
            long readable = rows(file, layout, wanted);
            Preview preview = new Preview(path, facts(session, layout), readable, readable == layout.rows(), fetch.fetched());
            decode(session, preview);
            return preview;
        }
    }

    /// Gets the footer and returns where it begins.
    private long footer(FileChannel file) throws IOException {
        long from = Math.max(0, size - TAIL);
        fetch.get(file, List.of(new Piece(from, size)));
        ByteBuffer end = ByteBuffer.allocate(END).order(ByteOrder.LITTLE_ENDIAN);
        file.read(end, size - END);
        String mark = new String(end.array(), 4, 4, StandardCharsets.ISO_8859_1);
        if (mark.equals("PARE")) {
            throw Trouble.encrypted(name).exception();
        }
        int length = end.getInt(0);
        long begin = size - END - length;
        if (!mark.equals("PAR1") || length <= 0 || begin < 4) {
            throw damaged("format.place.footer").exception();
        }
        if (length > LARGEST_FOOTER) {
            throw Trouble.large(fetch.entry()).exception();
        }
        if (begin < from) {
            fetch.get(file, List.of(new Piece(begin, from)));
        }
        file.write(ByteBuffer.wrap("PAR1".getBytes(StandardCharsets.ISO_8859_1)), 0);
        return begin;
    }

    private ParquetLayout layout(EngineSession session, long footer) {
        try {
            return ParquetLayout.read(session, path, footer);
        } catch (FailureException error) {
            throw translated(error, "format.place.footer");
        }
    }

    private FileFacts facts(EngineSession session, ParquetLayout layout) {
        try {
            List<Column> columns = session.describe("select * from read_parquet(" + ParquetProbe.literal(path) + ", hive_partitioning=false)");
            return new FileFacts(new StorageFormat.Parquet(), "", columns, layout.rows(), 0, List.of(), List.of(), size);
        } catch (FailureException error) {
            throw translated(error, "format.place.footer");
        }
    }

    /// Gets the first rows; returns how many can be read.
    private long rows(FileChannel file, ParquetLayout layout, long wanted) throws IOException {
        long before = fetch.fetched();
        long readable = 0;
        for (ParquetLayout.Group group : layout.groups()) {
            if (readable >= wanted) {
                break;
            }
            long few = Math.min(group.rows(), VECTOR);
            long missing = Math.min(group.rows(), (wanted - readable + VECTOR - 1) / VECTOR * VECTOR);
            long here = group(file, group, few, before + most);
            here = here >= few && here < missing ? group(file, group, missing, before + most) : here;
            readable += here;
            if (here < group.rows()) {
                break;
            }
        }
        if (readable == 0 && layout.rows() > 0) {
            throw Trouble.large(fetch.entry()).exception();
        }
        return readable;
    }

    /// Gets the rows that are wanted of a group; where they take too much, as many as there is room for.
    private long group(FileChannel file, ParquetLayout.Group group, long wanted, long limit) throws IOException {
        List<ParquetChunk> chunks = group.chunks();
        boolean small = group.bytes() <= WHOLE_GROUP;
        for (ParquetChunk chunk : chunks) {
            long share = (long) ((double) (chunk.to() - chunk.from()) * wanted / Math.max(1, group.rows()) * 1.5);
            chunk.want(small || chunk.repeated() ? Long.MAX_VALUE / 2 : Math.clamp(share, LEAST_SLICE, FIRST_SLICE));
        }
        List<ParquetChunk> open = chunks;
        while (!open.isEmpty()) {
            List<Piece> pieces = pieces(open, small ? WHOLE_GROUP : NEAR);
            if (fetch.fetched() + pieces.stream().mapToLong(Piece::size).sum() > limit) {
                break;
            }
            fetch.get(file, pieces);
            for (ParquetChunk chunk : open) {
                arrived(file, chunk, wanted);
            }
            open = chunks.stream().filter(chunk -> !chunk.covers(wanted)).toList();
        }
        long rows = chunks.stream().mapToLong(ParquetChunk::rows).min().orElse(group.rows());
        return rows >= group.rows() ? group.rows() : rows / VECTOR * VECTOR;
    }

    private void arrived(FileChannel file, ParquetChunk chunk, long wanted) {
        try {
            chunk.arrived(file, chunk.wanted(), wanted);
        } catch (IOException error) {
            throw damaged("format.place.pages").withDetail(String.valueOf(error.getMessage())).withOrigin(error).exception();
        }
    }

    /// What is missing, neighbours put together.
    private static List<Piece> pieces(List<ParquetChunk> chunks, long near) {
        List<Piece> pieces = new ArrayList<>();
        chunks.stream().filter(chunk -> chunk.wanted() > chunk.fetched()).sorted((one, other) -> Long.compare(one.fetched(), other.fetched())).forEach(chunk -> {
            Piece piece = new Piece(chunk.fetched(), chunk.wanted());
            boolean joins = !pieces.isEmpty() && piece.from() - pieces.getLast().to() <= near;
            pieces.add(joins ? new Piece(pieces.getLast().from(), Math.max(pieces.removeLast().to(), piece.to())) : piece);
        });
        return pieces;
    }

    /// A file may be damaged behind a sound footer.
    private void decode(EngineSession session, Preview preview) {
        try {
            session.rows("select count(*), bit_xor(hash(file)) from (" + preview.sql(session) + ") as file");
        } catch (FailureException error) {
            throw translated(error, "format.place.pages");
        }
    }

    private FailureException translated(FailureException error, String part) {
        fetch.job().checkCancelled();
        Failure failure = error.failure();
        boolean ours = failure.kind() == Failure.Kind.DENIED || failure.kind() == Failure.Kind.NOT_FOUND;
        return ours ? error : damaged(part).withDetail(failure.detail().orElse(failure.message())).exception();
    }

    private Failure damaged(String part) {
        return Trouble.parquet(name, Strings.text(part));
    }
}
