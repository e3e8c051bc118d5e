package io.wonderlake.ui.kit;

import io.wonderlake.lake.Tier;
import javafx.scene.Node;
import javafx.scene.control.Label;

/// A small word with a shape: a tier, a state, or a plain fact.
public final class Chip extends Label {
    private static final int ICON = 12;

    private Chip(String text, Node graphic, String... classes) {
        super(text, graphic);
        setMinWidth(USE_PREF_SIZE);
        getStyleClass().add("chip");
        getStyleClass().addAll(classes);
    }

    public static Chip neutral(String text) {
        return new Chip(text, null);
    }

    /// For types and formats: `decimal(8,2)`.
    public static Chip outline(String text) {
        return new Chip(text, null, "outline");
    }

    public static Chip tier(Tier tier, String name) {
        return new Chip(name, new TierGlyph(tier), "tier", TierGlyph.styleClass(tier));
    }

    public static Chip success(String text) {
        return new Chip(text, Icons.of("fth-check", ICON), Styles.SUCCESS);
    }

    public static Chip warning(String text) {
        return new Chip(text, Icons.of("fth-alert-triangle", ICON), Styles.WARNING);
    }

    public static Chip danger(String text) {
        return new Chip(text, Icons.of("fth-x-circle", ICON), Styles.DANGER);
    }

    /// Something that goes on, or that the user has chosen.
    public static Chip accent(String text, String icon) {
        return new Chip(text, Icons.of(icon, ICON), Styles.ACCENT);
    }

    public static Chip neutral(String text, String icon) {
        return new Chip(text, Icons.of(icon, ICON));
    }
}
