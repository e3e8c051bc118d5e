package io.wonderlake.pipeline;

import io.wonderlake.catalog.Column;
import io.wonderlake.catalog.StorageFormat;
import io.wonderlake.contract.Contract;
import io.wonderlake.contract.ContractColumn;
import io.wonderlake.lake.ObjectPath;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A file of a dataset, as a crawl knows it.
///
/// @param modified with `size`: tells whether the file is still the one that was looked at
/// @param layout the layout that the dataset's contract fixed when it was looked at; empty when it was probed
/// @param facts empty when the file cannot be read
/// @param problem why it cannot be read; empty otherwise
public record RawFile(ObjectPath path, long size, Instant modified, Optional<StorageFormat> layout, Optional<Facts> facts, String problem) {

    /// What is in the file.
    ///
    /// @param columns names as the file's reader gives them, in file order
    /// @param rows data rows, the bad ones included
    /// @param badRows rows that do not fit the columns
    public record Facts(StorageFormat storage, List<Column> columns, long rows, long badRows) {

        public Facts {
            columns = List.copyOf(columns);
        }

        /// The columns under the names that the dataset's table gives them: a file without a header takes its contract's.
        public List<Column> named(Optional<Contract> contract) {
            if (contract.isEmpty() || !(storage instanceof StorageFormat.Text text) || text.header()) {
                return columns;
            }
            List<ContractColumn> agreed = contract.get().fileColumns();
            List<Column> named = new ArrayList<>();
            for (int i = 0; i < columns.size(); i++) {
                Column column = columns.get(i);
                named.add(i < agreed.size() ? new Column(agreed.get(i).fileName(), column.type(), agreed.get(i).description()) : column);
            }
            return named;
        }
    }

    RawFile named(Optional<Contract> contract) {
        return new RawFile(path, size, modified, layout,
                facts.map(known -> new Facts(known.storage(), known.named(contract), known.rows(), known.badRows())), problem);
    }
}
