package io.wonderlake.lake.aws;

import com.fasterxml.jackson.databind.JsonNode;
import io.wonderlake.lake.Documents;
import io.wonderlake.work.FailureException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// Policies of IAM as people copy them: JSON.
///
/// @param actions what is allowed, by the resources that it is allowed on
public record Policies(Map<List<String>, SortedSet<String>> actions) {

    /// All that these policies allow together. Texts that are no policies are passed over.
    public static Policies of(Collection<String> texts) {
        Map<List<String>, SortedSet<String>> actions = new LinkedHashMap<>();
        for (String text : texts) {
            statements(text).ifPresent(statements -> statements.forEach(statement -> actions.computeIfAbsent(texts(statement.path("Resource")), _ -> new TreeSet<>())
                    .addAll(texts(statement.path("Action")))));
        }
        return new Policies(actions);
    }

    private static Optional<JsonNode> statements(String text) {
        try {
            JsonNode policy = Documents.readJson(text, JsonNode.class, "policy");
            return Optional.of(policy.path("Statement")).filter(JsonNode::isArray);
        } catch (FailureException _) {
            return Optional.empty();
        }
    }

    private static List<String> texts(JsonNode value) {
        List<String> texts = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(each -> texts.add(each.asText()));
        } else {
            texts.add(value.asText());
        }
        return texts;
    }

    public SortedSet<String> allActions() {
        SortedSet<String> all = new TreeSet<>();
        actions.values().forEach(all::addAll);
        return all;
    }

    /// One policy that allows it all.
    public String json() {
        List<Map<String, Object>> statements = new ArrayList<>();
        actions.forEach((resources, allowed) -> {
            Map<String, Object> statement = new LinkedHashMap<>();
            statement.put("Effect", "Allow");
            statement.put("Action", plain(List.copyOf(allowed)));
            statement.put("Resource", plain(resources));
            statements.add(statement);
        });
        Map<String, Object> policy = new LinkedHashMap<>();
        policy.put("Version", "2012-10-17");
        policy.put("Statement", statements);
        return Documents.writeJson(policy);
    }

    private static Object plain(List<String> texts) {
        return texts.size() == 1 ? texts.getFirst() : texts;
    }
}
