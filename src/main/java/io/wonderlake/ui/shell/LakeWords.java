package io.wonderlake.ui.shell;

import io.wonderlake.lake.LakeProfile;
import io.wonderlake.work.Strings;

/// What the window says of a lake: its kind in a chip, its sign, and where it stands.
final class LakeWords {
    private LakeWords() {
    }

    static String kind(LakeProfile profile) {
        return switch (profile) {
            case LakeProfile.Local _ -> Strings.text("shell.lake.local");
            case LakeProfile.Aws aws -> Strings.text("shell.lake.aws", aws.region());
        };
    }

    static String icon(LakeProfile profile) {
        return switch (profile) {
            case LakeProfile.Local _ -> "fth-hard-drive";
            case LakeProfile.Aws _ -> "fth-cloud";
        };
    }

    static String icon(LakeChoice choice) {
        return switch (choice) {
            case LakeChoice.Practice _, LakeChoice.OfFolder _ -> "fth-hard-drive";
            case LakeChoice.OfProfile(LakeProfile profile) -> icon(profile);
            case LakeChoice.Broken _ -> "fth-alert-triangle";
        };
    }

    static String place(LakeChoice choice) {
        return switch (choice) {
            case LakeChoice.Practice _ -> Strings.text("shell.lake.local");
            case LakeChoice.OfFolder(var folder) -> folder.getParent() == null ? "" : folder.getParent().toString();
            case LakeChoice.OfProfile(LakeProfile profile) -> kind(profile);
            case LakeChoice.Broken _ -> Strings.text("shell.lakes.broken");
        };
    }
}
