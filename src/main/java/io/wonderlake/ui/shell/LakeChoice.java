package io.wonderlake.ui.shell;

import io.wonderlake.lake.LakeProfile;
import io.wonderlake.settings.RecentLakes.Kind;
import io.wonderlake.settings.RecentLakes.Opened;
import io.wonderlake.work.Failure;
import java.nio.file.Path;

/// A lake that the window can be switched to, or why it cannot.
public sealed interface LakeChoice {

    /// What the user knows it by.
    String name();

    Opened opened();

    record Practice(String name) implements LakeChoice {
        @Override
        public Opened opened() {
            return Opened.PRACTICE;
        }
    }

    record OfProfile(LakeProfile profile) implements LakeChoice {
        @Override
        public String name() {
            return profile.name();
        }

        @Override
        public Opened opened() {
            return new Opened(Kind.PROFILE, name());
        }
    }

    /// A profile whose file is wrong.
    record Broken(String name, Failure failure) implements LakeChoice {
        @Override
        public Opened opened() {
            return new Opened(Kind.PROFILE, name);
        }
    }

    record OfFolder(Path folder) implements LakeChoice {
        @Override
        public String name() {
            return folder.getFileName() == null ? folder.toString() : folder.getFileName().toString();
        }

        @Override
        public Opened opened() {
            return new Opened(Kind.FOLDER, folder.toString());
        }
    }
}
