package io.wonderlake.pipeline.aws;

import io.wonderlake.lake.LakeProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Which names of an account belong to the lake: those that a profile lists, or begin as it says; all when it lists none.
record Scope(List<String> patterns) {
    private static final int MOST = 2_000;

    /// A page of names, and where the next one begins; the token is null or empty after the last.
    record Names(List<String> names, String token) { }

    /// All names of a service that belong to the lake, as far as there are not too many. `page` gets null for the first page.
    List<String> names(Function<String, Names> page) {
        List<String> found = new ArrayList<>();
        String token = null;
        do {
            Names now = page.apply(token);
            now.names().stream().filter(this::has).forEach(found::add);
            token = now.token();
        } while (token != null && !token.isEmpty() && found.size() < MOST);
        return List.copyOf(found);
    }

    boolean has(String name) {
        return LakeProfile.includes(patterns, name);
    }
}
