package io.wonderlake.lake.aws;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;

/// An AWS emulator that runs beside the tests, when there is one: `WONDERLAKE_AWS_ENDPOINT` says where.
public final class Emulator {
    private static final String VARIABLE = "WONDERLAKE_AWS_ENDPOINT";

    private Emulator() {
    }

    /// Where it answers; the calling test is reported as skipped when there is none.
    public static URI endpoint() {
        String named = System.getenv(VARIABLE);
        assumeTrue(named != null && !named.isBlank(), "needs an AWS emulator: " + VARIABLE + " is not set");
        return URI.create(named);
    }

    /// An account on it.
    public static AwsAccount account() {
        System.setProperty("aws.cborEnabled", "false");
        return FakeAws.account(FakeAws.profile(endpoint()));
    }
}
