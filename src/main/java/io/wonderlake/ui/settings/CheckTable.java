package io.wonderlake.ui.settings;

import io.wonderlake.lake.LakeProfile;
import io.wonderlake.ui.kit.Buttons;
import io.wonderlake.ui.kit.Chip;
import io.wonderlake.ui.kit.FailureBanner;
import io.wonderlake.ui.kit.Icons;
import io.wonderlake.ui.kit.Loading;
import io.wonderlake.ui.kit.Styles;
import io.wonderlake.ui.settings.ProfilesViewModel.Checkup;
import io.wonderlake.work.Failure;
import io.wonderlake.work.Job;
import io.wonderlake.work.Strings;
import io.wonderlake.workspace.Check;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What a look at a lake has found, subject by subject, with what to do and the missing permission to copy.
final class CheckTable extends VBox {
    private final ProfilesViewModel model;

    CheckTable(ProfilesViewModel model) {
        this.model = model;
        getStyleClass().addAll(Styles.CARD, "check-table");
        model.checkupProperty().subscribe(this::show);
    }

    private void show(Checkup checkup) {
        setVisible(!(checkup instanceof Checkup.None));
        setManaged(isVisible());
        getChildren().clear();
        switch (checkup) {
            case Checkup.None() -> { }
            case Checkup.Running(LakeProfile profile, Job job) -> getChildren().addAll(head(profile), new Loading(job));
            case Checkup.Done(LakeProfile profile, List<Check> checks) -> {
                HBox head = head(profile);
                long bad = checks.stream().filter(check -> !check.well()).count();
                head.getChildren().add(1, bad == 0 ? Chip.success(Strings.text("settings.check.well")) : Chip.warning(Strings.text("settings.check.bad", bad)));
                getChildren().add(head);
                checks.forEach(check -> getChildren().add(row(check)));
            }
            case Checkup.Failed(LakeProfile profile, Failure failure) -> {
                FailureBanner banner = new FailureBanner();
                getChildren().addAll(head(profile), banner);
                if (failure.kind() == Failure.Kind.SIGN_IN) {
                    banner.show(failure, java.util.Optional.of(new FailureBanner.Remedy(Strings.text("kit.login.again"), () -> model.logIn(profile))));
                } else {
                    banner.show(failure, () -> model.check(profile));
                }
            }
        }
    }

    private HBox head(LakeProfile profile) {
        Label title = new Label(Strings.text("settings.check.title", profile.name()));
        title.getStyleClass().add(Styles.HEAD);
        Button again = Buttons.plain(Strings.text("settings.check.again"), () -> model.check(profile));
        again.getStyleClass().add(Styles.SMALL);
        HBox head = new HBox(title, ProfilesView.gap(), again, Buttons.icon("fth-x", Strings.text("kit.close"), model::stopCheck));
        head.getStyleClass().add("check-head");
        return head;
    }

    private static Node row(Check check) {
        Label subject = new Label(check.subject(), sign(check));
        subject.getStyleClass().addAll(Styles.DENSE, Styles.STRONG, "subject");
        VBox words = new VBox(sentence(check.finding()));
        if (!check.advice().isEmpty()) {
            Label advice = sentence(check.advice());
            advice.getStyleClass().add(Styles.MUTED);
            words.getChildren().add(advice);
        }
        check.policy().ifPresent(policy -> words.getChildren().add(policy(policy)));
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMinWidth(0);
        HBox row = new HBox(subject, words);
        row.getStyleClass().add("check");
        return row;
    }

    private static Node sign(Check check) {
        if (!check.well()) {
            return Icons.of("fth-x-circle", 14, Styles.DANGER);
        }
        return check.advice().isEmpty() ? Icons.of("fth-check-circle", 14, Styles.SUCCESS) : Icons.of("fth-info", 14, Styles.ACCENT);
    }

    private static Node policy(String policy) {
        Label text = sentence(policy);
        text.getStyleClass().setAll("label", Styles.CODE);
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMaxWidth(Double.MAX_VALUE);
        Button copy = Buttons.withIcon(Buttons.plain(Strings.text("settings.check.copy"), () -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, policy))), "fth-copy");
        copy.getStyleClass().add(Styles.SMALL);
        copy.setMinWidth(Region.USE_PREF_SIZE);
        HBox box = new HBox(text, copy);
        box.getStyleClass().add("policy");
        return box;
    }

    private static Label sentence(String text) {
        Label label = new Label(text);
        label.getStyleClass().add(Styles.DENSE);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
