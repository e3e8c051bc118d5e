package io.wonderlake.pipeline.aws;

import java.util.List;

/// Which names of an account belong to the lake: those that a profile lists, or begin as it says; all when it lists none.
record Scope(List<String> patterns) {
    boolean has(String name) {
        return patterns.isEmpty() || patterns.stream().anyMatch(pattern -> pattern.endsWith("*")
                ? name.startsWith(pattern.substring(0, pattern.length() - 1)) : name.equals(pattern));
    }
}
