package io.wonderlake.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import io.wonderlake.catalog.glue.GlueProbe;
import io.wonderlake.engine.athena.AthenaEngine;
import io.wonderlake.engine.athena.AthenaProbes;
import io.wonderlake.lake.aws.AccountProbe;
import io.wonderlake.lake.aws.AwsAccount;
import io.wonderlake.lake.aws.FakeAws;
import io.wonderlake.lake.aws.FakeSts;
import io.wonderlake.lake.s3.S3Store;
import io.wonderlake.lake.s3.StoreProbes;
import io.wonderlake.pipeline.aws.RunProbes;
import io.wonderlake.work.Job;
import io.wonderlake.work.Probe;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each probe of a lake on AWS, on an account that is allowed everything, and on one that is not allowed one thing.
class AwsProbesTest {
    private static final FakeAws AWS = new FakeAws();

    private static AwsAccount account;
    private static AwsCheckup checkup;

    @BeforeAll
    static void prepare(@TempDir Path folder) {
        account = AWS.account();
        List<Probe> probes = new ArrayList<>(StoreProbes.of(account, new S3Store(account, account.profile().tiers(), folder)));
        probes.add(GlueProbe.of(account));
        probes.addAll(AthenaProbes.of(new AthenaEngine(account)));
        probes.addAll(RunProbes.of(account));
        checkup = new AwsCheckup(AccountProbe.of(account), probes);
    }

    @BeforeEach
    void allowEverything() {
        AWS.forget();
        FakeSts.identity(AWS, "arn:aws:iam::123456789012:user/ann");
        for (String tier : List.of("raw", "curated", "analytics", "archive", "quarantine", "config")) {
            AWS.on("GET /wonderlake-" + tier, _ -> "<ListBucketResult><IsTruncated>false</IsTruncated><Status>Enabled</Status></ListBucketResult>");
        }
        AWS.on("GetDatabases", _ -> Map.of("DatabaseList", new Object[] {Map.of("Name", "tickit_raw")}));
        AWS.on("GetTables", _ -> Map.of("TableList", new Object[0]));
        AWS.on("GetWorkGroup", _ -> Map.of("WorkGroup", Map.of("Name", "primary", "State", "ENABLED", "Configuration", Map.of("BytesScannedCutoffPerQuery", 10_737_418_240L))));
        AWS.on("PUT /wonderlake-athena/*", _ -> "");
        AWS.on("DELETE /wonderlake-athena/*", _ -> "");
        AWS.on("ListStateMachines", _ -> Map.of("stateMachines", new Object[0]));
        AWS.on("ListJobs", _ -> Map.of("JobNames", new Object[0]));
        AWS.on("ListCrawlers", _ -> Map.of("CrawlerNames", new Object[0]));
        AWS.on("FilterLogEvents", _ -> Map.of("events", new Object[0]));
    }

    @AfterAll
    static void stop() {
        account.close();
        AWS.close();
    }

    @Test
    void saysWhatThereIsWhereEverythingIsAllowed() {
        List<Check> checks = checks();
        assertThat(checks).allMatch(Check::well).allMatch(check -> check.advice().isEmpty());
        assertThat(checks).extracting(Check::subject).containsExactly("who am I", "raw", "curated", "analytics", "archive", "quarantine", "config", "versions", "catalog", "workgroup",
                "results", "pipelines", "jobs", "crawlers", "logs");
        assertThat(checks).extracting(Check::finding).contains("arn:aws:iam::123456789012:user/ann in account 123456789012, at " + AWS.endpoint() + ".",
                "1 database in the Glue Data Catalog; the tables of tickit_raw can be read.", "Results can be written to s3://wonderlake-athena/.",
                "The Athena workgroup primary takes statements; the caller says where results go, at most 10.0 GiB scanned by a statement.");
    }

    @Test
    void leavesNothingBehind() {
        checks();
        List<String> written = AWS.calls().stream().map(FakeAws.Call::operation).filter(operation -> operation.startsWith("PUT ")).map(operation -> operation.substring(4)).toList();
        List<String> deleted = AWS.calls().stream().map(FakeAws.Call::operation).filter(operation -> operation.startsWith("DELETE ")).map(operation -> operation.substring(7)).toList();
        assertThat(written).hasSize(1).isEqualTo(deleted);
    }

