package io.wonderlake.pipeline.aws;

import java.util.List;

/// The log of a run of a Glue job: nothing of its own, but groups for what it printed and what it logged.
final class JobLog implements LogPages {
    private final Services services;
    private final String base;
    private final GroupLog.Wanted wanted;
    private boolean told;

    JobLog(Services services, String base, GroupLog.Wanted wanted) {
        this.services = services;
        this.base = base;
        this.wanted = wanted;
    }

    @Override
    public Page next() {
        List<LogPages> groups = told ? List.of() : List.of(GroupLog.ofStreams(services, base + "/output", wanted, true),
                GroupLog.ofStreams(services, base + "/error", wanted, true), GroupLog.ofStreams(services, base + "/logs-v2", wanted, false));
        told = true;
        return new Page(List.of(), groups, false);
    }
}
