package io.wonderlake.pipeline;

import io.wonderlake.catalog.TableName;
import io.wonderlake.contract.Contract;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// A pipeline expanded to the steps of a run, each after those it depends on.
public record Plan(Pipeline pipeline, List<Step> steps) {

    public Plan {
        steps = List.copyOf(steps);
    }

    /// One step of a run.
    ///
    /// @param name `curate.sales`
    /// @param after names of the steps that must have ended well before
    public record Step(String name, Task task, Set<String> after, int retries, Duration timeout) {

        public Step {
            after = Set.copyOf(after);
        }
    }

    /// What a step does.
    public sealed interface Task {

        /// Looks at a dataset's files and publishes its raw table.
        record Crawl(Dataset dataset) implements Task { }

        /// Types a dataset's rows by its contract and publishes the curated table.
        record Curate(Contract contract) implements Task { }

        /// Makes a table by a SELECT and publishes it.
        record Build(Model model) implements Task { }

        /// The table that the step publishes.
        default TableName table() {
            return switch (this) {
                case Crawl(Dataset dataset) -> dataset.table();
                case Curate(Contract contract) -> contract.table();
                case Build(Model model) -> model.table();
            };
        }
    }

    public Optional<Step> find(String name) {
        return steps.stream().filter(step -> step.name().equals(name)).findFirst();
    }

    /// The steps before this one, which a run that begins here takes as they are.
    public Set<String> before(String name) {
        Set<String> names = new TreeSet<>();
        steps.stream().map(Step::name).takeWhile(step -> !step.equals(name)).forEach(names::add);
        return names;
    }
}
