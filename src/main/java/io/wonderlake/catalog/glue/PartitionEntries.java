package io.wonderlake.catalog.glue;

import io.wonderlake.catalog.TableName;
import io.wonderlake.catalog.glue.PartitionCalls.Refused;
import io.wonderlake.work.Failure;
import io.wonderlake.work.Job;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.glue.model.PartitionInput;

/// Brings the partition entries of a table to what a publication wants, in batches as large as Glue takes. Each entry changes as a whole.
final class PartitionEntries {
    private static final String EXISTS = "AlreadyExistsException";
    private static final String MISSING = "EntityNotFoundException";

    private final PartitionCalls calls;

    PartitionEntries(PartitionCalls calls) {
        this.calls = calls;
    }

    /// Stops between two batches when `goOn` says no, for another publication came after; gives whether all is as wanted.
    boolean settle(TableName name, List<PartitionInput> wanted, BooleanSupplier goOn) {
        Map<List<String>, Entry> present = new ConcurrentHashMap<>();
        calls.each(name, new Job(name.toString()), page -> page.forEach(entry -> present.put(entry.values(), entry)));
        Map<List<String>, PartitionInput> inputs = new LinkedHashMap<>();
        wanted.forEach(input -> inputs.put(input.values(), input));
        List<PartitionInput> changed = inputs.values().stream().filter(input -> present.containsKey(input.values()) && !isAs(present.get(input.values()), input)).toList();
        List<PartitionInput> added = inputs.values().stream().filter(input -> !present.containsKey(input.values())).toList();
        Set<List<String>> gone = new HashSet<>(present.keySet());
        gone.removeAll(inputs.keySet());
        return write(name, changed, goOn, batch -> calls.update(name, batch), batch -> calls.create(name, batch), MISSING)
                && write(name, added, goOn, batch -> calls.create(name, batch), batch -> calls.update(name, batch), EXISTS)
                && delete(name, List.copyOf(gone), goOn);
    }

    private static boolean isAs(Entry present, PartitionInput input) {
        Map<String, String> parameters = input.parameters();
        return present.location().equals(input.storageDescriptor().location()) && present.bytes() == Marks.count(parameters, Marks.BYTES)
                && present.files() == Marks.count(parameters, Marks.FILES) && present.rows() == Marks.count(parameters, Marks.ROWS);
    }

    /// What another one added or deleted meanwhile (`expected`) is written the other way.
    private static boolean write(TableName name, List<PartitionInput> inputs, BooleanSupplier goOn, Function<List<PartitionInput>, List<Refused>> way,
            Function<List<PartitionInput>, List<Refused>> otherWay, String expected) {
        for (List<PartitionInput> batch : batches(inputs, PartitionCalls.MOST_WRITTEN)) {
            if (!goOn.getAsBoolean()) {
                return false;
            }
            List<Refused> refused = way.apply(batch);
            Set<List<String>> again = refused.stream().filter(each -> each.code().equals(expected)).map(Refused::values).collect(Collectors.toSet());
            demandNone(name, refused.stream().filter(each -> !again.contains(each.values())).toList());
            if (!again.isEmpty()) {
                demandNone(name, otherWay.apply(batch.stream().filter(input -> again.contains(input.values())).toList()));
            }
        }
        return true;
    }

    private boolean delete(TableName name, List<List<String>> gone, BooleanSupplier goOn) {
        for (List<List<String>> batch : batches(gone, PartitionCalls.MOST_DELETED)) {
            if (!goOn.getAsBoolean()) {
                return false;
            }
            demandNone(name, calls.delete(name, batch).stream().filter(each -> !each.code().equals(MISSING)).toList());
        }
        return true;
    }

    private static void demandNone(TableName name, Collection<Refused> refused) {
        refused.stream().findFirst().ifPresent(first -> {
            throw Failure.of(Failure.Kind.CONFLICT, "failure.glue.partitions", name.toString(), String.join("/", first.values()), first.message())
                    .withDetail(first.code() + ": " + first.message()).exception();
        });
    }

    static <T> List<List<T>> batches(List<T> all, int size) {
        List<List<T>> batches = new ArrayList<>();
        for (int from = 0; from < all.size(); from += size) {
            batches.add(all.subList(from, Math.min(all.size(), from + size)));
        }
        return batches;
    }
}
