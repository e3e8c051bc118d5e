package io.wonderlake.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.wonderlake.catalog.TableName;
import io.wonderlake.lake.LakeProfile;
import io.wonderlake.lake.ObjectPath;
import io.wonderlake.lake.S3Place;
import io.wonderlake.lake.Tier;
import io.wonderlake.lake.aws.Prompts;
import io.wonderlake.pipeline.RunState;
import io.wonderlake.pipeline.StepRun;
import io.wonderlake.settings.Appearance;
import io.wonderlake.settings.RecentItems;
import io.wonderlake.settings.SettingsFile;
import io.wonderlake.settings.WindowSettings;
import io.wonderlake.ui.home.HomeFeature;
import io.wonderlake.ui.kit.Action;
import io.wonderlake.ui.kit.Destination;
import io.wonderlake.ui.kit.FakeLake;
import io.wonderlake.ui.kit.FailureBanner;
import io.wonderlake.ui.kit.Feature;
import io.wonderlake.ui.kit.FxTest;
import io.wonderlake.ui.kit.Keys;
import io.wonderlake.ui.kit.LakeFacts;
import io.wonderlake.ui.kit.Logins;
import io.wonderlake.ui.kit.Recent;
import io.wonderlake.ui.kit.Spending;
import io.wonderlake.ui.kit.Toast;
import io.wonderlake.ui.kit.TourStop;
import io.wonderlake.ui.settings.FakeBook;
import io.wonderlake.ui.settings.ProfilesViewModel;
import io.wonderlake.ui.settings.SettingsFeature;
import io.wonderlake.work.Failure;
import io.wonderlake.work.Job;
import io.wonderlake.work.Progress;
import io.wonderlake.work.ThreadJobs;
import java.awt.image.BufferedImage;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.control.Toggle;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole window over a lake in memory.
class ShellTest extends FxTest {
    @TempDir
    private Path folder;

    private final FakeLake lake = new FakeLake();
    private final ThreadJobs jobs = new ThreadJobs(Platform::runLater);
    private final Place explore = new Place("explore", "fth-compass");
    private final Place query = new Place("query", "fth-terminal");
    private final Place runs = new Place("runs", "fth-activity");
    private final FakeDoor door = new FakeDoor();
    private final Spending spending = new Spending();
    private final Logins logins = new Logins(Platform::runLater);
    private Consumer<Job> signIn = _ -> { };
    private final List<URI> pages = new ArrayList<>();
    private LakesViewModel lakes;
    private SettingsFile<WindowSettings> settings;
    private Shell shell;
    private Stage stage;

    @BeforeEach
    void openWindow() {
        fill();
        runFx(() -> {
            settings = settings();
            FakeWorkspace workspace = new FakeWorkspace(lake, () -> { }, job -> signIn.accept(job));
            LakeFacts facts = new LakeFacts(lake.objects(), lake.catalog(), lake.runs(), jobs);
            lakes = new LakesViewModel(door, jobs);
            Recent recent = new Recent(new SettingsFile<>(folder.resolve("recent.json"), RecentItems.class, RecentItems.NONE), "lake", Clock.systemUTC());
            shell = new Shell(new Surroundings(theme(), settings, lakes, logins, pages::add), workspace, jobs, recent, facts, spending);
            shell.add(new HomeFeature(workspace, jobs, facts, recent, shell, shell::openPalette));
            shell.add(explore);
            shell.add(query);
            shell.add(runs);
            shell.add(new SettingsFeature(settings, profiles(), "lake", folder));
            shell.start();
        });
        stage = show(shell.node(), 1360, 860);
        await(() -> shell.settled());
    }

    @AfterEach
    void closeWindow() {
        runFx(() -> {
            shell.close();
            stage.close();
            theme().mode(Appearance.Mode.LIGHT);
        });
        jobs.close();
    }

