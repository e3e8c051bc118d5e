package io.wonderlake.ui.kit;

/// Names of style classes that Java code sets; the style sheets of this package say what they mean.
public final class Styles {
    public static final String DARK = "dark";
    public static final String COMFORTABLE = "comfortable";

    // type
    public static final String TITLE = "title";
    public static final String HEAD = "head";
    public static final String STRONG = "strong";
    public static final String DENSE = "dense";
    public static final String NOTE = "note";
    public static final String NUMBER = "number";
    public static final String FIGURE = "figure";
    public static final String CODE = "code";
    public static final String MUTED = "muted";
    public static final String SUBTLE = "subtle";
    public static final String ACCENT_TEXT = "accent-text";
    public static final String SUCCESS_TEXT = "success-text";
    public static final String WARNING_TEXT = "warning-text";
    public static final String DANGER_TEXT = "danger-text";

    // surfaces
    public static final String SURFACE = "surface";
    public static final String SURFACE_SUBTLE = "surface-subtle";
    public static final String SURFACE_INSET = "surface-inset";
    public static final String CARD = "card";
    public static final String OVERLAY = "overlay";
    public static final String PANEL_HEADER = "panel-header";
    public static final String PANEL_TITLE = "panel-title";
    public static final String TOOLBAR = "toolbar";
    public static final String LOW = "low";
    public static final String LINE_BELOW = "line-below";
    public static final String LINE_ABOVE = "line-above";
    public static final String LINE_LEFT = "line-left";
    public static final String LINE_RIGHT = "line-right";

    // buttons
    public static final String PRIMARY = "primary";
    public static final String GHOST = "ghost";
    public static final String LINK = "link";
    public static final String SMALL = "small";
    public static final String LARGE = "large";
    public static final String ICON_BUTTON = "icon-button";

    // states
    public static final String ACCENT = "accent";
    public static final String SUCCESS = "success";
    public static final String WARNING = "warning";
    public static final String DANGER = "danger";
    public static final String INVALID = "invalid";

    private Styles() {
    }
}
