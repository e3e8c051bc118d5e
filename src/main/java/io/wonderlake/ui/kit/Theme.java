package io.wonderlake.ui.kit;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import io.wonderlake.settings.Appearance.Density;
import io.wonderlake.settings.Appearance.Mode;
import java.util.List;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.ListChangeListener;
import javafx.scene.Scene;
import javafx.stage.Window;

/// How the windows look: light or dark, and how tight. A change recolours every open window at once, popups included.
public final class Theme {

    private static final List<String> SHEETS = List.of(sheet("tokens.css"), sheet("controls.css"), sheet("components.css"));

    private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper(this, "dark");
    private Mode mode = Mode.LIGHT;
    private Density density = Density.COMPACT;

    /// Made on the UI thread, once: it dresses every window that is shown from now on.
    public Theme() {
        Fonts.load();
        Platform.getPreferences().colorSchemeProperty().subscribe(_ -> colour());
        Window.getWindows().addListener((ListChangeListener<Window>) change -> {
            while (change.next()) {
                change.getAddedSubList().forEach(this::dress);
            }
        });
    }

    public Mode mode() {
        return mode;
    }

    public void mode(Mode chosen) {
        if (mode != chosen) {
            mode = chosen;
            colour();
        }
    }

    public Density density() {
        return density;
    }

    public void density(Density chosen) {
        density = chosen;
        Window.getWindows().forEach(this::dress);
    }

    /// Whether the dark colours are in use; for what cannot be coloured by style sheets.
    public ReadOnlyBooleanProperty darkProperty() {
        return dark.getReadOnlyProperty();
    }

    /// Gives a scene our style sheets and the classes of the present choice. Windows that are shown are dressed by themselves.
    public void dress(Scene scene) {
        if (!scene.getStylesheets().containsAll(SHEETS)) {
            scene.getStylesheets().addAll(0, SHEETS);
        }
        mark(scene, Styles.DARK, dark.get());
        mark(scene, Styles.COMFORTABLE, density == Density.COMFORTABLE);
    }

    private void dress(Window window) {
        if (window.getScene() != null) {
            dress(window.getScene());
        }
    }

    private void colour() {
        dark.set(switch (mode) {
            case LIGHT -> false;
            case DARK -> true;
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        });
        Application.setUserAgentStylesheet((dark.get() ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet());
        Window.getWindows().forEach(this::dress);
    }

    private static void mark(Scene scene, String styleClass, boolean wanted) {
        List<String> classes = scene.getRoot().getStyleClass();
        if (wanted && !classes.contains(styleClass)) {
            classes.add(styleClass);
        } else if (!wanted) {
            classes.remove(styleClass);
        }
    }

    private static String sheet(String name) {
        return Theme.class.getResource(name).toExternalForm();
    }
}
