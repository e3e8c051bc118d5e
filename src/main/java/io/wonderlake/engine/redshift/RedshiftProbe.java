package io.wonderlake.engine.redshift;

import io.wonderlake.work.Job;
import io.wonderlake.work.Probe;
import io.wonderlake.work.Strings;

/// Connects to the warehouse and looks who answers.
public final class RedshiftProbe {
    private RedshiftProbe() {
    }

    public static Probe of(RedshiftEngine engine) {
        return new Probe(engine.name(), job -> look(engine, job));
    }

    private static Probe.Finding look(RedshiftEngine engine, Job job) {
        RedshiftEngine.Server server = engine.server(job);
        return Probe.Finding.well(Strings.text("probe.redshift.well", server.database(), server.user()));
    }
}
