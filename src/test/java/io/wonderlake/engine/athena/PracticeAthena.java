package io.wonderlake.engine.athena;

import io.wonderlake.catalog.Catalog;
import io.wonderlake.engine.Query;
import io.wonderlake.engine.QueryRun;
import io.wonderlake.lake.LakeProfile;
import io.wonderlake.lake.aws.AwsAccount;
import io.wonderlake.lake.aws.FakeAws;
import io.wonderlake.work.Failure;
import io.wonderlake.work.FailureException;
import io.wonderlake.work.Job;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.assertj.core.api.Assertions;

/// An engine on a fake Athena, for tests.
final class PracticeAthena implements AutoCloseable {
    final FakeAthena athena;
    private final List<AwsAccount> accounts = new ArrayList<>();
    AthenaEngine engine;

    PracticeAthena(Path folder) {
        athena = new FakeAthena(folder);
        engine = new AthenaEngine(account(profile -> profile));
    }

    /// From now on the engine is one of a profile that differs.
    PracticeAthena with(UnaryOperator<LakeProfile.Aws> change) {
        engine = new AthenaEngine(account(change));
        return this;
    }

    PracticeAthena with(Catalog catalog) {
        engine = new AthenaEngine(account(profile -> profile), catalog);
        return this;
    }

    static LakeProfile.Aws athena(LakeProfile.Aws profile, LakeProfile.Athena athena, boolean readOnly) {
        return new LakeProfile.Aws(profile.name(), profile.awsProfile(), profile.region(), profile.endpoint(), profile.tiers(), profile.tierNames(), profile.databases(),
                profile.pipelines(), athena, profile.redshift(), profile.colour(), readOnly);
    }

    static LakeProfile.Aws reusing(LakeProfile.Aws profile, Duration age) {
        LakeProfile.Athena athena = profile.athena();
        return athena(profile, new LakeProfile.Athena(athena.workgroup(), athena.output(), athena.dollarsPerTerabyte(), age), false);
    }

    private AwsAccount account(UnaryOperator<LakeProfile.Aws> change) {
        AwsAccount account = FakeAws.account(change.apply(athena.aws.profile()));
        accounts.add(account);
        return account;
    }

    QueryRun run(String sql) {
        return engine.run(Query.of(sql), new Job("query"));
    }

    List<Object[]> rows(String sql) {
        return rows(Query.of(sql));
    }

    List<Object[]> rows(Query query) {
        try (QueryRun run = engine.run(query, new Job("query"))) {
            List<Object[]> all = new ArrayList<>();
            for (List<Object[]> page = run.next(1_000); !page.isEmpty(); page = run.next(1_000)) {
                all.addAll(page);
            }
            return all;
        }
    }

    Object value(String sql) {
        return rows(sql).getFirst()[0];
    }

    Failure failure(String sql) {
        FailureException error = Assertions.catchThrowableOfType(FailureException.class, () -> rows(sql));
        Assertions.assertThat(error).as(sql).isNotNull();
        return error.failure();
    }

    @Override
    public void close() {
        engine.close();
        accounts.forEach(AwsAccount::close);
        athena.close();
    }
}
