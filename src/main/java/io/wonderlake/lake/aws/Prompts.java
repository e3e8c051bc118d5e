package io.wonderlake.lake.aws;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/// Asks the person at the keyboard for what only they know. Called off the UI thread; may block, and ends when its thread is interrupted.
public interface Prompts {
    /// For work that nobody watches.
    Prompts NOBODY = new Prompts() {
        @Override
        public Optional<String> tokenCode(Device device) {
            return Optional.empty();
        }

        @Override
        public boolean showLogin(Login login) {
            return false;
        }
    };

    /// A device that shows codes (MFA).
    ///
    /// @param profile the profile of the AWS files that wants it
    /// @param serial name of the device, `arn:aws:iam::123456789012:mfa/ann`
    /// @param again whether the last code was wrong
    record Device(String profile, String serial, boolean again) { }

    /// A login that somebody has to finish in a browser.
    ///
    /// @param page where to confirm the code
    /// @param pageWithCode the same with the code filled in
    /// @param code to compare with the one in the browser
    /// @param until when the code runs out
    record Login(String profile, URI page, URI pageWithCode, String code, Instant until) { }

    /// The digits that the device shows; empty when the person does not want to say.
    Optional<String> tokenCode(Device device);

    /// Shows the code and opens the page, and returns at once. Says whether anybody can see it.
    boolean showLogin(Login login);
}
