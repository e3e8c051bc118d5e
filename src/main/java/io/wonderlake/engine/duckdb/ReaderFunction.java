package io.wonderlake.engine.duckdb;

import io.wonderlake.catalog.Column;
import io.wonderlake.engine.FileReader;
import java.sql.SQLException;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBTableFunction;
import org.duckdb.DuckDBTableFunctionBindInfo;
import org.duckdb.DuckDBTableFunctionCallInfo;
import org.duckdb.DuckDBTableFunctionInitInfo;
import org.duckdb.DuckDBValue;

/// The table function of one reader: rows of the files of a [ReaderCall], one file after the other, only the columns that are asked for.
final class ReaderFunction implements DuckDBTableFunction<ReaderCall, ReaderRows, Object> {
    private final FileReader reader;
    private final AllowedFolders folders;

    ReaderFunction(FileReader reader, AllowedFolders folders) {
        this.reader = reader;
        this.folders = folders;
    }

    @Override
    public ReaderCall bind(DuckDBTableFunctionBindInfo info) throws SQLException {
        try (DuckDBValue argument = info.getParameter(0)) {
            ReaderCall call = ReaderCall.parse(argument.isNull() ? "" : argument.getString());
            for (Column column : call.columns()) {
                info.addResultColumn(column.name(), DuckDBColumnType.VARCHAR);
            }
            return call;
        } catch (RuntimeException error) {
            throw ReaderFunctions.carry(error);
        }
    }

    @Override
    public ReaderRows init(DuckDBTableFunctionInitInfo info) throws SQLException {
        info.setMaxThreads(1);
        ReaderCall call = info.getBindData();
        int[] wanted = new int[Math.toIntExact(info.getColumnCount())];
        for (int i = 0; i < wanted.length; i++) {
            wanted[i] = Math.toIntExact(info.getColumnIndex(i));
        }
        return new ReaderRows(reader, call, wanted, folders);
    }

    @Override
    public long apply(DuckDBTableFunctionCallInfo info, DuckDBDataChunkWriter chunk) throws SQLException {
        ReaderRows rows = info.getInitData();
        try {
            return rows.fill(chunk);
        } catch (RuntimeException error) {
            rows.close();
            throw ReaderFunctions.carry(error);
        }
    }
}
