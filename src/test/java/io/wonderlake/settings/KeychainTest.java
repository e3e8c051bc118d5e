package io.wonderlake.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.javakeyring.PasswordAccessException;
import io.wonderlake.work.Failure;
import io.wonderlake.work.FailureException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class KeychainTest {
    private static final String SECRET = "hunter2-Zq9";

    @Test
    void keepsAPasswordUnderItsProfileAndUser() {
        MemoryVault vault = new MemoryVault();
        Keychain keychain = new Keychain(Map.of(), vault, Duration.ofSeconds(5));
        assertThat(keychain.password("acme", "ann")).isEmpty();
        keychain.keep("acme", "ann", SECRET.toCharArray());
        assertThat(vault.kept).containsExactly(Map.entry("Wonderlake: profile acme user ann", SECRET));
        assertThat(keychain.password("acme", "ann")).hasValueSatisfying(found -> assertThat(found).containsExactly(SECRET.toCharArray()));
        assertThat(keychain.password("acme", "bob")).isEmpty();
        keychain.remove("acme", "ann");
        assertThat(vault.kept).isEmpty();
    }

    @Test
    void takesTheVariableFirst() {
        Keychain keychain = new Keychain(Map.of("WONDERLAKE_REDSHIFT_PASSWORD", SECRET), new BrokenVault(new UnsatisfiedLinkError("libsecret")), Duration.ofSeconds(5));
        assertThat(keychain.password("acme", "ann")).hasValueSatisfying(found -> assertThat(found).containsExactly(SECRET.toCharArray()));
    }

    @Test
    void namesTheTwoWaysOutWhereThereIsNoKeychain() {
        for (Throwable trouble : new Throwable[] {new UnsatisfiedLinkError("libsecret"), new NoClassDefFoundError("DBus"), new IllegalStateException("no bus"), new PasswordAccessException("locked")}) {
            Keychain keychain = new Keychain(Map.of(), new BrokenVault(trouble), Duration.ofSeconds(5));
            assertThat(refusal(() -> keychain.password("acme", "ann"))).satisfies(failure -> {
                assertThat(failure.kind()).isEqualTo(Failure.Kind.STORAGE);
                assertThat(failure.advice()).contains("WONDERLAKE_REDSHIFT_PASSWORD", "IAM");
            });
            assertThat(refusal(() -> keychain.keep("acme", "ann", SECRET.toCharArray())).toString()).doesNotContain(SECRET);
        }
    }

    @Test
    void doesNotWaitForEver() {
        CountDownLatch never = new CountDownLatch(1);
        Keychain keychain = new Keychain(Map.of(), new BrokenVault(new IllegalStateException("late")) {
            @Override
            public Optional<String> password(String service, String account) throws Exception {
                never.await();
                return Optional.empty();
            }
        }, Duration.ofMillis(50));
        assertThat(refusal(() -> keychain.password("acme", "ann")).message()).contains("did not answer");
    }

    /// What this machine has, whether that is a keychain or none.
    @Test
    void doesNotBreakOnThisMachine() {
        Keychain keychain = new Keychain(Map.of(), new SystemVault(), Duration.ofSeconds(20));
        try {
            assertThat(keychain.password("a profile that nobody has", "nobody")).isEmpty();
        } catch (FailureException none) {
            assertThat(none.failure().kind()).isEqualTo(Failure.Kind.STORAGE);
        }
    }

    private static Failure refusal(Runnable use) {
        assertThatThrownBy(use::run).isInstanceOf(FailureException.class);
        try {
            use.run();
        } catch (FailureException refused) {
            return refused.failure();
        }
        throw new AssertionError();
    }

    private static final class MemoryVault implements Keychain.Vault {
        private final Map<String, String> kept = new HashMap<>();

        @Override
        public Optional<String> password(String service, String account) {
            return Optional.ofNullable(kept.get(service + ": " + account));
        }

        @Override
        public void keep(String service, String account, String password) {
            kept.put(service + ": " + account, password);
        }

        @Override
        public void remove(String service, String account) {
            kept.remove(service + ": " + account);
        }
    }

    private static class BrokenVault implements Keychain.Vault {
        private final Throwable trouble;

        BrokenVault(Throwable trouble) {
            this.trouble = trouble;
        }

        @Override
        public Optional<String> password(String service, String account) throws Exception {
            throw broken();
        }

        @Override
        public void keep(String service, String account, String password) throws Exception {
            throw broken();
        }

        @Override
        public void remove(String service, String account) throws Exception {
            throw broken();
        }

        private Exception broken() {
            if (trouble instanceof Error error) {
                throw error;
            }
            return (Exception) trouble;
        }
    }
}
