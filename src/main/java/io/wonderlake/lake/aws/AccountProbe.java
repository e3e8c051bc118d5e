package io.wonderlake.lake.aws;

import io.wonderlake.work.Job;
import io.wonderlake.work.Probe;
import io.wonderlake.work.Strings;

/// Looks as whom AWS knows the account, and where it is asked.
public final class AccountProbe {
    private AccountProbe() {
    }

    public static Probe of(AwsAccount account) {
        return new Probe(Strings.text("probe.account"), job -> look(account, job));
    }

    private static Probe.Finding look(AwsAccount account, Job job) {
        Identity who = account.whoAmI(job);
        String where = account.profile().endpoint().map(Object::toString).orElse(account.profile().region());
        return Probe.Finding.well(Strings.text("probe.account.well", who.arn(), who.account(), where));
    }
}
