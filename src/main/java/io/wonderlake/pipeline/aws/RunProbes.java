package io.wonderlake.pipeline.aws;

import io.wonderlake.lake.aws.AwsAccount;
import io.wonderlake.lake.aws.Permission;
import io.wonderlake.work.Job;
import io.wonderlake.work.Probe;
import io.wonderlake.work.Strings;
import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourceNotFoundException;

/// Looks whether what runs pipelines can be listed, and their logs be read.
public final class RunProbes {
    private static final String GROUP = "/aws-glue/crawlers";

    private final Services services;

    private RunProbes(AwsAccount account) {
        this.services = new Services(account);
    }

    public static List<Probe> of(AwsAccount account) {
        RunProbes probes = new RunProbes(account);
        return List.of(
                probes.probe(Strings.text("probe.machines"), "states:ListStateMachines", each -> each.steps().listStateMachines(r -> r.maxResults(1))),
                probes.probe(Strings.text("probe.jobs"), "glue:ListJobs", each -> each.glue().listJobs(r -> r.maxResults(1))),
                probes.probe(Strings.text("probe.crawlers"), "glue:ListCrawlers", each -> each.glue().listCrawlers(r -> r.maxResults(1))),
                new Probe(Strings.text("probe.logs"), probes::logs));
    }

    private Probe probe(String subject, String action, Consumer<Services> call) {
        return new Probe(subject, job -> look(action, call, job));
    }

    /// Reads a line of a log that may be there; whether one is tells nothing.
    private Probe.Finding logs(Job job) {
        Permission permission = Permission.of("logs:FilterLogEvents", "arn:aws:logs:" + services.account().profile().region() + ":*:log-group:/aws-glue/*");
        services.account().call(permission, job, () -> {
            try {
                return services.logs().filterLogEvents(r -> r.logGroupName(GROUP).limit(1)).hasEvents();
            } catch (ResourceNotFoundException nothingLoggedYet) {
                return false;
            }
        });
        return Probe.Finding.well(Strings.text("probe.logs.well"));
    }

    private Probe.Finding look(String action, Consumer<Services> call, Job job) {
        services.account().call(Permission.of(action), job, () -> {
            call.accept(services);
            return true;
        });
        return Probe.Finding.well(Strings.text("probe.list.well"));
    }
}
