package io.wonderlake.ui.settings;

import io.wonderlake.lake.LakeProfile;
import io.wonderlake.settings.ListedProfile;
import io.wonderlake.ui.kit.Buttons;
import io.wonderlake.ui.kit.FailureBanner;
import io.wonderlake.ui.kit.Icons;
import io.wonderlake.ui.kit.LakeMark;
import io.wonderlake.ui.kit.Styles;
import io.wonderlake.work.Strings;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The lakes that the user has named, a line each, with what can be done with them.
final class ProfilesView extends VBox {
    private final ProfilesViewModel model;
    private final VBox rows = new VBox();
    private final StackPane form = new StackPane();
    private final FailureBanner trouble = new FailureBanner();
    private final Button add;

    ProfilesView(ProfilesViewModel model) {
        this.model = model;
        getStyleClass().add("profiles");
        add = Buttons.withIcon(Buttons.plain(Strings.text("settings.lakes.add"), model::add), "fth-plus");
        Label title = new Label(Strings.text("settings.lakes"));
        title.getStyleClass().add(Styles.STRONG);
        HBox head = new HBox(title, gap(), add);
        head.getStyleClass().add("lakes-head");
        getChildren().addAll(head, rows, trouble, form, new CheckTable(model));
        model.profilesProperty().subscribe(this::list);
        model.doomedProperty().subscribe(this::list);
        model.formProperty().subscribe(this::edit);
        model.troubleProperty().subscribe(failure -> failure.ifPresentOrElse(trouble::show, trouble::clear));
    }

    private void list() {
        rows.getChildren().setAll(model.profilesProperty().get().stream().map(this::row).toList());
        if (rows.getChildren().isEmpty()) {
            Label none = new Label(Strings.text("settings.lakes.none"));
            none.getStyleClass().addAll(Styles.DENSE, Styles.MUTED, "none");
            none.setWrapText(true);
            rows.getChildren().add(none);
        }
    }

    private void edit(Optional<ProfileFormViewModel> open) {
        form.getChildren().setAll(open.map(fields -> new ProfileForm(model, fields)).stream().toList());
        add.setDisable(open.isPresent());
    }

    private Node row(ListedProfile listed) {
        if (model.doomedProperty().get().equals(Optional.of(listed.name()))) {
            return doomed(listed.name());
        }
        HBox row = switch (listed) {
            case ListedProfile.Ready(LakeProfile profile) -> ready(profile);
            case ListedProfile.Broken(String name, var failure) -> new HBox(Icons.of("fth-alert-triangle", 16, Styles.WARNING), words(name, failure.message()));
        };
        row.getChildren().add(tool("fth-trash-2", Strings.text("settings.lakes.delete", listed.name()), () -> model.doom(listed.name())));
        row.getStyleClass().add("profile");
        return row;
    }

    private HBox ready(LakeProfile profile) {
        boolean aws = profile instanceof LakeProfile.Aws;
        HBox row = new HBox(Icons.of(aws ? "fth-cloud" : "fth-hard-drive", 16), words(profile.name(), place(profile)));
        if (profile.readOnly()) {
            Label locked = new Label(Strings.text("settings.lakes.readonly"), Icons.of("fth-lock", 13));
            locked.getStyleClass().addAll(Styles.NOTE, Styles.MUTED);
            locked.setMinWidth(Region.USE_PREF_SIZE);
            row.getChildren().add(locked);
        }
        row.getChildren().add(new LakeMark(profile.colour()));
        row.getChildren().add(small(Strings.text("settings.lakes.open"), () -> model.show(profile)));
        row.getChildren().add(small(Strings.text("settings.lakes.check"), () -> model.check(profile)));
        if (aws) {
            row.getChildren().add(small(Strings.text("settings.lakes.login"), () -> model.logIn(profile)));
        }
        row.getChildren().addAll(tool("fth-edit-2", Strings.text("settings.lakes.edit", profile.name()), () -> model.edit(profile)),
                tool("fth-copy", Strings.text("settings.lakes.duplicate", profile.name()), () -> model.duplicate(profile)));
        return row;
    }

    private static String place(LakeProfile profile) {
        return switch (profile) {
            case LakeProfile.Local local -> local.path().toString();
            case LakeProfile.Aws lake -> lake.endpoint().map(java.net.URI::getAuthority).or(lake::awsProfile)
                    .map(by -> Strings.text("settings.lakes.aws.by", lake.region(), by)).orElseGet(() -> Strings.text("settings.lakes.aws", lake.region()));
        };
    }

    private Node doomed(String name) {
        Label question = new Label(Strings.text("settings.lakes.doomed", name));
        question.setWrapText(true);
        question.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(question, Priority.ALWAYS);
        question.setMaxWidth(Double.MAX_VALUE);
        HBox row = new HBox(Icons.of("fth-trash-2", 16, Styles.DANGER), question, Buttons.plain(Strings.text("settings.lakes.keep"), model::spare),
                Buttons.danger(Strings.text("settings.lakes.delete.do"), model::delete));
        row.getStyleClass().add("profile");
        return row;
    }

    private static Button small(String text, Runnable act) {
        Button button = Buttons.plain(text, act);
        button.getStyleClass().add(Styles.SMALL);
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    private static Button tool(String icon, String tip, Runnable act) {
        Button button = Buttons.icon(icon, tip, act);
        button.setGraphic(Icons.of(icon, 14));
        return button;
    }

    private static Node words(String name, String detail) {
        Label first = new Label(name);
        first.getStyleClass().add(Styles.STRONG);
        Label second = new Label(detail);
        second.getStyleClass().addAll(Styles.DENSE, Styles.MUTED);
        second.setWrapText(true);
        VBox words = new VBox(first, second);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        return words;
    }

    static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }
}
