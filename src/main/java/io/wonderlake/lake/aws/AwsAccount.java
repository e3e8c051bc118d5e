package io.wonderlake.lake.aws;

import io.wonderlake.lake.LakeProfile;
import io.wonderlake.work.Failure;
import io.wonderlake.work.FailureException;
import io.wonderlake.work.Job;
import io.wonderlake.work.Waiting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.client.config.SdkAdvancedClientOption;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/// One account as a profile names it: makes the clients of its services, and turns what they refuse into failures in plain words.
/// Making one touches neither files nor the network. Safe for several threads.
public final class AwsAccount implements AutoCloseable {
    private static final int ATTEMPTS = 5;
    private static final int CONNECTIONS = 64;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final LakeProfile.Aws profile;
    private final Duration patience;
    private final AwsFailures failures;
    private final Prompts prompts;
    private final Credentials credentials;
    private final List<SdkAutoCloseable> made = new ArrayList<>();
    private SdkHttpClient http;
    private Optional<StsClient> sts = Optional.empty();
    private boolean closed;

    public AwsAccount(LakeProfile.Aws profile, Prompts prompts) {
        this(profile, prompts, PATIENCE);
    }

    /// `patience` is how long a service may be silent in the middle of an answer before the request is made again.
    public AwsAccount(LakeProfile.Aws profile, Prompts prompts, Duration patience) {
        this.profile = profile;
        this.patience = patience;
        this.failures = new AwsFailures(profile);
        this.prompts = prompts;
        this.credentials = new Credentials(profile, prompts, this::http);
    }

    public LakeProfile.Aws profile() {
        return profile;
    }

    /// Whether the services answer elsewhere than at AWS; then buckets stand in the path and not in the host's name.
    public boolean emulated() {
        return profile.endpoint().isPresent();
    }

    /// Builds a client of one service for this account; it is closed with the account. Takes some 60 ms: not for the UI thread.
    public <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C extends SdkAutoCloseable> C build(B builder) {
        return build(builder, profile.region());
    }

    /// The same for a service in another region than the lake's.
    public <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C extends SdkAutoCloseable> C build(B builder, String region) {
        builder.region(Region.of(region)).credentialsProvider(credentials()).httpClient(http());
        AwsFiles files = credentials.files();
        builder.overrideConfiguration(options -> {
            options.defaultProfileFile(files.content());
            profile.awsProfile().ifPresent(options::defaultProfileName);
            options.retryStrategy(StandardRetryStrategy.builder().maxAttempts(ATTEMPTS).build());
            if (emulated()) {
                options.putAdvancedOption(SdkAdvancedClientOption.DISABLE_HOST_PREFIX_INJECTION, true);
            }
        });
        profile.endpoint().ifPresent(builder::endpointOverride);
        return keep(builder.build());
    }

    /// What the SDK signs requests with; asks the user where a token code is needed.
    public AwsCredentialsProvider credentials() {
        return credentials;
    }

    /// Calls a service; what it refuses becomes a [io.wonderlake.work.FailureException].
    public <T> T call(Permission permission, Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkException refused) {
            throw refusal(refused, permission);
        }
    }

    /// The same for a call that may block for long: cancelling the job ends it with a [java.util.concurrent.CancellationException].
    public <T> T call(Permission permission, Job job, Supplier<T> call) {
        job.checkCancelled();
        try {
            return Waiting.on(job, call::get);
        } catch (SdkException refused) {
            job.checkCancelled();
            throw refusal(refused, permission);
        }
    }

    /// The failure that an exception of the SDK stands for, for callers that cannot use `call`.
    public RuntimeException refusal(SdkException refused, Permission permission) {
        RuntimeException failure = failures.translate(refused, permission);
        if (failure instanceof FailureException known && known.failure().kind() == Failure.Kind.SIGN_IN) {
            credentials.drop();
        }
        return failure;
    }

    /// Logs in, or again: forgets what was found before, opens a login in the browser where the AWS profile needs one that is not there, and asks
    /// for the code of a device where a role needs it. Afterwards everything that was made for this account works on. Blocks until the person is done.
    public Identity signIn(Job job) {
        credentials.forget();
        credentials.missingLogin().ifPresent(login -> new SsoLogin(login, http(), prompts).run(job));
        return whoAmI(job);
    }

    /// As whom AWS knows this account.
    public Identity whoAmI(Job job) {
        StsClient service = sts();
        GetCallerIdentityResponse found = call(Permission.of("sts:GetCallerIdentity"), job, service::getCallerIdentity);
        return new Identity(found.account(), found.arn());
    }

    private synchronized StsClient sts() {
        if (sts.isEmpty()) {
            sts = Optional.of(build(StsClient.builder()));
        }
        return sts.get();
    }

    private synchronized SdkHttpClient http() {
        if (http == null) {
            http = keep(ApacheHttpClient.builder().maxConnections(CONNECTIONS).socketTimeout(patience).build());
        }
        return http;
    }

    private synchronized <C extends SdkAutoCloseable> C keep(C client) {
        if (closed) {
            client.close();
            throw new IllegalStateException("closed");
        }
        made.add(client);
        return client;
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            made.reversed().forEach(SdkAutoCloseable::close);
            made.clear();
        }
        credentials.close();
    }
}