    @Test
    void startsAtHomeAndShowsTheLakeAsItIs() {
        runFx(() -> {
            shell.open(new Destination.OfTable(TableName.parse("tickit_analytics.sales_by_category"), Optional.empty()));
            shell.open(new Destination.OfObject(ObjectPath.parse("raw/tickit/users/allusers_pipe.txt")));
            shell.open(new Destination.Sql("Top sellers by state", "select 1", false));
            shell.open(new Destination.OfTable(TableName.parse("tickit_curated.sales"), Optional.empty()));
            shell.open(new Destination.Home());
        });
        settle();
        await(() -> jobs.active().isEmpty());
        settle();
        picture("home");
        assertThat(texts()).contains("tickit_curated · 172,456 rows", "Practice lake", "1 failed run today", "20.7 MiB on disk", "1,334 rows break 2 rules");
    }

    @Test
    void keepsItsShapeInTheSmallestWindow() {
        runFx(() -> {
            stage.setWidth(1024);
            stage.setHeight(640);
        });
        settle();
        picture("small");
        Bounds search = onFx(() -> inScene(stage.getScene().lookup(".top-bar .search")));
        Set<Node> sides = onFx(() -> stage.getScene().getRoot().lookupAll(".top-bar .side"));
        assertThat(sides).hasSize(2).noneMatch(side -> onFx(() -> inScene(side)).intersects(search));
    }

    @Test
    void opensThePaletteByKeyAndTakesALineByKey() {
        press(KeyCode.K, true);
        type("sal");
        await(() -> shell.settled() && jobs.active().isEmpty());
        settle();
        picture("palette");
        runFx(() -> key(KeyCode.DOWN));
        runFx(() -> key(KeyCode.ENTER));
        assertThat(explore.opened).hasSize(1);
        assertThat(onFx(() -> stage.getScene().lookup(".palette"))).isNull();
    }

    @Test
    void listsTheLakesUnderItsNameAndInThePalette() {
        door.choices.add(new LakeChoice.OfProfile(aws("madhatter", true)));
        door.choices.add(new LakeChoice.Broken("old-lake", Failure.of(Failure.Kind.BAD_INPUT, "failure.profile.encoding", "old-lake.yaml")));
        door.choices.add(new LakeChoice.OfFolder(Path.of("/data/shared/lakes/finance")));
        CountDownLatch hold = new CountDownLatch(1);
        door.open = (_, job) -> {
            job.report(new Progress("Reading the index", 1, 3, Progress.Unit.STEPS));
            hold(hold);
            return new FakeWorkspace(new FakeLake());
        };
        runFx(() -> shell.openLakes());
        await(() -> says("old-lake") && says("AWS eu-west-1"));
        assertThat(texts()).contains("finance", "madhatter", "Manage profiles", "Open a folder", "cannot be read");
        runFx(() -> lakes.open(door.choices.getLast()));
        await(() -> says("Reading the index"));
        picture("lakes");
        runFx(() -> lakes.open(door.choices.get(2)));
        await(() -> says("old-lake.yaml is not UTF-8 text."));
        picture("lakes-refused");
        hold.countDown();
        await(() -> jobs.active().isEmpty());
        assertThat(door.shown).isEmpty();
        runFx(() -> shell.openPalette("open lake fin"));
        await(() -> shell.settled());
        runFx(() -> key(KeyCode.ENTER));
        await(() -> !door.shown.isEmpty());
        assertThat(door.shown.getLast().name()).isEqualTo("finance");
    }

    @Test
    void saysWhichKindOfLakeItIsAndWhatWasSpent() {
        FakeWorkspace remote = new FakeWorkspace(lake, aws("madhatter-production-lake-of-europe", true));
        runFx(() -> {
            shell.close();
            LakeFacts facts = new LakeFacts(lake.objects(), lake.catalog(), lake.runs(), jobs);
            Recent recent = new Recent(new SettingsFile<>(folder.resolve("recent.json"), RecentItems.class, RecentItems.NONE), "aws", Clock.systemUTC());
            shell = new Shell(new Surroundings(theme(), settings, lakes, logins, pages::add), remote, jobs, recent, facts, spending);
            shell.add(new HomeFeature(remote, jobs, facts, recent, shell, shell::openPalette));
            shell.add(explore);
            shell.add(new SettingsFeature(settings, profiles(), "aws", folder));
            shell.start();
            stage.getScene().setRoot(shell.node());
            theme().dress(stage.getScene());
            spending.add(new BigDecimal("0.0042"));
        });
        await(() -> shell.settled());
        settle();
        assertThat(texts()).contains("AWS eu-west-1", "$0.0042 since opening", "On AWS", "20.7 MiB on S3").doesNotContain("Works offline", "Local");
        picture("aws");
        runFx(() -> {
            stage.setWidth(1024);
            stage.setHeight(640);
        });
        settle();
        Bounds search = onFx(() -> inScene(stage.getScene().lookup(".top-bar .search")));
        assertThat(onFx(() -> inScene(stage.getScene().lookup(".top-bar .button.ghost"))).intersects(search)).isFalse();
        picture("aws-small");
    }

