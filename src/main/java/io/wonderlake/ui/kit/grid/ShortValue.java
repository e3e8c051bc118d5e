package io.wonderlake.ui.kit.grid;

/// A value that a cell shows in a shorter form: a path by its name, a number of bytes by its unit. It is copied whole.
///
/// @param whole what is copied, and shown as a tooltip
public record ShortValue(String shown, String whole) {
    @Override
    public String toString() {
        return whole;
    }
}
