package io.wonderlake.lake.aws;

import io.wonderlake.work.Failure;
import io.wonderlake.work.Spelling;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileFileSystemSetting;

/// The profiles in the user's AWS files, `~/.aws/config` and `~/.aws/credentials`. Nothing of what stands there is repeated but names.
record AwsFiles(ProfileFile content) {
    static final String USUAL = "default";

    /// The files as they are now; files that are not there are empty.
    static AwsFiles read() {
        try {
            return new AwsFiles(ProfileFile.defaultProfileFile());
        } catch (IllegalArgumentException | IllegalStateException | UncheckedIOException | SdkClientException broken) {
            String files = ProfileFileSystemSetting.AWS_CONFIG_FILE.getStringValue().orElse("~/.aws/config") + ", "
                    + ProfileFileSystemSetting.AWS_SHARED_CREDENTIALS_FILE.getStringValue().orElse("~/.aws/credentials");
            throw Failure.of(Failure.Kind.SIGN_IN, "failure.aws.files", files, String.valueOf(broken.getMessage())).exception();
        }
    }

    /// The profile that is used when none is named.
    static String usual() {
        return ProfileFileSystemSetting.AWS_PROFILE.getStringValue().orElse(USUAL);
    }

    Optional<Profile> find(String name) {
        return content.profile(name);
    }

    Profile require(String name) {
        return find(name).orElseThrow(() -> missing(name).exception());
    }

    private Failure missing(String name) {
        SortedSet<String> names = new TreeSet<>(content.profiles().keySet());
        if (names.isEmpty()) {
            return Failure.of(Failure.Kind.SIGN_IN, "failure.aws.profile.none", name);
        }
        Failure failure = Failure.of(Failure.Kind.SIGN_IN, "failure.aws.profile", name, String.join(", ", names));
        return Spelling.nearest(name, names, each -> each).map(failure::withNearest).orElse(failure);
    }

    /// What a section `[sso-session NAME]` says.
    Optional<Profile> ssoSession(String name) {
        return content.getSection("sso-session", name);
    }
}
