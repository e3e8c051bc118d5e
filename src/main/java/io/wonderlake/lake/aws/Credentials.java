package io.wonderlake.lake.aws;

import io.wonderlake.lake.LakeProfile;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.SystemPropertyCredentialsProvider;
import software.amazon.awssdk.auth.credentials.WebIdentityTokenFileCredentialsProvider;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/// The credentials of a profile, found on first use: those of the AWS files that it names, else what the SDK finds.
/// The metadata service of cloud machines is never asked: a desktop would only wait for it.
final class Credentials implements AwsCredentialsProvider, AutoCloseable {
    private final LakeProfile.Aws profile;
    private AwsCredentialsProvider found;

    Credentials(LakeProfile.Aws profile, Prompts prompts) {
        this.profile = profile;
    }

    @Override
    public AwsCredentials resolveCredentials() {
        return found().resolveCredentials();
    }

    private synchronized AwsCredentialsProvider found() {
        if (found == null) {
            found = profile.awsProfile().<AwsCredentialsProvider>map(ProfileCredentialsProvider::create).orElseGet(Credentials::usual);
        }
        return found;
    }

    private static AwsCredentialsProvider usual() {
        return AwsCredentialsProviderChain.builder().credentialsProviders(SystemPropertyCredentialsProvider.create(), EnvironmentVariableCredentialsProvider.create(),
                ProfileCredentialsProvider.create(), WebIdentityTokenFileCredentialsProvider.create()).build();
    }

    @Override
    public synchronized void close() {
        if (found instanceof SdkAutoCloseable closing) {
            closing.close();
        }
        found = null;
    }
}
