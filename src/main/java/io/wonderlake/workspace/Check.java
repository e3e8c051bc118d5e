package io.wonderlake.workspace;

/// One thing that a checkup looked at.
///
/// @param subject what was looked at
/// @param finding what was found, one sentence
/// @param advice what to do; empty when all is well
public record Check(String subject, boolean well, String finding, String advice) {
    static Check well(String subject, String finding) {
        return new Check(subject, true, finding, "");
    }
}
