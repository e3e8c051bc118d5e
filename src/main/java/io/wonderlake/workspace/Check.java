package io.wonderlake.workspace;

import java.util.Optional;

/// One thing that a checkup looked at.
///
/// @param subject what was looked at
/// @param well whether it can be worked with
/// @param finding what was found, one sentence
/// @param advice what to do, or what would be better though all is well; may be empty
/// @param policy the smallest policy of IAM that would allow what was not allowed, as JSON to copy
public record Check(String subject, boolean well, String finding, String advice, Optional<String> policy) {
    public Check(String subject, boolean well, String finding, String advice) {
        this(subject, well, finding, advice, Optional.empty());
    }

    static Check well(String subject, String finding) {
        return new Check(subject, true, finding, "");
    }
}