    @Test
    void logsInWhereAFailureSaysThatNobodyIsLoggedIn() throws Exception {
        CountDownLatch hold = new CountDownLatch(1);
        List<String> again = new ArrayList<>();
        FailureBanner banner = onFx(FailureBanner::new);
        Prompts.Login login = new Prompts.Login("production", URI.create("https://device.sso.eu-west-1.amazonaws.com/"), URI.create("https://device.sso/?code=MZKH-QFWS"), "MZKH-QFWS",
                Instant.now().plusSeconds(600));
        signIn = _ -> {
            logins.showLogin(login);
            hold(hold);
        };
        runFx(() -> {
            ((StackPane) explore.content).getChildren().setAll(banner);
            shell.open(new Destination.Explore());
            banner.show(Failure.of(Failure.Kind.SIGN_IN, "failure.aws.credentials.none"), () -> again.add("again"));
        });
        settle();
        runFx(() -> ((Button) banner.lookup(".button.link")).fire());
        await(() -> says("MZKH-QFWS"));
        settle();
        picture("login");
        runFx(() -> stage.getScene().getRoot().lookupAll(".login .button.primary").forEach(button -> ((Button) button).fire()));
        assertThat(pages).containsExactly(login.pageWithCode());
        hold.countDown();
        await(() -> !again.isEmpty());
        assertThat(onFx(() -> stage.getScene().getRoot().lookup(".login").isVisible())).isFalse();
    }

    @Test
    void asksForTheSixDigitsOfADevice() throws Exception {
        CompletableFuture<Optional<String>> code = new CompletableFuture<>();
        Thread.ofPlatform().daemon().start(() -> code.complete(logins.tokenCode(new Prompts.Device("production", "arn:aws:iam::123456789012:mfa/ann", true))));
        await(() -> says("That code was not taken. Wait for the next one."));
        await(() -> stage.getScene().getFocusOwner() instanceof TextField);
        type("12x");
        type("123456");
        settle();
        picture("mfa");
        runFx(() -> key(KeyCode.ENTER));
        assertThat(code.get(30, TimeUnit.SECONDS)).contains("123456");
    }

    private static LakeProfile.Aws aws(String name, boolean readOnly) {
        return new LakeProfile.Aws(name, Optional.of("production"), "eu-west-1", Optional.empty(), Map.of(Tier.RAW, S3Place.parse("s3://mh-raw/")), Map.of(), List.of(), List.of(),
                LakeProfile.Athena.DEFAULT, Optional.empty(), "orange", readOnly);
    }

