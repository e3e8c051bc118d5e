package io.wonderlake.engine.redshift;

import io.wonderlake.work.Failure;
import io.wonderlake.work.Job;
import java.util.Optional;
import java.util.function.Supplier;

/// A user of the warehouse, whose password somebody else keeps: the keychain, or the environment.
public final class PasswordLogin implements RedshiftLogin {
    private final String user;
    private final Supplier<Optional<char[]>> password;

    public PasswordLogin(String user, Supplier<Optional<char[]>> password) {
        this.user = user;
        this.password = password;
    }

    @Override
    public Access access(Job job) {
        return new Access(user, password.get().orElseThrow(() -> Failure.of(Failure.Kind.SIGN_IN, "failure.redshift.nopassword", user).exception()));
    }

    @Override
    public boolean refused() {
        return false;
    }
}
