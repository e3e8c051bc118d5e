package io.wonderlake.work;

/// One look at something that may be out of order, which changes nothing that stays.
///
/// @param subject what is looked at, a few words
public record Probe(String subject, Look look) {

    /// Looks, and says what there is. What is wrong is a [FailureException]; the work may be interrupted and then ends.
    @FunctionalInterface
    public interface Look {
        Finding look(Job job);
    }

    /// What was found.
    ///
    /// @param text one sentence
    /// @param advice what would be better; empty when all is well
    public record Finding(String text, String advice) {
        public static Finding well(String text) {
            return new Finding(text, "");
        }
    }
}
