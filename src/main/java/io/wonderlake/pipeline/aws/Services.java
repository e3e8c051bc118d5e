package io.wonderlake.pipeline.aws;

import io.wonderlake.lake.aws.AwsAccount;
import io.wonderlake.lake.aws.Permission;
import java.util.function.Supplier;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.sfn.SfnClient;

/// The services that runs come from, each client made when it is first needed.
final class Services {
    private final AwsAccount account;
    private SfnClient steps;
    private GlueClient glue;
    private CloudWatchLogsClient logs;

    Services(AwsAccount account) {
        this.account = account;
    }

    AwsAccount account() {
        return account;
    }

    synchronized SfnClient steps() {
        if (steps == null) {
            steps = account.build(SfnClient.builder());
        }
        return steps;
    }

    synchronized GlueClient glue() {
        if (glue == null) {
            glue = account.build(GlueClient.builder());
        }
        return glue;
    }

    synchronized CloudWatchLogsClient logs() {
        if (logs == null) {
            logs = account.build(CloudWatchLogsClient.builder());
        }
        return logs;
    }

    <T> T call(String action, String resource, Supplier<T> call) {
        return account.call(Permission.of(action, resource), call);
    }
}
