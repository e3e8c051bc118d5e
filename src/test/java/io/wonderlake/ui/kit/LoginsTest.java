package io.wonderlake.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.wonderlake.lake.aws.Prompts;
import io.wonderlake.ui.kit.Logins.State;
import io.wonderlake.work.DirectJobs;
import io.wonderlake.work.Failure;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LoginsTest {
    private static final Prompts.Device DEVICE = new Prompts.Device("production", "arn:aws:iam::123456789012:mfa/ann", false);
    private static final Prompts.Login LOGIN = new Prompts.Login("production", URI.create("https://device.sso"), URI.create("https://device.sso?code=A"), "ABCD-EFGH", Instant.EPOCH);

    private final BlockingQueue<Runnable> ui = new LinkedBlockingQueue<>();
    private final Logins logins = new Logins(ui::add);
    private final DirectJobs jobs = new DirectJobs();
    private final List<String> done = new ArrayList<>();

    @Test
    void doesWhatTheLoginWasForOnceItIsDone() {
        logins.start("acme", jobs, _ -> logins.showLogin(LOGIN), () -> done.add("again"));
        assertThat(logins.stateProperty().get()).isEqualTo(new State.Working("acme"));
        jobs.runAll();
        assertThat(done).containsExactly("again");
        assertThat(logins.stateProperty().get()).isEqualTo(new State.Idle());
    }

    @Test
    void showsTheCodeToConfirmInTheBrowser() {
        logins.start("acme", jobs, _ -> { }, () -> { });
        logins.showLogin(LOGIN);
        ui.remove().run();
        assertThat(logins.stateProperty().get()).isEqualTo(new State.Browser(LOGIN));
    }

    @Test
    void saysWhyALoginDidNotWorkAndTriesAgain() {
        Failure refused = Failure.of(Failure.Kind.SIGN_IN, "failure.aws.credentials.none");
        logins.start("acme", jobs, _ -> {
            if (done.isEmpty()) {
                done.add("refused");
                throw refused.exception();
            }
        }, () -> done.add("again"));
        jobs.runAll();
        assertThat(logins.stateProperty().get()).isEqualTo(new State.Refused("acme", refused));
        logins.again();
        jobs.runAll();
        assertThat(done).containsExactly("refused", "again");
    }

    @Test
    void cancelsTheLoginItself() {
        logins.start("acme", jobs, job -> job.checkCancelled(), () -> done.add("again"));
        logins.cancel();
        jobs.runAll();
        assertThat(done).isEmpty();
        assertThat(logins.stateProperty().get()).isEqualTo(new State.Idle());
    }

    @Test
    void givesTheDigitsToWhoeverWaitsForThem() throws Exception {
        CompletableFuture<Optional<String>> code = asked();
        assertThat(logins.stateProperty().get()).isEqualTo(new State.Code(DEVICE));
        logins.answer("123456");
        assertThat(code.get(30, TimeUnit.SECONDS)).contains("123456");
        assertThat(logins.stateProperty().get()).isEqualTo(new State.Idle());
    }

    @Test
    void letsWhoeverWaitsGoOnWhenThePersonDoesNotWantTo() throws Exception {
        CompletableFuture<Optional<String>> code = asked();
        logins.cancel();
        assertThat(code.get(30, TimeUnit.SECONDS)).isEmpty();
    }

    @Test
    void takesTheQuestionAwayWhenNobodyWaitsForItAnyMore() throws Exception {
        CompletableFuture<Optional<String>> code = new CompletableFuture<>();
        Thread asker = Thread.ofPlatform().daemon().start(() -> code.complete(logins.tokenCode(DEVICE)));
        ui.poll(30, TimeUnit.SECONDS).run();
        asker.interrupt();
        assertThat(code.get(30, TimeUnit.SECONDS)).isEmpty();
        ui.poll(30, TimeUnit.SECONDS).run();
        assertThat(logins.stateProperty().get()).isEqualTo(new State.Idle());
    }

    @Test
    void asksNobodyOnceTheWindowIsClosed() throws Exception {
        logins.close();
        assertThat(asked().get(30, TimeUnit.SECONDS)).isEmpty();
    }

    private CompletableFuture<Optional<String>> asked() throws InterruptedException {
        CompletableFuture<Optional<String>> code = new CompletableFuture<>();
        Thread.ofPlatform().daemon().start(() -> code.complete(logins.tokenCode(DEVICE)));
        ui.poll(30, TimeUnit.SECONDS).run();
        return code;
    }
}
