package io.wonderlake.lake.aws;

import io.wonderlake.lake.Documents;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a call needs to be allowed: an action of IAM on some resources.
///
/// @param action `s3:ListBucket`
/// @param resources names of resources (ARN) as a policy would say them; `*` where the action knows none
public record Permission(String action, List<String> resources) {
    public Permission {
        resources = List.copyOf(resources);
    }

    public static Permission of(String action, String... resources) {
        return new Permission(action, resources.length == 0 ? List.of("*") : List.of(resources));
    }

    /// The smallest policy that allows it, as JSON to copy.
    public String policy() {
        Map<String, Object> statement = new LinkedHashMap<>();
        statement.put("Effect", "Allow");
        statement.put("Action", action);
        statement.put("Resource", resources.size() == 1 ? resources.getFirst() : resources);
        Map<String, Object> policy = new LinkedHashMap<>();
        policy.put("Version", "2012-10-17");
        policy.put("Statement", List.of(statement));
        return Documents.writeJson(policy);
    }
}
