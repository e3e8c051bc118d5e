package io.wonderlake.settings;

/// How the window looks.
public record Appearance(Mode mode, Density density) {
    public static final Appearance DEFAULT = new Appearance(Mode.SYSTEM, Density.COMPACT);

    /// Which of the two sets of colours is used.
    public enum Mode { LIGHT, DARK, SYSTEM }

    /// How high rows are.
    public enum Density { COMPACT, COMFORTABLE }

    public Appearance {
        mode = mode == null ? Mode.SYSTEM : mode;
        density = density == null ? Density.COMPACT : density;
    }
}
