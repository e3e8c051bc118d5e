package io.wonderlake.settings;

import com.github.javakeyring.Keyring;
import com.github.javakeyring.PasswordAccessException;
import java.util.Optional;

/// The keychain of macOS, the credential store of Windows, the secret service of a Linux desktop. Opened for each call, so that one that is started
/// or unlocked later is found.
final class SystemVault implements Keychain.Vault {

    @FunctionalInterface
    private interface Use {
        String with(Keyring keyring) throws PasswordAccessException;
    }

    @Override
    public Optional<String> password(String service, String account) throws Exception {
        try {
            return open(keyring -> keyring.getPassword(service, account));
        } catch (PasswordAccessException _) {
            // what is not there and what cannot be unlocked look the same here
            return Optional.empty();
        }
    }

    @Override
    public void keep(String service, String account, String password) throws Exception {
        open(keyring -> {
            keyring.setPassword(service, account, password);
            return null;
        });
    }

    @Override
    public void remove(String service, String account) throws Exception {
        if (password(service, account).isPresent()) {
            open(keyring -> {
                keyring.deletePassword(service, account);
                return null;
            });
        }
    }

    private static Optional<String> open(Use use) throws Exception {
        Keyring keyring = Keyring.create();
        try {
            return Optional.ofNullable(use.with(keyring));
        } finally {
            keyring.close();
        }
    }
}
