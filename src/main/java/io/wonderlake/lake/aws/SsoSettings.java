package io.wonderlake.lake.aws;

import io.wonderlake.work.Failure;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileProperty;

/// What a profile of the AWS files says of its login in the browser (IAM Identity Center): with a section `sso-session` of its own, or, as it was
/// done before, all in the profile.
///
/// @param key what the session is kept under: name of the section, or the start page
/// @param scopes what is asked for; empty for a session that cannot be renewed by itself
record SsoSettings(String profile, String key, String startPage, String region, List<String> scopes) {
    private static final String SESSION = "sso_session";
    private static final String SCOPES = "sso_registration_scopes";

    static boolean uses(Profile profile) {
        return Stream.of(SESSION, ProfileProperty.SSO_START_URL, ProfileProperty.SSO_ACCOUNT_ID, ProfileProperty.SSO_ROLE_NAME).anyMatch(key -> profile.property(key).isPresent());
    }

    /// Empty for a profile without such a login; one that says only half of it is refused.
    static Optional<SsoSettings> of(AwsFiles files, Profile profile) {
        if (!uses(profile)) {
            return Optional.empty();
        }
        require(profile, profile, ProfileProperty.SSO_ACCOUNT_ID);
        require(profile, profile, ProfileProperty.SSO_ROLE_NAME);
        return Optional.of(profile.property(SESSION).map(name -> session(files, profile, name)).orElseGet(() -> {
            String page = require(profile, profile, ProfileProperty.SSO_START_URL);
            return new SsoSettings(profile.name(), page, page, require(profile, profile, ProfileProperty.SSO_REGION), List.of());
        }));
    }

    private static SsoSettings session(AwsFiles files, Profile profile, String name) {
        Profile session = files.ssoSession(name).orElseThrow(() -> Failure.of(Failure.Kind.SIGN_IN, "failure.aws.sso.session", profile.name(), name).exception());
        List<String> scopes = Arrays.stream(session.property(SCOPES).orElse("sso:account:access").split(",")).map(String::strip).filter(scope -> !scope.isEmpty()).toList();
        return new SsoSettings(profile.name(), name, require(profile, session, ProfileProperty.SSO_START_URL), require(profile, session, ProfileProperty.SSO_REGION), scopes);
    }

    private static String require(Profile profile, Profile section, String key) {
        return section.property(key).orElseThrow(() -> Failure.of(Failure.Kind.SIGN_IN, "failure.aws.sso.incomplete", profile.name(), key).exception());
    }
}
