package io.wonderlake.pipeline.local;

import io.wonderlake.catalog.TableName;
import io.wonderlake.lake.index.LakeIndex;
import io.wonderlake.lake.index.Lease;
import io.wonderlake.work.Failure;

/// The right to write a table.
final class TableLease {

    private TableLease() {
    }

    /// Fails with `CONFLICT` while another run writes the table.
    static Lease take(LakeIndex index, TableName table, StepContext context) {
        String name = "table:" + table;
        return index.tryLease(name, context.pipeline() + " #" + context.run()).orElseThrow(() -> Failure.of(Failure.Kind.CONFLICT, "failure.table.busy",
                table.toString(), index.leaseOwner(name).orElse("")).exception());
    }
}
