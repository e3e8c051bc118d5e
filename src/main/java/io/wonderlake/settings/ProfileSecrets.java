package io.wonderlake.settings;

import java.util.regex.Pattern;

/// Refuses a profile in which a password or a key is written, before anything of it is repeated in a message.
final class ProfileSecrets {
    private static final Pattern NAMES = Pattern.compile("(?i).*(password|passwd|passphrase|pwd|secret|access_?key|session_?token|credential|private_?key).*|token|key");
    private static final Pattern IN_VALUES = Pattern.compile("(?i).*(\\b(AKIA|ASIA)[A-Z0-9]{16}\\b|[?&;](pwd|password|accesskeyid|secretaccesskey|sessiontoken|client_secret|token)=|://[^/?#\\s]*:[^/?#\\s]*@).*",
            Pattern.DOTALL);

    private final ProfileText text;

    ProfileSecrets(ProfileText text) {
        this.text = text;
    }

    void check(Written written) {
        switch (written) {
            case Written.Keys keys -> keys.values().forEach((name, value) -> {
                if (NAMES.matcher(name).matches()) {
                    throw text.refuse(value.place(), "profile.secret", value.place().key());
                }
                check(value);
            });
            case Written.Items items -> items.values().forEach(this::check);
            case Written.Text value -> {
                if (IN_VALUES.matcher(value.text()).matches()) {
                    throw text.refuse(value.place(), "profile.secret", value.place().key());
                }
            }
        }
    }
}
