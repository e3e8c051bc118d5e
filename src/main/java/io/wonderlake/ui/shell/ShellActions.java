package io.wonderlake.ui.shell;

import io.wonderlake.settings.Appearance;
import io.wonderlake.settings.Appearance.Density;
import io.wonderlake.settings.Appearance.Mode;
import io.wonderlake.settings.SettingsFile;
import io.wonderlake.settings.WindowSettings;
import io.wonderlake.ui.kit.Action;
import io.wonderlake.ui.kit.Feature;
import io.wonderlake.ui.kit.Keys;
import io.wonderlake.work.Strings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Parent;
import javafx.scene.input.KeyEvent;

/// What can be done from anywhere, and the keys for it.
final class ShellActions {
    private final Places places;
    private final Panels panels;
    private final SettingsFile<WindowSettings> settings;
    private final Runnable palette;
    private final Supplier<List<Action>> lakes;

    ShellActions(Places places, Panels panels, SettingsFile<WindowSettings> settings, Runnable palette, Supplier<List<Action>> lakes) {
        this.places = places;
        this.panels = panels;
        this.settings = settings;
        this.palette = palette;
        this.lakes = lakes;
    }

    /// The window's own, then those of the place in front, then those of the others; an action of another place brings that to the front.
    List<Action> all() {
        List<Action> all = new ArrayList<>();
        Feature front = places.frontProperty().get();
        if (front != null) {
            all.addAll(front.actions());
        }
        places.all().stream().filter(place -> place != front).forEach(place -> place.actions().forEach(action -> all.add(
                new Action(action.label(), action.icon(), action.key(), () -> {
                    places.bring(place);
                    action.run().run();
                }))));
        all.addAll(own());
        all.addAll(lakes.get());
        return all;
    }

    /// Takes the keys: the window's own before any control sees them, those of the place in front when no control wanted them.
    void listen(Parent root) {
        root.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (Keys.PALETTE.keys().match(event)) {
                palette.run();
                event.consume();
            } else {
                take(event, own());
            }
        });
        root.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (places.frontProperty().get() != null && !event.isConsumed()) {
                take(event, places.frontProperty().get().actions());
            }
            if (!event.isConsumed() && Keys.RECENT.keys().match(event)) {
                palette.run();
                event.consume();
            }
        });
    }

    private static void take(KeyEvent event, List<Action> actions) {
        for (Action action : actions) {
            if (action.key().isPresent() && action.key().get().match(event)) {
                action.run().run();
                event.consume();
                return;
            }
        }
    }

    private List<Action> own() {
        List<Action> own = new ArrayList<>();
        for (Feature place : places.all()) {
            own.add(new Action(Strings.text("shell.action.go", Rail.name(place.id())), place.icon(), Rail.key(place.id()).map(Keys::keys), () -> places.bring(place)));
        }
        own.add(new Action(Strings.text("shell.action.sidebar"), "fth-sidebar", Optional.of(Keys.SIDEBAR.keys()), panels::toggleSidebar));
        own.add(new Action(Strings.text("shell.action.inspector"), "fth-sidebar", Optional.of(Keys.INSPECTOR.keys()), panels::toggleInspector));
        own.add(plain(Strings.text("shell.action.light"), "fth-sun", () -> mode(Mode.LIGHT)));
        own.add(plain(Strings.text("shell.action.dark"), "fth-moon", () -> mode(Mode.DARK)));
        own.add(plain(Strings.text("shell.action.system"), "fth-monitor", () -> mode(Mode.SYSTEM)));
        own.add(plain(Strings.text("shell.action.compact"), "fth-minimize-2", () -> density(Density.COMPACT)));
        own.add(plain(Strings.text("shell.action.comfortable"), "fth-maximize-2", () -> density(Density.COMFORTABLE)));
        return own;
    }

    private static Action plain(String label, String icon, Runnable run) {
        return new Action(label, icon, Optional.empty(), run);
    }

    private void mode(Mode mode) {
        settings.update(now -> now.withAppearance(new Appearance(mode, now.appearance().density())));
    }

    private void density(Density density) {
        settings.update(now -> now.withAppearance(new Appearance(now.appearance().mode(), density)));
    }
}
