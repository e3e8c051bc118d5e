package io.wonderlake.pipeline.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wonderlake.pipeline.Pipelines;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The definition of a state machine (Amazon States Language) as a graph: each state after those that lead to it, parts of Map and Parallel
/// states behind the state that they are within.
final class Definition {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int DEEPEST = 30;

    private final Map<String, JsonNode> states = new LinkedHashMap<>();
    private final Map<String, String> within = new LinkedHashMap<>();
    private final Map<String, Set<String>> after = new LinkedHashMap<>();

    private Definition() {
    }

    /// Empty for a text that is no definition.
    static List<Pipelines.Node> nodes(String text) {
        Definition definition = new Definition();
        try {
            definition.read(JSON.readTree(text), "", 0);
        } catch (JsonProcessingException noDefinition) {
            return List.of();
        }
        return definition.states.entrySet().stream().map(state -> new Pipelines.Node(state.getKey(), type(state.getValue()),
                List.copyOf(definition.after.getOrDefault(state.getKey(), Set.of())), definition.within.get(state.getKey()))).toList();
    }

    private void read(JsonNode machine, String parent, int depth) {
        JsonNode all = machine.path("States");
        Deque<String> waiting = new ArrayDeque<>(List.of(machine.path("StartAt").asText()));
        Set<String> seen = new LinkedHashSet<>(waiting);
        while (!waiting.isEmpty()) {
            String name = waiting.remove();
            JsonNode state = all.path(name);
            if (state.isObject()) {
                add(name, state, parent, depth);
                for (String next : next(state)) {
                    after.computeIfAbsent(next, _ -> new LinkedHashSet<>()).add(name);
                    if (seen.add(next)) {
                        waiting.add(next);
                    }
                }
            }
        }
    }

    private void add(String name, JsonNode state, String parent, int depth) {
        states.put(name, state);
        within.put(name, parent);
        if (depth < DEEPEST) {
            state.path("Branches").forEach(branch -> read(branch, name, depth + 1));
            read(state.path("ItemProcessor"), name, depth + 1);
            read(state.path("Iterator"), name, depth + 1);
        }
    }

    private static List<String> next(JsonNode state) {
        List<String> names = new ArrayList<>();
        names.add(state.path("Next").asText());
        state.path("Choices").forEach(choice -> names.add(choice.path("Next").asText()));
        names.add(state.path("Default").asText());
        state.path("Catch").forEach(caught -> names.add(caught.path("Next").asText()));
        return names.stream().filter(name -> !name.isEmpty()).distinct().toList();
    }

    /// `Choice`, `Task`, `Task glue:startJobRun.sync`
    private static String type(JsonNode state) {
        String type = state.path("Type").asText("State");
        String resource = state.path("Resource").asText();
        int service = resource.indexOf(":states:::");
        return service > 0 ? type + " " + resource.substring(service + ":states:::".length()) : resource.contains(":lambda:") ? type + " lambda" : type;
    }
}
