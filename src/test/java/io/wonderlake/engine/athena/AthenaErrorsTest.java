package io.wonderlake.engine.athena;

import static org.assertj.core.api.Assertions.assertThat;

import io.wonderlake.catalog.Catalog;
import io.wonderlake.catalog.Column;
import io.wonderlake.catalog.MemoryCatalog;
import io.wonderlake.catalog.StorageFormat;
import io.wonderlake.catalog.TableDraft;
import io.wonderlake.catalog.TableName;
import io.wonderlake.engine.Query;
import io.wonderlake.lake.Prefix;
import io.wonderlake.lake.Tier;
import io.wonderlake.lake.aws.AwsAccount;
import io.wonderlake.lake.aws.FakeAws;
import io.wonderlake.lake.aws.Permission;
import io.wonderlake.work.Failure;
import io.wonderlake.work.FailureException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.athena.model.AthenaException;
import software.amazon.awssdk.services.athena.model.QueryExecution;
import software.amazon.awssdk.services.athena.model.QueryExecutionState;

class AthenaErrorsTest {
    private final MemoryCatalog catalog = new MemoryCatalog();

    private static QueryExecution ended(QueryExecutionState state, int category, String reason) {
        return QueryExecution.builder().queryExecutionId("the-id")
                .status(s -> s.state(state).stateChangeReason(reason).athenaError(e -> e.errorCategory(category).errorType(1301).errorMessage(reason))).build();
    }

    private static Failure failed(String sql, String reason) {
        return new AthenaErrors(Query.of(sql)).failed(ended(QueryExecutionState.FAILED, 2, reason)).failure();
    }

