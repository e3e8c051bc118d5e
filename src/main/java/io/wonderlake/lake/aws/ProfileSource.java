package io.wonderlake.lake.aws;

import io.wonderlake.work.Failure;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileProperty;

/// Where the credentials of one profile of the AWS files come from: its own keys, process or login as the SDK reads them, or a role that
/// those of another profile may take. Roles are taken here, because the SDK knows nothing of token codes.
final class ProfileSource {
    private final AwsFiles files;
    private final RoleSession.Maker roles;

    ProfileSource(AwsFiles files, RoleSession.Maker roles) {
        this.files = files;
        this.roles = roles;
    }

    AwsCredentialsProvider of(String name) {
        return of(name, new LinkedHashSet<>());
    }

    /// The profile at the end of the chain, which has credentials of its own.
    Profile last(String name) {
        Set<String> seen = new LinkedHashSet<>();
        Profile at = files.require(name);
        while (source(at).isPresent()) {
            if (!seen.add(at.name())) {
                throw circle(seen);
            }
            at = files.require(source(at).get());
        }
        return at;
    }

    private AwsCredentialsProvider of(String name, Set<String> seen) {
        Profile profile = files.require(name);
        if (!seen.add(name)) {
            throw circle(seen);
        }
        Optional<String> source = source(profile);
        if (source.isPresent()) {
            return roles.make(profile, of(source.get(), seen));
        }
        if (role(profile).isPresent() && profile.property(ProfileProperty.CREDENTIAL_SOURCE).filter("Environment"::equals).isPresent()) {
            return roles.make(profile, EnvironmentVariableCredentialsProvider.create());
        }
        if (role(profile).isPresent() && profile.property(ProfileProperty.CREDENTIAL_SOURCE).isEmpty() && profile.property(ProfileProperty.WEB_IDENTITY_TOKEN_FILE).isEmpty()) {
            throw Failure.of(Failure.Kind.SIGN_IN, "failure.aws.role.source", name).exception();
        }
        return own(profile);
    }

    /// The credentials that a profile has without taking a role.
    ProfileCredentials own(Profile profile) {
        return new ProfileCredentials(files, profile, ProfileCredentialsProvider.builder().profileFile(files.content()).profileName(profile.name()).build());
    }

    private static Optional<String> source(Profile profile) {
        return role(profile).flatMap(_ -> profile.property(ProfileProperty.SOURCE_PROFILE));
    }

    private static Optional<String> role(Profile profile) {
        return profile.property(ProfileProperty.ROLE_ARN);
    }

    private static RuntimeException circle(Set<String> seen) {
        return Failure.of(Failure.Kind.SIGN_IN, "failure.aws.role.circle", String.join(", ", seen)).exception();
    }
}
