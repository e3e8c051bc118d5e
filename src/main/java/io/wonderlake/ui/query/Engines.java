package io.wonderlake.ui.query;

import io.wonderlake.engine.QueryEngine;
import io.wonderlake.lake.LakeProfile;
import io.wonderlake.work.Strings;
import io.wonderlake.workspace.Workspace;
import java.util.List;
import java.util.Optional;

/// What queries of a lake can run on, and whether they may change anything.
///
/// @param all at least one; the first is the usual one
/// @param readOnly name of the lake where its profile forbids changes
/// @param colour of the profile; may be empty
public record Engines(List<Choice> all, Optional<String> readOnly, String colour) {

    /// One engine.
    ///
    /// @param where it computes, in a word: `this computer`, the name of a workgroup
    /// @param local whether it is the one on this computer
    public record Choice(QueryEngine engine, String where, boolean local) {
        public String name() {
            return engine.name();
        }
    }

    public Engines {
        all = List.copyOf(all);
    }

    public static Engines of(Workspace lake) {
        LakeProfile profile = lake.profile();
        return new Engines(lake.engines().stream().map(engine -> new Choice(engine, where(engine, lake), engine.name().equals(lake.local().name()))).toList(),
                profile.readOnly() ? Optional.of(profile.name()) : Optional.empty(), profile.colour());
    }

    public Choice usual() {
        return all.getFirst();
    }

    public boolean several() {
        return all.size() > 1;
    }

    /// The engine of this name; the usual one where the lake has none of that name.
    public Choice named(String name) {
        return all.stream().filter(choice -> choice.name().equals(name)).findFirst().orElse(usual());
    }

    private static String where(QueryEngine engine, Workspace lake) {
        if (engine.name().equals(lake.local().name())) {
            return Strings.text("query.engine.local");
        }
        return switch (lake.profile()) {
            case LakeProfile.Local _ -> "";
            case LakeProfile.Aws aws -> engine.billed() ? aws.athena().workgroup() : aws.region();
        };
    }
}
