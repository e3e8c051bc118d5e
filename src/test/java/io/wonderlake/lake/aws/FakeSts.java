package io.wonderlake.lake.aws;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/// Teaches a [FakeAws] the answers of the token service.
public final class FakeSts {
    private FakeSts() {
    }

    /// Says who asks, for everybody.
    public static void identity(FakeAws aws, String arn) {
        aws.on("GetCallerIdentity", _ -> """
                <GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>
                <Arn>%s</Arn><UserId>AIDA</UserId><Account>123456789012</Account></GetCallerIdentityResult></GetCallerIdentityResponse>""".formatted(arn));
    }

    /// Lets everybody take a role for as long as `lasts`, unless `refuse` throws.
    static void role(FakeAws aws, Duration lasts, Consumer<JsonNode> refuse) {
        aws.on("AssumeRole", request -> {
            refuse.accept(request);
            return """
                    <AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult>
                    <AssumedRoleUser><Arn>arn:aws:sts::123456789012:assumed-role/reader/wonderlake</Arn><AssumedRoleId>AROA:wonderlake</AssumedRoleId></AssumedRoleUser>
                    <Credentials><AccessKeyId>ASIAROLE%d</AccessKeyId><SecretAccessKey>%s</SecretAccessKey><SessionToken>%s</SessionToken><Expiration>%s</Expiration></Credentials>
                    </AssumeRoleResult></AssumeRoleResponse>""".formatted(aws.calls("AssumeRole").size(), CredentialsTest.SECRET, CredentialsTest.SECRET, Instant.now().plus(lasts));
        });
    }
}
