package io.wonderlake.pipeline.aws;

import io.wonderlake.lake.aws.AwsAccount;
import io.wonderlake.lake.aws.Permission;
import io.wonderlake.work.Job;
import io.wonderlake.work.Probe;
import io.wonderlake.work.Strings;
import java.util.List;
import java.util.function.Consumer;

/// Looks whether what runs pipelines can be listed, and their logs be found.
public final class RunProbes {
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
                probes.probe(Strings.text("probe.logs"), "logs:DescribeLogGroups", each -> each.logs().describeLogGroups(r -> r.limit(1))));
    }

    private Probe probe(String subject, String action, Consumer<Services> call) {
        return new Probe(subject, job -> look(action, call, job));
    }

    private Probe.Finding look(String action, Consumer<Services> call, Job job) {
        services.account().call(Permission.of(action), job, () -> {
            call.accept(services);
            return true;
        });
        return Probe.Finding.well(Strings.text("probe.list.well"));
    }
}
