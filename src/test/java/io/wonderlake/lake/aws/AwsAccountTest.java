package io.wonderlake.lake.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wonderlake.work.Failure;
import io.wonderlake.work.FailureException;
import io.wonderlake.work.Job;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.glue.GlueClient;

class AwsAccountTest {
    private static final Permission PERMISSION = Permission.of("glue:GetDatabases", "arn:aws:glue:eu-west-1:123456789012:catalog");

    private final FakeAws aws = new FakeAws();

    @AfterEach
    void stop() {
        aws.close();
    }

    @Test
    void callsAServiceAtTheEndpointOfTheProfile() {
        aws.on("GetDatabases", _ -> Map.of("DatabaseList", new Object[] {Map.of("Name", "tickit_raw")}));
        try (AwsAccount account = aws.account()) {
            GlueClient glue = account.build(GlueClient.builder());
            assertThat(account.call(PERMISSION, () -> glue.getDatabases(r -> { })).databaseList()).singleElement().satisfies(each -> assertThat(each.name()).isEqualTo("tickit_raw"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "400, AccessDeniedException, DENIED", "400, ExpiredTokenException, SIGN_IN", "400, UnrecognizedClientException, SIGN_IN",
        "400, RequestTimeTooSkewed, DENIED", "400, ThrottlingException, THROTTLED", "400, InvalidInputException, BAD_INPUT", "500, InternalServiceException, OFFLINE"})
    void turnsARefusalIntoAFailureOfItsKind(int status, String code, Failure.Kind kind) {
        aws.on("GetDatabases", _ -> {
            throw new FakeAws.Refusal(status, code, "No.");
        });
        assertThat(refusal().kind()).isEqualTo(kind);
    }

    @Test
    void namesTheActionTheResourceAndTheSmallestPolicyWhereSomethingIsNotAllowed() {
        aws.on("GetDatabases", _ -> {
            throw new FakeAws.Refusal(400, "AccessDeniedException", "User is not authorized");
        });
        Failure failure = refusal();
        assertThat(failure.message()).isEqualTo("You are not allowed to do glue:GetDatabases on arn:aws:glue:eu-west-1:123456789012:catalog.");
        assertThat(failure.detail().orElseThrow()).contains("\"Action\" : \"glue:GetDatabases\"", "\"Effect\" : \"Allow\"");
    }

    @Test
    void triesAgainWhenItIsThrottled() {
        aws.on("GetDatabases", _ -> {
            if (aws.calls().size() < 3) {
                throw new FakeAws.Refusal(400, "ThrottlingException", "Slow down");
            }
            return Map.of("DatabaseList", new Object[0]);
        });
        try (AwsAccount account = aws.account()) {
            GlueClient glue = account.build(GlueClient.builder());
            account.call(PERMISSION, () -> glue.getDatabases(r -> { }));
        }
        assertThat(aws.calls("GetDatabases")).hasSize(3);
    }

    @Test
    void saysWhatCannotBeReached() {
        URI nobody = aws.endpoint();
        aws.close();
        try (AwsAccount account = FakeAws.account(FakeAws.profile(nobody))) {
            GlueClient glue = account.build(GlueClient.builder());
            assertThatThrownBy(() -> account.call(PERMISSION, () -> glue.getDatabases(r -> { }))).isInstanceOfSatisfying(FailureException.class,
                    error -> assertThat(error.failure().message()).isEqualTo(nobody + " cannot be reached for glue:GetDatabases."));
        }
    }

    @Test
    void endsABlockedCallWhenItsJobIsCancelled() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        aws.on("GetDatabases", _ -> {
            asked.countDown();
            await(over);
            return Map.of();
        });
        Job job = new Job("list");
        try (AwsAccount account = aws.account()) {
            GlueClient glue = account.build(GlueClient.builder());
            Thread canceller = Thread.ofPlatform().start(() -> {
                await(asked);
                job.cancel();
            });
            assertThatThrownBy(() -> account.call(PERMISSION, job, () -> glue.getDatabases(r -> { }))).isInstanceOf(CancellationException.class);
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
            canceller.join();
        } finally {
            over.countDown();
        }
    }

    private Failure refusal() {
        try (AwsAccount account = aws.account()) {
            GlueClient glue = account.build(GlueClient.builder());
            try {
                account.call(PERMISSION, () -> glue.getDatabases(r -> { }));
                throw new AssertionError("was not refused");
            } catch (FailureException error) {
                return error.failure();
            }
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }
}