    @ParameterizedTest
    @CsvSource({
        "GET /wonderlake-curated, curated, s3:ListBucket, arn:aws:s3:::wonderlake-curated",
        "GetDatabases, catalog, glue:GetDatabases, arn:aws:glue:eu-west-1:*:catalog",
        "GetTables, catalog, glue:GetTables, arn:aws:glue:eu-west-1:*:table/tickit_raw/*",
        "GetWorkGroup, workgroup, athena:GetWorkGroup, arn:aws:athena:eu-west-1:*:workgroup/primary",
        "PUT /wonderlake-athena/*, results, s3:PutObject, arn:aws:s3:::wonderlake-athena/*",
        "DELETE /wonderlake-athena/*, results, s3:DeleteObject, arn:aws:s3:::wonderlake-athena/*",
        "ListStateMachines, pipelines, states:ListStateMachines, *",
        "ListJobs, jobs, glue:ListJobs, *",
        "ListCrawlers, crawlers, glue:ListCrawlers, *",
        "FilterLogEvents, logs, logs:FilterLogEvents, arn:aws:logs:eu-west-1:*:log-group:/aws-glue/*"})
    void namesTheActionAndTheResourceThatAreNotAllowed(String operation, String subject, String action, String resource) {
        AWS.on(operation, _ -> {
            throw new FakeAws.Refusal(403, "AccessDeniedException", "not authorized");
        });
        List<Check> checks = checks();
        Check refused = checks.stream().filter(check -> check.subject().equals(subject)).findFirst().orElseThrow();
        assertThat(refused.well()).isFalse();
        assertThat(refused.finding()).contains(action, resource);
        assertThat(refused.policy().orElseThrow()).contains("\"" + action + "\"", "\"" + resource + "\"");
        assertThat(checks.getLast().subject()).isEqualTo("policy");
        assertThat(checks.getLast().policy().orElseThrow()).contains("\"" + action + "\"");
    }

    @Test
    void advisesToKeepOldVersionsOfRaw() {
        AWS.on("GET /wonderlake-raw", _ -> "<ListBucketResult><IsTruncated>false</IsTruncated></ListBucketResult>");
        assertThat(checks().stream().filter(check -> check.subject().equals("versions"))).singleElement().satisfies(check -> {
            assertThat(check.well()).isTrue();
            assertThat(check.finding()).startsWith("The bucket wonderlake-raw of the raw tier keeps no old versions");
            assertThat(check.advice()).contains("versioning");
        });
    }

    @Test
    void saysThatTheWorkgroupIsSwitchedOff() {
        AWS.on("GetWorkGroup", _ -> Map.of("WorkGroup", Map.of("Name", "primary", "State", "DISABLED")));
        assertThat(checks()).anySatisfy(check -> assertThat(check.finding()).isEqualTo("The Athena workgroup primary is switched off."));
    }

    @Test
    void needsNoPlaceForResultsThatAthenaKeepsItself() {
        AWS.on("GetWorkGroup", _ -> Map.of("WorkGroup", Map.of("Name", "primary", "State", "ENABLED", "Configuration",
                Map.of("ManagedQueryResultsConfiguration", Map.of("Enabled", true)))));
        assertThat(checks()).anySatisfy(check -> assertThat(check.finding()).isEqualTo("Athena keeps the results itself; there is nothing to write."));
        assertThat(AWS.calls()).noneMatch(call -> call.operation().startsWith("PUT "));
    }

    @Test
    void takesALogThatIsNotThereYetForReadable() {
        AWS.on("FilterLogEvents", _ -> {
            throw new FakeAws.Refusal(400, "ResourceNotFoundException", "The specified log group does not exist.");
        });
        assertThat(checks()).allMatch(Check::well);
    }

    @Test
    void advisesWhereTheCatalogShowsNoDatabase() {
        AWS.on("GetDatabases", _ -> Map.of("DatabaseList", new Object[0]));
        assertThat(checks()).anySatisfy(check -> assertThat(check.finding()).isEqualTo("The Glue Data Catalog shows no database of this lake."));
    }

    private static List<Check> checks() {
        return checkup.run(new Job("doctor"));
    }
}
