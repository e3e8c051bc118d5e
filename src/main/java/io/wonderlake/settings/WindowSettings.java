package io.wonderlake.settings;

import java.util.Optional;

/// How the window was left: where it stood, how it looked, what was in front.
///
/// @param bounds empty until the window was closed once
/// @param place id of the place in front; empty until one was opened
public record WindowSettings(Optional<Bounds> bounds, Appearance appearance, Role role, Optional<String> place, Panels panels) {
    public static final WindowSettings DEFAULT =
            new WindowSettings(Optional.empty(), Appearance.DEFAULT, Role.ANALYST, Optional.of("home"), Panels.DEFAULT);

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
        place = place == null ? Optional.empty() : place;
        panels = panels == null ? Panels.DEFAULT : panels;
    }

    public WindowSettings withBounds(Bounds now) {
        return new WindowSettings(Optional.of(now), appearance, role, place, panels);
    }

    public WindowSettings withAppearance(Appearance now) {
        return new WindowSettings(bounds, now, role, place, panels);
    }

    public WindowSettings withRole(Role now) {
        return new WindowSettings(bounds, appearance, now, place, panels);
    }

    public WindowSettings withPlace(String now) {
        return new WindowSettings(bounds, appearance, role, Optional.of(now), panels);
    }

    public WindowSettings withPanels(Panels now) {
        return new WindowSettings(bounds, appearance, role, place, now);
    }
}
