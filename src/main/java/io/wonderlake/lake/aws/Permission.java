package io.wonderlake.lake.aws;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;

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
        return new Policies(Map.of(resources, new TreeSet<>(List.of(action)))).json();
    }
}
