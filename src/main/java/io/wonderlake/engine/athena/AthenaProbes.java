package io.wonderlake.engine.athena;

import io.wonderlake.lake.S3Place;
import io.wonderlake.work.Failure;
import io.wonderlake.work.Formats;
import io.wonderlake.work.Probe;
import io.wonderlake.work.Strings;
import java.util.List;

/// Looks at the workgroup that statements run in, and whether results can be written where it says.
public final class AthenaProbes {
    private AthenaProbes() {
    }

    public static List<Probe> of(AthenaEngine engine) {
        return List.of(new Probe(Strings.text("probe.workgroup"), _ -> workgroup(engine)), new Probe(Strings.text("probe.output"), _ -> output(engine)));
    }

    private static Probe.Finding workgroup(AthenaEngine engine) {
        Workgroup group = engine.workgroup();
        if (!group.enabled()) {
            throw Failure.of(Failure.Kind.CONFLICT, "failure.probe.workgroup", group.name()).exception();
        }
        String limit = group.maxBytes().isPresent() ? Strings.text("probe.workgroup.limit", Formats.bytes(group.maxBytes().getAsLong())) : Strings.text("probe.workgroup.unlimited");
        String results = group.managed() ? Strings.text("probe.workgroup.managed") : Strings.text(group.enforced() ? "probe.workgroup.enforced" : "probe.workgroup.free");
        return Probe.Finding.well(Strings.text("probe.workgroup.well", group.name(), results, limit));
    }

    private static Probe.Finding output(AthenaEngine engine) {
        return Probe.Finding.well(engine.tryOutput().map(S3Place::toString).map(place -> Strings.text("probe.output.well", place)).orElseGet(() -> Strings.text("probe.output.managed")));
    }
}
