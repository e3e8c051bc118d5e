package io.wonderlake.settings;

import com.github.javakeyring.PasswordAccessException;
import io.wonderlake.work.Failure;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The passwords of Redshift users, kept by the system's keychain and nowhere else. Where the system has none, or does not answer, every call
/// fails in words and in time. Safe for several threads; may ask the user to unlock the keychain, so not for the UI thread.
public final class Keychain {
    static final String VARIABLE = "WONDERLAKE_REDSHIFT_PASSWORD";
    private static final String SERVICE = "Wonderlake";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Map<String, String> environment;
    private final Vault vault;
    private final Duration patience;

    /// What keeps passwords.
    interface Vault {
        /// Empty where there is none.
        Optional<String> password(String service, String account) throws Exception;

        void keep(String service, String account, String password) throws Exception;

        void remove(String service, String account) throws Exception;
    }

    /// The keychain of this user.
    public Keychain() {
        this(System.getenv(), new SystemVault(), PATIENCE);
    }

    Keychain(Map<String, String> environment, Vault vault, Duration patience) {
        this.environment = environment;
        this.vault = vault;
        this.patience = patience;
    }

    /// The password of a user of a profile's warehouse; what the environment variable says wins. Empty where none is kept.
    public Optional<char[]> password(String profile, String user) {
        String said = environment.get(VARIABLE);
        if (said != null && !said.isEmpty()) {
            return Optional.of(said.toCharArray());
        }
        return call(() -> vault.password(SERVICE, account(profile, user))).map(String::toCharArray);
    }

    public void keep(String profile, String user, char[] password) {
        call(() -> {
            vault.keep(SERVICE, account(profile, user), new String(password));
            return true;
        });
    }

    public void remove(String profile, String user) {
        call(() -> {
            vault.remove(SERVICE, account(profile, user));
            return true;
        });
    }

    private static String account(String profile, String user) {
        return "profile " + profile + " user " + user;
    }

    /// On a thread of its own: the system's libraries may wait for ever, and may be missing.
    private <T> T call(Callable<T> use) {
        FutureTask<T> task = new FutureTask<>(use);
        Thread.ofPlatform().daemon().name("keychain").start(task);
        try {
            return task.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            task.cancel(true);
            throw Failure.of(Failure.Kind.STORAGE, "failure.keychain.late", String.valueOf(patience.toSeconds()), VARIABLE).exception();
        } catch (ExecutionException failed) {
            throw failure(failed.getCause()).withDetail(String.valueOf(failed.getCause().getMessage())).exception();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            task.cancel(true);
            throw new CancellationException("keychain");
        }
    }

    private static Failure failure(Throwable trouble) {
        return trouble instanceof PasswordAccessException ? Failure.of(Failure.Kind.STORAGE, "failure.keychain.closed", VARIABLE)
                : Failure.of(Failure.Kind.STORAGE, "failure.keychain.none", VARIABLE);
    }
}
