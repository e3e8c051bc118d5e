package io.wonderlake.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.wonderlake.lake.LakeProfile;
import io.wonderlake.settings.Appearance;
import io.wonderlake.settings.ListedProfile;
import io.wonderlake.settings.SettingsFile;
import io.wonderlake.settings.WindowSettings;
import io.wonderlake.ui.kit.FxTest;
import io.wonderlake.ui.kit.Logins;
import io.wonderlake.work.Failure;
import io.wonderlake.work.ThreadJobs;
import io.wonderlake.workspace.Check;
import io.wonderlake.workspace.Workspace;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The page of settings with its lakes, as a user meets it.
class SettingsFeatureTest extends FxTest {
    @TempDir
    Path folder;

    private final FakeBook book = new FakeBook();
    private ProfilesViewModel model;
    private SettingsFeature feature;
    private Stage stage;

    @BeforeEach
    void open() {
        book.save(ProfilesViewModelTest.ACME);
        book.save(new LakeProfile.Local("finance", Path.of("/data/shared/lakes/finance"), "amber", true));
        book.profiles.add(new ListedProfile.Broken("old-lake", Failure.of(Failure.Kind.BAD_INPUT, "failure.profile", "/home/ann/.config/wonderlake/profiles/old-lake.yaml", "3", "region is Ireland, which is not a region of AWS; write it like eu-west-1")));
        runFx(() -> {
            model = new ProfilesViewModel(book, new ThreadJobs(Platform::runLater), new Logins(Platform::runLater));
            feature = new SettingsFeature(new SettingsFile<>(folder.resolve("window.json"), WindowSettings.class, WindowSettings.DEFAULT), model, "lake", folder);
        });
        stage = show(onFx(() -> new StackPane(feature.content())), 1232, 736);
        runFx(feature::shown);
        await(() -> says("finance"));
    }

    @AfterEach
    void close() {
        runFx(() -> {
            theme().mode(Appearance.Mode.LIGHT);
            stage.close();
            feature.close();
        });
    }

    @Test
    void listsTheLakesAlsoTheBrokenOnes() {
        runFx(() -> model.doom("finance"));
        settle();
        assertThat(texts()).contains("acme", "AWS eu-west-1 · production", "Delete the profile finance? The lake itself stays as it is.");
        assertThat(texts()).anyMatch(text -> text.contains("region is Ireland"));
        scroll(0.5);
        picture("settings-lakes");
    }

    @Test
    void saysWhatIsWrongAtItsField() {
        runFx(() -> model.edit(ProfilesViewModelTest.ACME));
        runFx(() -> {
            model.formProperty().get().orElseThrow().text("region").set("Ireland");
            model.formProperty().get().orElseThrow().text("tiers.curated").set("acme/curated");
            model.save();
        });
        settle();
        assertThat(texts()).anyMatch(text -> text.startsWith("region is Ireland")).anyMatch(text -> text.startsWith("tiers.curated is acme/curated"));
        for (int i = 0; i <= 3; i++) {
            scroll(0.2 + i * 0.22);
            picture("settings-form-" + i);
        }
    }

    @Test
    void showsWhatALookAtALakeHasFound() {
        book.lake = checked(List.of(new Check("identity", true, "You are arn:aws:iam::123456789012:user/ann.", ""),
                new Check("raw", false, "You may not list s3://acme/raw/.", "Ask whoever runs the account for this permission.",
                        Optional.of("{\n  \"Version\" : \"2012-10-17\",\n  \"Statement\" : [ {\n    \"Effect\" : \"Allow\",\n    \"Action\" : \"s3:ListBucket\",\n    \"Resource\" : \"arn:aws:s3:::acme\"\n  } ]\n}"))));
        runFx(() -> model.check(ProfilesViewModelTest.ACME));
        await(() -> says("1 thing to mend"));
        assertThat(texts()).contains("Copy policy", "You may not list s3://acme/raw/.");
        settle();
        scroll(1);
        picture("settings-check");
    }

    /// A lake of which only the checkup is asked.
    private static Workspace checked(List<Check> checks) {
        return (Workspace) Proxy.newProxyInstance(Workspace.class.getClassLoader(), new Class<?>[] {Workspace.class},
                (_, method, _) -> method.getName().equals("checkup") ? checks : null);
    }

    private void scroll(double to) {
        runFx(() -> ((ScrollPane) stage.getScene().getRoot().lookup(".settings-view")).setVvalue(to));
        settle();
    }

    private void picture(String name) {
        for (Appearance.Mode mode : List.of(Appearance.Mode.LIGHT, Appearance.Mode.DARK)) {
            runFx(() -> theme().mode(mode));
            settle();
            snapshot(stage.getScene().getRoot(), Path.of("target/pictures/" + name + (mode == Appearance.Mode.LIGHT ? "-light" : "-dark") + ".png"));
        }
        runFx(() -> theme().mode(Appearance.Mode.LIGHT));
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
}
