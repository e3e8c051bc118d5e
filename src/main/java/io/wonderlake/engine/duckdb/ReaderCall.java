package io.wonderlake.engine.duckdb;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wonderlake.catalog.Column;
import io.wonderlake.catalog.StorageFormat;
import io.wonderlake.work.Failure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/// What a reader's table function is asked for, as its one JSON argument.
///
/// @param files absolute paths
/// @param partitions for each file the values of the last `names`, by name
/// @param names declared columns, the partition columns last
/// @param types their types
/// @param partitionColumns how many of them are partition columns
record ReaderCall(List<String> files, List<Map<String, String>> partitions, StorageFormat format, List<String> names, List<String> types,
        int partitionColumns) {
    private static final ObjectMapper JSON = new ObjectMapper();

    ReaderCall {
        Objects.requireNonNull(format);
        if (files.size() != partitions.size() || names.size() != types.size() || partitionColumns < 0 || partitionColumns > names.size()) {
            throw new IllegalArgumentException("lists of different lengths");
        }
    }

    static ReaderCall of(Source source) {
        List<Column> columns = new ArrayList<>(source.columns());
        columns.addAll(source.partitionColumns());
        return new ReaderCall(source.files().stream().map(Path::toString).toList(),
                source.partitions(),
                source.format(), columns.stream().map(Column::name).toList(), columns.stream().map(column -> column.type().sql()).toList(),
                source.partitionColumns().size());
    }

    static ReaderCall parse(String json) {
        try {
            return Objects.requireNonNull(JSON.readValue(json, ReaderCall.class));
        } catch (JsonProcessingException | NullPointerException error) {
            throw Failure.of(Failure.Kind.BAD_INPUT, "failure.engine.reader").withOrigin(error).exception();
        }
    }

    String json() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException error) {
            throw new IllegalStateException(error);
        }
    }

    List<Column> columns() {
        return IntStream.range(0, names.size()).mapToObj(i -> new Column(names.get(i), types.get(i))).toList();
    }
}
