package io.wonderlake.result.export;

import io.wonderlake.catalog.Column;
import java.io.IOException;
import java.util.List;

/// Takes rows one after the other and writes them as some format. Begin once, add rows, close.
public interface RowSink extends AutoCloseable {

    void begin(List<Column> columns) throws IOException;

    /// Values as [io.wonderlake.engine.QueryRun#next] gives them.
    void add(Object[] row) throws IOException;

    /// Ends the document. Without `begin` it writes nothing.
    @Override
    void close() throws IOException;
}
