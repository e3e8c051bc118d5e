package io.wonderlake;

import static org.assertj.core.api.Assertions.assertThat;

import io.wonderlake.catalog.TableName;
import io.wonderlake.lake.ObjectPath;
import io.wonderlake.lake.Prefix;
import io.wonderlake.pipeline.Run;
import io.wonderlake.settings.UserFolders;
import io.wonderlake.ui.kit.Destination;
import io.wonderlake.ui.kit.FxTest;
import io.wonderlake.work.Job;
import io.wonderlake.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole window on a small lake, wired as the program wires it.
class WindowTest extends FxTest {
    private static final Path SCREENS = Path.of("src/main/resources/io/wonderlake/ui");
    private static final Pattern ROOT_CLASS = Pattern.compile("<[A-Z]\\w*[^>]*?styleClass=\"([^\"]+)\"", Pattern.DOTALL);

    @TempDir
    static Path home;

    private static App app;
    private static Workspace lake;
    private static String run;

    @BeforeAll
    static void openTheWindow() throws IOException {
        AppContext context = TinyLake.context(home);
        TinyLake.write(context, home.resolve("lake"));
        lake = context.open(home.resolve("lake"));
        Run made = lake.pipelines().run("shop", Optional.empty(), "test", new Job("shop"));
        run = made.id();
        runFx(() -> {
            app = new App(context, new UserFolders(home.resolve("config"), home.resolve("data"), home.resolve("cache")), new Stage());
            app.show(lake);
            app.stage().show();
        });
        settle();
    }

    @AfterAll
    static void closeTheWindow() {
        if (app != null) {
            runFx(() -> {
                app.stage().hide();
                app.close();
            });
        }
    }

    @Test
    void everyScreenLoadsAndShowsWhatTheLakeHolds() throws IOException {
        Map<String, Destination> stops = Map.of(
                "What would you like to do?", new Destination.Home(),
                "What was ordered on each day.", new Destination.OfTable(new TableName("shop_analytics", "orders_by_day"), Optional.empty()),
                "raw/shop/orders/orders.csv", new Destination.OfObject(ObjectPath.parse("raw/shop/orders/orders.csv")),
                "3 of 3 rows", new Destination.Sql("Orders", "select * from shop_curated.orders", true),
                "build.orders_by_day", new Destination.OfRun(run, Optional.of("curate.orders")),
                "Runs on", new Destination.Settings());
        Set<String> seen = new HashSet<>();
        for (Map.Entry<String, Destination> stop : stops.entrySet()) {
            runFx(() -> app.shell().open(stop.getValue()));
            await(() -> app.jobs().active().isEmpty() && texts().stream().anyMatch(text -> text.contains(stop.getKey())));
            seen.addAll(onFx(WindowTest::styleClasses));
        }
        assertThat(screens().keySet()).isNotEmpty();
        screens().forEach((file, style) -> assertThat(seen).as(file + " is loaded and shown").contains(style));
    }

    @Test
    void saysWhatIsWrongWithAQueryInItsPlace() {
        runFx(() -> app.shell().open(new Destination.Sql("Wrong", "select custommer from shop_curated.orders", true)));
        await(() -> texts().stream().anyMatch(text -> text.contains("custommer") && !text.contains("select")));
        assertThat(onFx(WindowTest::texts)).noneMatch(text -> text.contains("Exception"));
    }

    @Test
    void openingAFolderThatIsGoneIsNoFailure() {
        runFx(() -> app.shell().open(new Destination.OfFolder(Prefix.parse("raw/nothing/here/"))));
        await(() -> app.jobs().active().isEmpty());
        assertThat(onFx(WindowTest::texts)).noneMatch(text -> text.contains("Exception"));
    }

    /// File to the last style class of its root, by which the screen is found in the window.
    private static Map<String, String> screens() throws IOException {
        Map<String, String> screens = new HashMap<>();
        try (Stream<Path> files = Files.walk(SCREENS)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".fxml")).toList()) {
                Matcher root = ROOT_CLASS.matcher(Files.readString(file));
                assertThat(root.find()).as(file + " names a style class at its root").isTrue();
                String[] classes = root.group(1).split("[, ]+");
                screens.put(file.getFileName().toString(), classes[classes.length - 1]);
            }
        }
        return screens;
    }

    private static Set<String> styleClasses() {
        Set<String> classes = new HashSet<>();
        visit(app.stage().getScene().getRoot(), node -> classes.addAll(node.getStyleClass()));
        return classes;
    }

    private static List<String> texts() {
        List<String> texts = new java.util.ArrayList<>();
        visit(app.stage().getScene().getRoot(), node -> {
            if (node instanceof Labeled labeled && labeled.getText() != null) {
                texts.add(labeled.getText());
            } else if (node instanceof javafx.scene.text.Text text) {
                texts.add(text.getText());
            }
        });
        return texts;
    }

    private static void visit(Node node, java.util.function.Consumer<Node> look) {
        look.accept(node);
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> visit(child, look));
        }
    }
}
