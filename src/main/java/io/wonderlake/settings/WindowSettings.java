package io.wonderlake.settings;

import java.util.Optional;

/// How the window was left: where it stood, how it looked, and for whom.
///
/// @param bounds empty until the window was closed once
public record WindowSettings(Optional<Bounds> bounds, Appearance appearance, Role role, Panels panels) {
    public static final WindowSettings DEFAULT =
            new WindowSettings(Optional.empty(), Appearance.DEFAULT, Role.ANALYST, Panels.DEFAULT);

    /// Where the window stands on the screen.
    public record Bounds(double x, double y, double width, double height, boolean maximized) { }

    /// The panels beside the content.
    public record Panels(double sidebar, double inspector, boolean sidebarOpen, boolean inspectorOpen) {
        public static final Panels DEFAULT = new Panels(260, 300, true, true);
    }

    public WindowSettings {
        bounds = bounds == null ? Optional.empty() : bounds;
        appearance = appearance == null ? Appearance.DEFAULT : appearance;
        role = role == null ? Role.ANALYST : role;
        panels = panels == null ? Panels.DEFAULT : panels;
    }

    public WindowSettings withBounds(Bounds now) {
        return new WindowSettings(Optional.of(now), appearance, role, panels);
    }

    public WindowSettings withAppearance(Appearance now) {
        return new WindowSettings(bounds, now, role, panels);
    }

    public WindowSettings withRole(Role now) {
        return new WindowSettings(bounds, appearance, now, panels);
    }

    public WindowSettings withPanels(Panels now) {
        return new WindowSettings(bounds, appearance, role, now);
    }
}
