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

    /// Resources as a policy would name them.
    String job(String name) {
        return resource("glue", "job/" + name);
    }

    String crawler(String name) {
        return resource("glue", "crawler/" + name);
    }

    String group(String name) {
        return resource("logs", "log-group:" + name + ":*");
    }

    private String resource(String service, String name) {
        return "arn:aws:" + service + ":" + account.profile().region() + ":*:" + name;
    }

    /// All executions of the machine that this one is of.
    static String executions(String execution) {
        return execution.substring(0, execution.lastIndexOf(':') + 1) + "*";
    }

    <T> T call(String action, String resource, Supplier<T> call) {
        return account.call(Permission.of(action, resource), call);
    }
}
