package io.wonderlake.pipeline;

import io.wonderlake.catalog.TableName;
import io.wonderlake.contract.Contract;
import io.wonderlake.lake.ObjectPath;
import io.wonderlake.work.Failure;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Expands a pipeline: names with `*` to datasets, contracts and models, and their references, rules and inputs to an order.
public final class Planner {

    private final Definitions definitions;
    private final Collection<Dataset> datasets;
    private final Predicate<TableName> published;

    /// `datasets`: those that have files; `published`: whether the catalog has a table already.
    public Planner(Definitions definitions, Collection<Dataset> datasets, Predicate<TableName> published) {
        this.definitions = definitions;
        this.datasets = datasets;
        this.published = published;
    }

    public Plan plan(String pipelineName) {
        Pipeline pipeline = definitions.pipeline(pipelineName);
        Map<String, Draft> drafts = new LinkedHashMap<>();
        for (Pipeline.Group group : pipeline.groups()) {
            for (Plan.Task task : tasks(pipeline, group)) {
                Draft draft = new Draft(group.name() + "." + task.table().table(), group, task);
                if (drafts.putIfAbsent(draft.name(), draft) != null) {
                    throw bad("failure.plan.twice", pipeline.file(), draft.name());
                }
            }
        }
        Map<TableName, String> makers = makers(pipeline, drafts.values());
        Map<String, Set<String>> edges = new LinkedHashMap<>();
        drafts.values().forEach(draft -> edges.put(draft.name(), edges(pipeline, draft, drafts.values(), makers)));
        return new Plan(pipeline, order(pipeline, drafts, edges));
    }

    private record Draft(String name, Pipeline.Group group, Plan.Task task) { }

    private List<Plan.Task> tasks(Pipeline pipeline, Pipeline.Group group) {
        List<Plan.Task> tasks = new ArrayList<>();
        for (String item : new LinkedHashSet<>(group.items())) {
            List<Plan.Task> found = switch (group.kind()) {
                case CRAWL -> datasets(item);
                case CONTRACTS -> contracts(item);
                case MODELS -> models(item);
            };
            if (found.isEmpty() && !item.contains("*")) {
                throw bad("failure.plan.unknown", pipeline.file(), group.name(), item);
            }
            found.stream().filter(task -> !tasks.contains(task)).forEach(tasks::add);
        }
        return tasks;
    }

    /// A broken contract stops its crawl too: it may name the columns of files without a header.
    private List<Plan.Task> datasets(String item) {
        failIfBroken(definitions.contracts().broken(), item, path -> path.name().replaceFirst("\\.yaml$", ""));
        return allDatasets().stream().filter(dataset -> matches(item, dataset.toString())).<Plan.Task>map(Plan.Task.Crawl::new).toList();
    }

    private Set<Dataset> allDatasets() {
        Set<Dataset> all = new TreeSet<>(datasets);
        definitions.contracts().all().forEach(contract -> all.add(dataset(contract)));
        return all;
    }

    private static Dataset dataset(Contract contract) {
        String[] parts = contract.reads().key().split("/");
        if (parts.length != 2) {
            throw bad("failure.plan.reads", contract.file(), contract.reads().toString());
        }
        return new Dataset(parts[0], parts[1]);
    }

    private List<Plan.Task> contracts(String item) {
        failIfBroken(definitions.contracts().broken(), item, path -> path.name().replaceFirst("\\.yaml$", ""));
        return definitions.contracts().all().stream().filter(contract -> matches(item, contract.id()))
                .sorted((a, b) -> a.id().compareTo(b.id())).<Plan.Task>map(Plan.Task.Curate::new).toList();
    }

    private List<Plan.Task> models(String item) {
        failIfBroken(definitions.models().broken(), item, Planner::tableOfFile);
        return definitions.models().all().stream().filter(model -> matches(item, model.table().toString()))
                .sorted((a, b) -> a.table().compareTo(b.table())).<Plan.Task>map(Plan.Task.Build::new).toList();
    }

    /// `config/models/analytics/tickit.sales_by_date.sql` makes `tickit_analytics.sales_by_date`.
    private static String tableOfFile(ObjectPath path) {
        String bare = path.name().replaceFirst("\\.sql$", "");
        int dot = bare.indexOf('.');
        return dot < 0 ? bare : bare.substring(0, dot) + "_" + path.parent().name() + bare.substring(dot);
    }

