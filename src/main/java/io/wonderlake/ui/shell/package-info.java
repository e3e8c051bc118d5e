/// The window around the features: rail, top bar, panels, status bar, palette, activity, and the tour through them all.
/// Knows features only by what they promise in `ui.kit`.
package io.wonderlake.ui.shell;
