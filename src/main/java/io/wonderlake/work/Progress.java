package io.wonderlake.work;

/// How far a job is.
///
/// @param phase what it is doing now, a few words for the person who waits
/// @param done units finished
/// @param total units in all, or -1 when unknown
/// @param unit what is counted
public record Progress(String phase, long done, long total, Unit unit) {
    public static final Progress NONE = new Progress("", 0, -1, Unit.STEPS);

    /// What a job counts.
    public enum Unit { ROWS, BYTES, FILES, STEPS, PERCENT }

    /// Between 0 and 1, or -1 when the end is unknown.
    public double fraction() {
        return total <= 0 ? -1 : Math.min(1.0, (double) done / total);
    }
}
