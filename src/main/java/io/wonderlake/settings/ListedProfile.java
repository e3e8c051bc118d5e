package io.wonderlake.settings;

import io.wonderlake.lake.LakeProfile;
import io.wonderlake.work.Failure;

/// A profile in the list of all: one that can be opened, or what is wrong with its file.
public sealed interface ListedProfile {
    String name();

    record Ready(LakeProfile profile) implements ListedProfile {
        @Override
        public String name() {
            return profile.name();
        }
    }

    record Broken(String name, Failure failure) implements ListedProfile { }
}