    private Failure suggested(String sql, String reason) {
        for (String name : List.of("tickit_curated.sales", "tickit_curated.event")) {
            catalog.publish(new TableDraft(TableName.parse(name), Tier.CURATED, List.of(new Column("eventid", "integer"), new Column("qtysold", "integer")), List.of(),
                    new StorageFormat.Parquet(), Prefix.parse("curated/tickit/"), "", "", List.of(), Map.of()), 0);
        }
        return new AthenaErrors(Query.of(sql), Optional.of(catalog)).failed(ended(QueryExecutionState.FAILED, 2, reason)).failure();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Query exhausted resources at this scale factor | STORAGE",
        "EXCEEDED_LOCAL_MEMORY_LIMIT: Query exceeded per-node user memory limit of 2GB | STORAGE",
        "Query timeout | BAD_INPUT",
        "com.amazonaws.services.s3.model.AmazonS3Exception: Please reduce your request rate. (Service: Amazon S3; Status Code: 503; Error Code: SlowDown) | THROTTLED",
        "TOO_MANY_REQUESTS_FAILED: no capacity | THROTTLED",
        "The security token included in the request is expired | SIGN_IN",
        "Access denied when writing output to url: s3://bucket/x.csv . Please ensure you are allowed to access the S3 bucket. | DENIED",
        "PERMISSION_DENIED: Access denied on operation S3 GET | DENIED",
        "Insufficient Lake Formation permission(s): Required Describe on sales | DENIED",
        "Insufficient permissions to execute the query. | DENIED",
        "HIVE_BAD_DATA: Error parsing field value 'x' for field 0: For input string: \"x\" | BAD_INPUT",
        "HIVE_CANNOT_OPEN_SPLIT: Error opening Hive split s3://bucket/key | BAD_INPUT",
        "DIVISION_BY_ZERO: Division by zero | BAD_INPUT",
        "TABLE_NOT_FOUND: line 1:15: Table 'awsdatacatalog.tickit.nope' does not exist | NOT_FOUND",
        "SCHEMA_NOT_FOUND: line 1:15: Schema 'nope' does not exist | NOT_FOUND",
        "COLUMN_NOT_FOUND: line 1:8: Column 'nope' cannot be resolved or requester is not authorized to access requested resources | BAD_INPUT",
        "FAILED: SemanticException table is not partitioned but partition spec exists: {d=1} | BAD_INPUT"})
    void knowsWhatSortOfTroubleAMessageMeans(String reason, Failure.Kind kind) {
        Failure failure = failed("select nope from t", reason);
        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure.message()).isNotBlank().doesNotContain("_ERROR").doesNotContainPattern("^[A-Z]+_[A-Z]+:").doesNotContain("line 1:");
        assertThat(failure.advice()).isNotBlank();
        assertThat(failure.detail().orElseThrow()).startsWith(reason).contains("category 2").contains("1301").contains("the-id");
    }

    @Test
    void takesAFaultOfAthenaForOne() {
        Failure failure = new AthenaErrors(Query.of("select 1")).failed(ended(QueryExecutionState.FAILED, 1, "INTERNAL_ERROR_QUERY_ENGINE: Internal error")).failure();
        assertThat(failure.kind()).isEqualTo(Failure.Kind.OFFLINE);
        assertThat(failure.message()).contains("Internal error");
    }

    @Test
    void knowsWhoStoppedAStatement() {
        AthenaErrors errors = new AthenaErrors(Query.of("select 1"));
        Failure limit = errors.stopped(ended(QueryExecutionState.CANCELLED, 2, "Query cancelled! : Bytes scanned limit was exceeded")).failure();
        assertThat(limit.message()).contains("workgroup");
        Failure other = errors.stopped(ended(QueryExecutionState.CANCELLED, 2, "Query cancelled by user")).failure();
        assertThat(other.kind()).isEqualTo(Failure.Kind.CONFLICT);
    }

    @Test
    void findsThePlaceInTheText() {
        String sql = "select 'é𝄞', nope\nfrom t";
        assertThat(failed(sql, "SYNTAX_ERROR: line 1:14: mismatched input").position()).hasValue(sql.indexOf("nope"));
        assertThat(failed(sql, "SYNTAX_ERROR: line 2:6: mismatched input 't'").position()).hasValue(sql.indexOf("t", sql.indexOf("from")));
        assertThat(failed(sql, "SYNTAX_ERROR: line 2:7: mismatched input '<EOF>'").position()).hasValue(sql.length());
        assertThat(failed(sql, "SYNTAX_ERROR: line 2:70: odd").position()).isEmpty();
        assertThat(failed(sql, "SYNTAX_ERROR: line 7:1: odd").position()).isEmpty();
        assertThat(failed(sql, "SYNTAX_ERROR: line 99999999999:1: odd").position()).isEmpty();
        assertThat(failed(sql, "DIVISION_BY_ZERO: Division by zero").position()).isEmpty();
        assertThat(failed("drop tabel t", "FAILED: ParseException line 1:5 cannot recognize input near 'drop' 'tabel' 't'").position()).hasValue(5);
    }

    @Test
    void namesWhatWasMeant() {
        Failure column = suggested("select qtysol from tickit_curated.sales", "COLUMN_NOT_FOUND: line 1:8: Column 'qtysol' cannot be resolved or requester is not authorized");
        assertThat(column.nearest()).hasValue("qtysold");
        assertThat(column.message()).contains("qtysol").contains("tickit_curated.sales");
        assertThat(column.position()).hasValue(7);
    }

    @Test
    void namesTheTableThatWasMeant() {
        Failure table = suggested("select * from tickit_curated.sale", "TABLE_NOT_FOUND: line 1:15: Table 'awsdatacatalog.tickit_curated.sale' does not exist");
        assertThat(table.nearest()).hasValue("tickit_curated.sales");
        assertThat(table.message()).contains("tickit_curated.sale");
    }

    @Test
    void namesTheTableThatWasMeantInAWrongDatabase() {
        Failure table = suggested("select * from tickit_cured.sales", "SCHEMA_NOT_FOUND: line 1:15: Schema 'tickit_cured' does not exist");
        assertThat(table.nearest()).hasValue("tickit_curated.sales");
    }

    @Test
    void namesTheTableOfANameWithoutDatabase() {
        Failure table = suggested("select * from sale", "TABLE_NOT_FOUND: line 1:15: Table 'awsdatacatalog.default.sale' does not exist");
        assertThat(table.nearest()).hasValue("tickit_curated.sales");
        assertThat(table.message()).isEqualTo("There is no table sale.");
    }

    @Test
    void doesNotDenyAColumnThatIsThere() {
        Failure column = suggested("select qtysold from tickit_curated.sales", "COLUMN_NOT_FOUND: line 1:8: Column 'qtysold' cannot be resolved or requester is not authorized");
        assertThat(column.nearest()).isEmpty();
        assertThat(column.advice()).contains("permission");
    }

    @Test
    void livesWithACatalogThatCannotBeReached() {
        Catalog away = (Catalog) Proxy.newProxyInstance(Catalog.class.getClassLoader(), new Class<?>[] {Catalog.class}, (_, _, _) -> {
            throw Failure.of(Failure.Kind.OFFLINE, "failure.aws.throttled", "x").exception();
        });
        for (String reason : List.of("TABLE_NOT_FOUND: line 1:15: Table 'awsdatacatalog.a.b' does not exist", "COLUMN_NOT_FOUND: line 1:8: Column 'c' cannot be resolved")) {
            assertThat(new AthenaErrors(Query.of("select c from a.b"), Optional.of(away)).failed(ended(QueryExecutionState.FAILED, 2, reason)).failure().kind())
                    .isIn(Failure.Kind.NOT_FOUND, Failure.Kind.BAD_INPUT);
        }
    }

    @Test
    void saysHowToGiveAParameterItsType() {
        Query query = new Query("select * from t where n = ?", List.of("5"), false);
        Failure failure = new AthenaErrors(query).failed(ended(QueryExecutionState.FAILED, 2, "TYPE_MISMATCH: line 1:26: Cannot apply operator: integer = varchar(1)")).failure();
        assertThat(failure.message()).isEqualTo("Cannot apply operator: integer = varchar(1).");
        assertThat(failure.advice()).contains("cast(");
    }

    @Test
    void takesTooManyRequestsForAPassingTrouble() {
        try (AwsAccount account = FakeAws.account(FakeAws.profile(URI.create("http://127.0.0.1:1")))) {
            AthenaException refused = (AthenaException) AthenaException.builder().statusCode(400)
                    .awsErrorDetails(AwsErrorDetails.builder().errorCode("TooManyRequestsException").errorMessage("Rate exceeded").build()).build();
            assertThat(account.refusal(refused, Permission.of("athena:StartQueryExecution"))).isInstanceOfSatisfying(FailureException.class,
                    error -> assertThat(error.failure().kind()).isEqualTo(Failure.Kind.THROTTLED));
        }
    }
}
