package io.wonderlake.ui.shell;

import io.wonderlake.engine.QueryEngine;
import io.wonderlake.settings.Appearance;
import io.wonderlake.settings.Role;
import io.wonderlake.settings.SettingsFile;
import io.wonderlake.settings.WindowSettings;
import io.wonderlake.ui.kit.Action;
import io.wonderlake.ui.kit.Destination;
import io.wonderlake.ui.kit.Feature;
import io.wonderlake.ui.kit.LakeFacts;
import io.wonderlake.ui.kit.Logins;
import io.wonderlake.ui.kit.Navigator;
import io.wonderlake.ui.kit.Recent;
import io.wonderlake.ui.kit.SavedQueries;
import io.wonderlake.ui.kit.SignIn;
import io.wonderlake.ui.kit.Spending;
import io.wonderlake.ui.kit.Theme;
import io.wonderlake.ui.kit.Toast;
import io.wonderlake.ui.kit.Toasts;
import io.wonderlake.work.Formats;
import io.wonderlake.work.Jobs;
import io.wonderlake.work.Strings;
import io.wonderlake.workspace.Workspace;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.util.Subscription;

/// The window of an opened lake. Made by hand: add the features in the order of the rail, then `start`, then `attach` it to a stage.
public final class Shell implements Navigator, AutoCloseable {
    private static final Duration RUNS_ARE_READ_EVERY = Duration.ofSeconds(15);
    private static final Duration CHANGES_ARE_READ_AFTER = Duration.ofSeconds(1);

    private final Workspace workspace;
    private final Theme theme;
    private final SettingsFile<WindowSettings> settings;
    private final LakesViewModel lakes;
    private final Spending spending;
    private final Recent recent;
    private final LakeFacts facts;
    private final Clock clock = Clock.systemDefaultZone();
    private final Places places = new Places();
    private final Panels panels = new Panels();
    private final Overlays overlays = new Overlays();
    private final Toasts toasts = new Toasts();
    private final BorderPane frame = new BorderPane();
    private final StackPane root = new StackPane(frame, toasts, overlays);
    private final Logins logins;
    private final LoginView login;
    private final Jobs jobs;
    private final ShellActions actions;
    private final ActivityViewModel activity;
    private final StatusViewModel status;
    private final PaletteView palette;
    private final TopBar top;
    private final StatusBar bottom;
    private final LakesView lakeList;
    private SettingsFile.Listening listening = () -> { };
    private Subscription held = Subscription.EMPTY;
    private final Timeline clockwork = new Timeline(new KeyFrame(javafx.util.Duration.millis(250), _ -> tick()));
    private Instant factsRead = Instant.EPOCH;
    private Appearance shown;
    private boolean changed;

    public Shell(Surroundings window, Workspace workspace, Jobs jobs, Recent recent, LakeFacts facts, Spending spending) {
        this.workspace = workspace;
        this.theme = window.theme();
        this.settings = window.settings();
        this.lakes = window.lakes();
        this.logins = window.logins();
        this.jobs = jobs;
        login = new LoginView(logins, window.browser());
        root.getChildren().add(login);
        this.spending = spending;
        this.recent = recent;
        this.facts = facts;
        actions = new ShellActions(places, panels, settings, this::openPalette, this::lakeActions);
        activity = new ActivityViewModel(jobs, facts::owns, clock);
        status = new StatusViewModel(facts, clock);
        PaletteSearch search = new PaletteSearch(workspace.catalog(), new SavedQueries(workspace.objects()), facts, recent, this);
        palette = new PaletteView(new PaletteViewModel(search, actions::all, jobs, clock), overlays::close);
        top = new TopBar(workspace.settings().name(), workspace.profile(), this::openPalette);
        bottom = new StatusBar(workspace.settings().name(), workspace.profile(), () -> open(new Destination.Runs()));
        lakeList = new LakesView(lakes, () -> open(new Destination.Settings()));
        jobs.onChange(() -> changed |= !facts.reading());
        clockwork.setCycleCount(Animation.INDEFINITE);
    }

    /// Adds a place below the ones added before.
    public void add(Feature feature) {
        places.add(feature);
    }

    /// Builds the window, brings the place of the user's role to the front, and begins to watch the lake. Called once.
    public void start() {
        build();
        listening = settings.onChange(this::showSettings);
        held = lakes.stateProperty().subscribe(this::showOpening).and(spending.dollarsProperty().subscribe(this::showSpending));
        lakes.refresh();
        showSettings();
        facts.factsProperty().subscribe(_ -> showFacts());
        activity.linesProperty().subscribe(_ -> showActivity());
        showEngine();
        places.frontProperty().subscribe(this::showPlace);
        places.bring(places.find(settings.value().role().startPlace()).orElse(places.all().getFirst()));
        readFacts();
        clockwork.play();
    }

    public Parent node() {
        return root;
    }

    /// Shows this window on the stage, as it was left the last time, and remembers how it is left.
    public void attach(Stage stage) {
        new WindowMemory(stage, settings).attach(root, workspace.settings().name(), theme);
    }

    @Override
    public void open(Destination destination) {
        overlays.close();
        if (places.open(destination)) {
            visited(destination);
        }
    }

