package io.wonderlake.lake.aws;

import io.wonderlake.work.FailureException;
import java.util.List;

/// The names of the profiles in the user's AWS files, to choose from.
public final class AwsProfileNames {
    private AwsProfileNames() {
    }

    /// In order; none where the files are missing or cannot be read. Reads files: not for the UI thread.
    public static List<String> all() {
        try {
            return AwsFiles.read().content().profiles().keySet().stream().sorted().toList();
        } catch (FailureException unreadable) {
            return List.of();
        }
    }
}
