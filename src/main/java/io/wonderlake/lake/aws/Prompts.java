package io.wonderlake.lake.aws;

import java.util.Optional;

/// Asks the person at the keyboard for what only they know. Called off the UI thread; may block.
@FunctionalInterface
public interface Prompts {
    /// For work that nobody watches.
    Prompts NOBODY = _ -> Optional.empty();

    /// The six digits that the device shows; empty when the person does not want to say.
    Optional<String> tokenCode(String device);
}