    private static void hold(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException error) {
            throw new AssertionError(error);
        }
    }

    @Test
    void showsWhatTheEmptyPaletteOffers() {
        runFx(() -> shell.openPalette());
        settle();
        picture("palette-empty");
    }

    @Test
    void bringsPlacesToTheFrontByTheirKeys() {
        press(KeyCode.DIGIT4, true);
        assertThat(runs.shown).isOne();
        press(KeyCode.DIGIT1, true);
        assertThat(runs.hidden).isOne();
        assertThat(onFx(() -> explore.content.getScene())).isNotNull();
        press(KeyCode.T, true);
        assertThat(explore.actionsRun).as("an action's key works while its place is in front").isOne();
    }

    @Test
    void holdsAChoiceOfTheSettingsPageAtOnce() {
        runFx(() -> shell.open(new Destination.Settings()));
        settle();
        picture("settings");
        List<Toggle> modes = onFx(() -> stage.getScene().getRoot().lookupAll(".segments .toggle-button").stream().map(Toggle.class::cast)
                .filter(toggle -> toggle.getUserData() == Appearance.Mode.DARK).toList());
        runFx(() -> modes.getFirst().setSelected(true));
        assertThat(onFx(() -> theme().darkProperty().get())).isTrue();
        assertThat(settings.value().appearance().mode()).isEqualTo(Appearance.Mode.DARK);
    }

    @Test
    void toursThroughItsStopsAndSavesTwoPicturesOfEach() throws Exception {
        CompletableFuture<List<Path>> pictures = new CompletableFuture<>();
        List<TourStop> stops = List.of(new TourStop("02-home", () -> shell.open(new Destination.Home())), new TourStop("09-palette", () -> shell.openPalette("sales"), shell::settled));
        runFx(() -> new Tour(stage.getScene(), jobs, theme(), folder.resolve("tour")).start(stops, pictures::complete,
                failure -> pictures.completeExceptionally(failure.exception())));
        List<Path> saved = pictures.get(60, TimeUnit.SECONDS);
        assertThat(saved).extracting(file -> file.getFileName().toString())
                .containsExactly("02-home-light.png", "02-home-dark.png", "09-palette-light.png", "09-palette-dark.png");
        BufferedImage image = ImageIO.read(saved.getLast().toFile());
        assertThat(image.getWidth()).isEqualTo(1360);
        assertThat(image.getHeight()).isEqualTo(860);
    }

    @Test
    void foldsTheInspectorFirstWhenTheWindowGetsNarrow() {
        runFx(() -> shell.open(new Destination.Explore()));
        settle();
        picture("panels");
        assertThat(onFx(() -> visible(explore.inspector))).isTrue();
        runFx(() -> stage.setWidth(1060));
        settle();
        assertThat(onFx(() -> visible(explore.inspector))).isFalse();
        assertThat(onFx(() -> visible(explore.sidebar))).isTrue();
        press(KeyCode.B, true);
        assertThat(onFx(() -> visible(explore.sidebar))).isFalse();
    }

    @Test
    void listsWhatRunsAndStopsIt() throws InterruptedException {
        CountDownLatch end = new CountDownLatch(1);
        Job job = new Job("Query on DuckDB");
        job.onCancel(end::countDown);
        jobs.start(job, () -> {
            job.report(new Progress("Fetching", 118_000, 172_456, Progress.Unit.ROWS));
            end.await();
            return 1;
        }, _ -> { });
        await(() -> says("1 job running"));
        runFx(() -> ((Button) stage.getScene().lookup(".top-bar .side .button")).fire());
        runFx(() -> shell.toast(Toast.failed("Run retail #418 failed", "27 bad rows in curate.sales_report").with("Open", () -> { })));
        settle();
        picture("activity");
        job.cancel();
        await(() -> says("No jobs running"));
    }

    private void fill() {
        lake.table("tickit_curated.sales", Tier.CURATED, 172_456, "salesid integer", "pricepaid decimal(8,2)", "saletime timestamp")
                .table("tickit_analytics.sales_by_category", Tier.ANALYTICS, 11, "catgroup varchar", "total decimal(38,2)", "sales bigint")
                .table("workforce_curated.employee", Tier.CURATED, 40_000, "salary integer")
                .table("workforce_analytics.salary_by_skill", Tier.ANALYTICS, 6, "total_salary decimal(38,0)")
                .object("raw/tickit/sales/sales_tab.txt", 11_000_000).object("raw/tickit/users/allusers_pipe.txt", 5_900_000)
                .object("curated/tickit/sales/_v=1/part-0.parquet", 3_900_000).object("analytics/tickit/sales_by_category/_v=1/part-0.parquet", 900_000)
                .text("config/queries/salary_by_skill.sql", "-- question: Salary by skill\n-- domain: workforce\nselect 1");
        Instant now = Instant.now();
        lake.run(1, "tickit", RunState.WARNED, now.minusSeconds(3600), FakeLake.step("curate.event", RunState.WARNED, 0,
                        new StepRun.RuleCount("event.venueid.unknown", "The venue is not known.", 1_204, List.of()), new StepRun.RuleCount("b", "", 130, List.of())),
                FakeLake.step("curate.sales", RunState.DONE, 12));
        lake.run(2, "retail", RunState.FAILED, now.minusSeconds(60), FakeLake.step("curate.sales_report", RunState.FAILED, 27));
    }

    private ProfilesViewModel profiles() {
        return new ProfilesViewModel(new FakeBook(), jobs, logins);
    }

    private SettingsFile<WindowSettings> settings() {
        SettingsFile<WindowSettings> file = new SettingsFile<>(folder.resolve("window.json"), WindowSettings.class, WindowSettings.DEFAULT);
        file.update(now -> now.withAppearance(new Appearance(Appearance.Mode.LIGHT, Appearance.Density.COMPACT)));
        return file;
    }

    private void picture(String name) {
        snapshot(stage.getScene().getRoot(), Path.of("target/pictures/shell-" + name + "-light.png"));
        runFx(() -> theme().mode(Appearance.Mode.DARK));
        settle();
        snapshot(stage.getScene().getRoot(), Path.of("target/pictures/shell-" + name + "-dark.png"));
        runFx(() -> theme().mode(Appearance.Mode.LIGHT));
        settle();
    }

    private static Bounds inScene(Node node) {
        return node.localToScene(node.getBoundsInLocal());
    }

    private static boolean visible(Node node) {
        return node.getScene() != null && node.getParent().isVisible();
    }

    private boolean says(String text) {
        List<String> found = new ArrayList<>();
        collect(stage.getScene().getRoot(), found);
        return found.contains(text);
    }

    private List<String> texts() {
        return onFx(() -> {
            List<String> found = new ArrayList<>();
            collect(stage.getScene().getRoot(), found);
            return found;
        });
    }

    private static void collect(Node node, List<String> found) {
        if (node instanceof Labeled labeled && labeled.getText() != null) {
            found.add(labeled.getText());
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
        }
    }

    private void press(KeyCode code, boolean shortcut) {
        runFx(() -> Event.fireEvent(target(), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, shortcut, false, false)));
        settle();
    }

    private void key(KeyCode code) {
        Event.fireEvent(target(), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
    }

    private void type(String text) {
        runFx(() -> ((TextField) stage.getScene().getFocusOwner()).setText(text));
    }

    private Node target() {
        Node owner = stage.getScene().getFocusOwner();
        return owner == null ? stage.getScene().getRoot() : owner;
    }

    /// A place that notes what is asked of it.
    private static final class Place implements Feature {
        private final String id;
        private final String icon;
        private final List<Destination> opened = new ArrayList<>();
        private final Node sidebar = new StackPane(new Label("sidebar"));
        private final Node content = new StackPane(new Label("content"));
        private final Node inspector = new StackPane(new Label("inspector"));
        private int shown;
        private int hidden;
        private int actionsRun;

        private Place(String id, String icon) {
            this.id = id;
            this.icon = icon;
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public String icon() {
            return icon;
        }

        @Override
        public boolean accepts(Destination destination) {
            return switch (destination) {
                case Destination.Explore _, Destination.OfTable _, Destination.OfObject _, Destination.OfFolder _ -> id.equals("explore");
                case Destination.Query _, Destination.Sql _ -> id.equals("query");
                case Destination.Runs _, Destination.OfRun _ -> id.equals("runs");
                case Destination.Home _, Destination.Settings _ -> false;
            };
        }

        @Override
        public void open(Destination destination) {
            opened.add(destination);
        }

        @Override
        public Node sidebar() {
            return sidebar;
        }

        @Override
        public Node content() {
            return content;
        }

        @Override
        public Node inspector() {
            return inspector;
        }

        @Override
        public List<Action> actions() {
            return List.of(new Action("New query on " + id, "fth-terminal", Optional.of(Keys.NEW_QUERY.keys()), () -> actionsRun++));
        }

        @Override
        public void shown() {
            shown++;
        }

        @Override
        public void hidden() {
            hidden++;
        }
    }
}