    private static void failIfBroken(Map<ObjectPath, Failure> broken, String item, Function<ObjectPath, String> name) {
        broken.entrySet().stream().filter(entry -> matches(item, name.apply(entry.getKey()))).sorted(Map.Entry.comparingByKey()).findFirst()
                .ifPresent(entry -> {
                    throw entry.getValue().exception();
                });
    }

    private static boolean matches(String item, String name) {
        String regex = Pattern.quote(item).replace("*", "\\E.*\\Q");
        return Pattern.matches(regex, name);
    }

    private static Map<TableName, String> makers(Pipeline pipeline, Collection<Draft> drafts) {
        Map<TableName, String> makers = new LinkedHashMap<>();
        for (Draft draft : drafts) {
            String other = makers.put(draft.task().table(), draft.name());
            if (other != null) {
                throw bad("failure.plan.makers", pipeline.file(), other, draft.name(), draft.task().table().toString());
            }
        }
        return makers;
    }

    private Set<String> edges(Pipeline pipeline, Draft draft, Collection<Draft> all, Map<TableName, String> makers) {
        Set<String> after = new TreeSet<>();
        for (TableName need : needs(draft.task())) {
            String maker = makers.get(need);
            if (maker != null) {
                after.add(maker);
            } else if (!published.test(need) && !isOwnRawTable(draft.task(), need)) {
                throw bad("failure.plan.input", definition(draft.task()).orElse(pipeline.file()), need.toString());
            }
        }
        all.stream().filter(other -> draft.group().after().contains(other.group().name())).forEach(other -> after.add(other.name()));
        after.remove(draft.name());
        return after;
    }

    /// A curate step without a crawl in its pipeline says itself what is missing.
    private static boolean isOwnRawTable(Plan.Task task, TableName need) {
        return task instanceof Plan.Task.Curate(Contract contract) && dataset(contract).table().equals(need);
    }

    private static Set<TableName> needs(Plan.Task task) {
        return switch (task) {
            case Plan.Task.Crawl _ -> Set.of();
            case Plan.Task.Curate(Contract contract) -> {
                Set<TableName> needs = new TreeSet<>(contract.needs());
                needs.add(dataset(contract).table());
                yield needs;
            }
            case Plan.Task.Build(Model model) -> model.needs();
        };
    }

    private static Optional<ObjectPath> definition(Plan.Task task) {
        return switch (task) {
            case Plan.Task.Crawl _ -> Optional.empty();
            case Plan.Task.Curate(Contract contract) -> Optional.of(contract.file());
            case Plan.Task.Build(Model model) -> Optional.of(model.file());
        };
    }

    private static List<Plan.Step> order(Pipeline pipeline, Map<String, Draft> drafts, Map<String, Set<String>> edges) {
        List<Plan.Step> steps = new ArrayList<>();
        Set<String> placed = new LinkedHashSet<>();
        while (placed.size() < drafts.size()) {
            List<Draft> ready = drafts.values().stream()
                    .filter(draft -> !placed.contains(draft.name()) && placed.containsAll(edges.get(draft.name()))).toList();
            if (ready.isEmpty()) {
                throw cycle(pipeline, drafts, edges, placed);
            }
            for (Draft draft : ready) {
                placed.add(draft.name());
                steps.add(new Plan.Step(draft.name(), draft.task(), edges.get(draft.name()), draft.group().retries(), draft.group().timeout()));
            }
        }
        return steps;
    }

    private static RuntimeException cycle(Pipeline pipeline, Map<String, Draft> drafts, Map<String, Set<String>> edges, Set<String> placed) {
        List<String> walk = new ArrayList<>();
        String at = drafts.keySet().stream().filter(name -> !placed.contains(name)).findFirst().orElseThrow();
        while (!walk.contains(at)) {
            walk.add(at);
            at = edges.get(at).stream().filter(name -> !placed.contains(name)).findFirst().orElseThrow();
        }
        List<String> ring = new ArrayList<>(walk.subList(walk.indexOf(at), walk.size()));
        ring.add(at);
        ObjectPath file = definition(drafts.get(at).task()).orElse(pipeline.file());
        return bad("failure.plan.cycle", file, String.join(" → ", ring));
    }

    private static RuntimeException bad(String key, ObjectPath file, String... arguments) {
        Object[] all = new Object[arguments.length + 1];
        all[0] = file.toString();
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return Failure.of(Failure.Kind.BAD_INPUT, key, all).exception();
    }
}