    @Override
    public void visited(Destination destination) {
        recent.visited(destination);
    }

    public void toast(Toast toast) {
        toasts.show(toast);
    }

    public void openPalette() {
        if (overlays.shows(palette)) {
            overlays.close();
        } else {
            overlays.show(palette, true, Pos.TOP_CENTER, new Insets(96, 0, 0, 0));
            palette.open();
        }
    }

    /// The palette with something typed in; for the tour.
    public void openPalette(String text) {
        if (!overlays.shows(palette)) {
            openPalette();
        }
        palette.type(text);
    }

    /// Whether nothing of the shell's own is still to come: for the tour.
    public boolean settled() {
        return facts.facts().known() && !palette.searching();
    }

    @Override
    public void close() {
        clockwork.stop();
        listening.close();
        held.unsubscribe();
        lakeList.close();
        login.close();
        Optional.ofNullable(places.frontProperty().get()).ifPresent(Feature::hidden);
        places.all().forEach(Feature::close);
        settings.update(now -> now.withPanels(panels.layoutChoice().get()));
    }

    private void build() {
        panels.restore(settings.value().panels());
        Rail rail = new Rail(places);
        facts.factsProperty().subscribe(() -> rail.flag("runs", status.failedLabel()));
        frame.setTop(top);
        frame.setLeft(rail);
        frame.setCenter(panels);
        frame.setBottom(bottom);
        root.getStylesheets().add(Shell.class.getResource("shell.css").toExternalForm());
        root.getStyleClass().add("shell");
        StackPane.setAlignment(toasts, Pos.BOTTOM_RIGHT);
        toasts.setMaxSize(StackPane.USE_PREF_SIZE, StackPane.USE_PREF_SIZE);
        top.activity().setOnAction(_ -> openActivity());
        top.lake().setOnAction(_ -> openLakes());
        actions.listen(root);
        frame.addEventFilter(KeyEvent.KEY_PRESSED, overlays::escape);
        root.addEventHandler(SignIn.WANTED, wanted -> signIn(wanted.then()));
    }

    /// Logs in to this lake, and then does what needed it.
    private void signIn(Runnable then) {
        logins.start(workspace.settings().name(), jobs, workspace::signIn, () -> {
            toasts.show(Toast.done(Strings.text("shell.login.done", workspace.settings().name()), ""));
            then.run();
        });
    }

    private void openActivity() {
        overlays.show(new ActivityView(activity), false, Pos.TOP_RIGHT, new Insets(40, 16, 0, 0));
    }

    /// The list of lakes, below the name of this one.
    public void openLakes() {
        lakes.refresh();
        overlays.show(lakeList, false, Pos.TOP_LEFT, new Insets(40, 0, 0, 48));
    }

    private List<Action> lakeActions() {
        return lakes.choicesProperty().get().stream().filter(choice -> !lakes.shown(choice)).map(choice -> new Action(Strings.text("shell.lakes.open", choice.name()),
                LakeWords.icon(choice), Optional.empty(), () -> {
                    openLakes();
                    lakes.open(choice);
                })).toList();
    }

    /// What is said of an opening is seen, wherever it was begun.
    private void showOpening(LakesViewModel.State state) {
        if (state instanceof LakesViewModel.State.Refused && !overlays.shows(lakeList)) {
            openLakes();
        }
    }

    private void showSpending(BigDecimal dollars) {
        boolean billed = workspace.engines().stream().anyMatch(QueryEngine::billed);
        bottom.spending(billed || dollars.signum() > 0 ? Strings.text("shell.status.spent", Formats.dollars(dollars)) : "");
    }

    private void showSettings() {
        Appearance wanted = settings.value().appearance();
        if (!wanted.equals(shown)) {
            shown = wanted;
            theme.mode(wanted.mode());
            theme.density(wanted.density());
        }
        top.role(settings.value().role(), this::choose);
    }

    private void choose(Role role) {
        settings.update(now -> now.withRole(role));
        places.find(role.startPlace()).ifPresent(places::bring);
    }

    private void showPlace(Feature front) {
        if (front != null) {
            panels.show(front.sidebar(), front.content(), front.inspector());
        }
    }

    private void showFacts() {
        bottom.failed(status.failedLabel());
        bottom.disk(status.diskLabel(workspace.profile()));
    }

    private void showActivity() {
        boolean working = !activity.linesProperty().get().isEmpty();
        top.activity(activity.label(), working);
    }

    private void showEngine() {
        QueryEngine engine = workspace.engines().stream().filter(QueryEngine::busy).findFirst().orElse(workspace.engines().getFirst());
        bottom.engine(status.engineLabel(engine.name(), engine.busy()));
    }

    private void tick() {
        activity.refresh();
        showEngine();
        Duration since = Duration.between(factsRead, clock.instant());
        if (changed && since.compareTo(CHANGES_ARE_READ_AFTER) > 0 || since.compareTo(RUNS_ARE_READ_EVERY) > 0) {
            readFacts();
        }
    }

    private void readFacts() {
        factsRead = clock.instant();
        facts.refresh();
        changed = false;
    }
}
