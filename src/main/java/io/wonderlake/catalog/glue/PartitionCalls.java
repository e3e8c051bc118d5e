package io.wonderlake.catalog.glue;

import io.wonderlake.catalog.TableName;
import io.wonderlake.work.Job;
import io.wonderlake.work.SideBySide;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.services.glue.model.BatchUpdatePartitionRequestEntry;
import software.amazon.awssdk.services.glue.model.EntityNotFoundException;
import software.amazon.awssdk.services.glue.model.ErrorDetail;
import software.amazon.awssdk.services.glue.model.GetPartitionsResponse;
import software.amazon.awssdk.services.glue.model.PartitionInput;
import software.amazon.awssdk.services.glue.model.PartitionValueList;
import software.amazon.awssdk.services.glue.model.Segment;

/// What is asked of Glue about the partitions of a table.
final class PartitionCalls {
    private static final int PAGE = 1_000;
    private static final int SEGMENTS = 8;
    static final int MOST_WRITTEN = 100;
    static final int MOST_DELETED = 25;

    private final GlueCalls calls;

    PartitionCalls(GlueCalls calls) {
        this.calls = calls;
    }

    /// What became of a partition that was not taken.
    record Refused(List<String> values, String code, String message) { }

    /// Hands over all partitions, page by page, in no order. A table with more than one page is read in segments side by side;
    /// then `then` is called from several threads.
    void each(TableName name, Job job, Consumer<List<Entry>> then) {
        GetPartitionsResponse first = page(name, job, null, null);
        if (isLast(first)) {
            then.accept(entries(first));
            return;
        }
        try (SideBySide threads = new SideBySide(job, SEGMENTS)) {
            for (int number = 0; number < SEGMENTS; number++) {
                Segment segment = Segment.builder().segmentNumber(number).totalSegments(SEGMENTS).build();
                threads.start(() -> segment(name, job, segment, then));
            }
            threads.finish();
        }
    }

    private void segment(TableName name, Job job, Segment segment, Consumer<List<Entry>> then) {
        String token = null;
        GetPartitionsResponse page;
        do {
            page = page(name, job, segment, token);
            then.accept(entries(page));
            token = page.nextToken();
        } while (!isLast(page));
    }

    private GetPartitionsResponse page(TableName name, Job job, Segment segment, String token) {
        return calls.call(calls.resources().onTable("GetPartitions", name), job, () -> {
            try {
                return calls.client().getPartitions(r -> r.databaseName(name.database()).tableName(name.table()).excludeColumnSchema(true).maxResults(PAGE)
                        .segment(segment).nextToken(token));
            } catch (EntityNotFoundException dropped) {
                return GetPartitionsResponse.builder().build();
            }
        });
    }

    private static boolean isLast(GetPartitionsResponse page) {
        return page.nextToken() == null || page.nextToken().isEmpty();
    }

    private static List<Entry> entries(GetPartitionsResponse page) {
        return page.partitions().stream().map(Entry::of).toList();
    }

    List<Refused> create(TableName name, Collection<PartitionInput> inputs) {
        return calls.call(calls.resources().onTable("BatchCreatePartition", name),
                () -> calls.client().batchCreatePartition(r -> r.databaseName(name.database()).tableName(name.table()).partitionInputList(inputs)))
                .errors().stream().map(error -> refused(error.partitionValues(), error.errorDetail())).toList();
    }

    List<Refused> update(TableName name, Collection<PartitionInput> inputs) {
        List<BatchUpdatePartitionRequestEntry> entries = inputs.stream()
                .map(input -> BatchUpdatePartitionRequestEntry.builder().partitionValueList(input.values()).partitionInput(input).build()).toList();
        return calls.call(calls.resources().onTable("BatchUpdatePartition", name),
                () -> calls.client().batchUpdatePartition(r -> r.databaseName(name.database()).tableName(name.table()).entries(entries)))
                .errors().stream().map(error -> refused(error.partitionValueList(), error.errorDetail())).toList();
    }

    List<Refused> delete(TableName name, Collection<List<String>> values) {
        List<PartitionValueList> lists = values.stream().map(each -> PartitionValueList.builder().values(each).build()).toList();
        return calls.call(calls.resources().onTable("BatchDeletePartition", name),
                () -> calls.client().batchDeletePartition(r -> r.databaseName(name.database()).tableName(name.table()).partitionsToDelete(lists)))
                .errors().stream().map(error -> refused(error.partitionValues(), error.errorDetail())).toList();
    }

    private static Refused refused(List<String> values, ErrorDetail detail) {
        return new Refused(values, detail == null ? "" : TableReading.text(detail.errorCode()), detail == null ? "" : TableReading.text(detail.errorMessage()));
    }
}
