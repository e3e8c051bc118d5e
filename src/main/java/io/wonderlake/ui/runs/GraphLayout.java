package io.wonderlake.ui.runs;

import io.wonderlake.pipeline.Pipelines.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Where the steps of a graph stand: in columns from left to right, each right of all that it follows. A step that holds others stands left of
/// them, and what follows it follows them.
record GraphLayout(Map<String, Place> places, List<Edge> edges, int columns, int rows) {

    /// Column and row, counted from 0.
    record Place(int column, int row) { }

    record Edge(String from, String to) { }

    static GraphLayout of(List<Node> nodes) {
        Map<String, Node> byName = new LinkedHashMap<>();
        nodes.forEach(node -> byName.putIfAbsent(node.step(), node));
        Map<String, List<String>> before = before(byName);
        Map<String, List<String>> onwards = withoutLoops(before);
        Map<String, Integer> columns = new HashMap<>();
        byName.keySet().forEach(name -> column(name, onwards, columns));
        Map<Integer, Integer> heights = new HashMap<>();
        Map<String, Place> places = new LinkedHashMap<>();
        for (String name : byName.keySet()) {
            int column = columns.get(name);
            places.put(name, new Place(column, heights.merge(column, 1, Integer::sum) - 1));
        }
        List<Edge> edges = new ArrayList<>();
        before.forEach((to, froms) -> froms.forEach(from -> edges.add(new Edge(from, to))));
        int width = columns.values().stream().mapToInt(column -> column + 1).max().orElse(0);
        return new GraphLayout(places, edges, width, heights.values().stream().mapToInt(height -> height).max().orElse(0));
    }

    private static Map<String, List<String>> before(Map<String, Node> nodes) {
        Map<String, List<String>> before = new LinkedHashMap<>();
        for (Node node : nodes.values()) {
            List<String> names = new ArrayList<>();
            node.after().stream().filter(nodes::containsKey).forEach(after -> names.addAll(ends(after, nodes, new HashSet<>())));
            if (names.isEmpty() && nodes.containsKey(node.within())) {
                names.add(node.within());
            }
            before.put(node.step(), names.stream().distinct().toList());
        }
        return before;
    }

    /// The last steps within a step, or itself where it holds none.
    private static List<String> ends(String name, Map<String, Node> nodes, Set<String> seen) {
        List<Node> inside = nodes.values().stream().filter(node -> node.within().equals(name)).toList();
        if (inside.isEmpty() || !seen.add(name)) {
            return List.of(name);
        }
        return inside.stream().filter(node -> inside.stream().noneMatch(other -> other.after().contains(node.step())))
                .flatMap(node -> ends(node.step(), nodes, seen).stream()).toList();
    }

    /// What each step follows, without the ways that lead back to an earlier step.
    private static Map<String, List<String>> withoutLoops(Map<String, List<String>> before) {
        Map<String, List<String>> after = new LinkedHashMap<>();
        before.forEach((to, froms) -> froms.forEach(from -> after.computeIfAbsent(from, _ -> new ArrayList<>()).add(to)));
        Map<String, List<String>> kept = new LinkedHashMap<>();
        before.keySet().forEach(name -> kept.put(name, new ArrayList<>()));
        Set<String> done = new HashSet<>();
        before.keySet().forEach(name -> walk(name, after, kept, new HashSet<>(), done));
        return kept;
    }

    private static void walk(String name, Map<String, List<String>> after, Map<String, List<String>> kept, Set<String> path, Set<String> done) {
        if (!done.add(name)) {
            return;
        }
        path.add(name);
        for (String next : after.getOrDefault(name, List.of())) {
            if (!path.contains(next)) {
                kept.get(next).add(name);
                walk(next, after, kept, path, done);
            }
        }
        path.remove(name);
    }

    private static int column(String name, Map<String, List<String>> before, Map<String, Integer> known) {
        Integer there = known.get(name);
        if (there == null) {
            there = before.get(name).stream().mapToInt(from -> column(from, before, known) + 1).max().orElse(0);
            known.put(name, there);
        }
        return there;
    }
}
