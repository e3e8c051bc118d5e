package io.wonderlake.pipeline.local;

import io.wonderlake.contract.Contract;
import io.wonderlake.lake.Prefix;
import io.wonderlake.lake.Tier;

/// Where the bad rows of a run stand.
final class Quarantine {

    private Quarantine() {
    }

    /// `quarantine/<domain>/<dataset>/run=<id>/`
    static Prefix folder(Contract contract, long run) {
        return new Prefix(Tier.QUARANTINE, contract.reads().key()).folder("run=" + run);
    }
}
