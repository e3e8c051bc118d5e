package io.wonderlake.ui.settings;

import io.wonderlake.lake.LakeProfile;
import io.wonderlake.lake.Tier;
import io.wonderlake.ui.kit.Buttons;
import io.wonderlake.ui.kit.Icons;
import io.wonderlake.ui.kit.LakeMark;
import io.wonderlake.ui.kit.Segments;
import io.wonderlake.ui.kit.Styles;
import io.wonderlake.ui.kit.TierGlyph;
import io.wonderlake.ui.kit.Views;
import io.wonderlake.work.Strings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One profile, field by field. What is wrong with a field stands under it.
final class ProfileForm extends VBox {
    private static final String NONE = "";
    private final ProfilesViewModel model;
    private final ProfileFormViewModel fields;
    private final VBox local = new VBox();
    private final VBox aws = new VBox();

    ProfileForm(ProfilesViewModel model, ProfileFormViewModel fields) {
        this.model = model;
        this.fields = fields;
        getStyleClass().addAll(Styles.CARD, "profile-form");
        Label title = new Label(fields.kept() ? Strings.text("settings.form.edit", fields.nameProperty().get()) : Strings.text("settings.form.new"));
        title.getStyleClass().add(Styles.HEAD);
        getChildren().add(title);
        if (!fields.kept()) {
            getChildren().addAll(field(Strings.text("settings.form.name"), "name", text(fields.nameProperty(), Strings.text("settings.form.name.prompt"))), field(Strings.text("settings.form.kind"), "kind", kind()));
        }
        fillLocal();
        fillAws();
        getChildren().addAll(local, aws, field(Strings.text("settings.form.colour"), "colour", colours()), field("", "readOnly", readOnly()), buttons());
        fields.text("kind").subscribe(this::showKind);
    }

    private void showKind(String kind) {
        show(local, kind.equals("local"));
        show(aws, !kind.equals("local"));
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    private void fillLocal() {
        TextField path = text(fields.text("path"), Strings.text("settings.form.folder.prompt"));
        HBox.setHgrow(path, Priority.ALWAYS);
        Button choose = Buttons.plain(Strings.text("settings.form.choose"), () -> model.askFolder().ifPresent(folder -> fields.text("path").set(folder.toString())));
        choose.setMinWidth(Region.USE_PREF_SIZE);
        local.getChildren().add(field(Strings.text("settings.form.folder"), "path", new HBox(8, path, choose)));
    }

    private void fillAws() {
        aws.getChildren().addAll(field(Strings.text("settings.form.aws"), "awsProfile", awsProfile()),
                line(Strings.text("settings.form.region"), "region", "eu-west-1"),
                line(Strings.text("settings.form.endpoint"), "endpoint", Strings.text("settings.form.endpoint.prompt")));
        aws.getChildren().add(part(Strings.text("settings.form.tiers"), Strings.text("settings.form.tiers.words")));
        for (Tier tier : Tier.values()) {
            aws.getChildren().add(tier(tier));
        }
        aws.getChildren().addAll(problem("tiers"), part(Strings.text("settings.form.catalog"), Strings.text("settings.form.catalog.words")),
                line(Strings.text("settings.form.databases"), "databases", Strings.text("settings.form.all")),
                line(Strings.text("settings.form.pipelines"), "pipelines", Strings.text("settings.form.all")),
                part(Strings.text("settings.form.athena"), Strings.text("settings.form.athena.words")),
                line(Strings.text("settings.form.workgroup"), "athena.workgroup", LakeProfile.Athena.DEFAULT.workgroup()),
                line(Strings.text("settings.form.output"), "athena.output", Strings.text("settings.form.output.prompt")),
                line(Strings.text("settings.form.price"), "athena.dollarsPerTerabyte", LakeProfile.Athena.DEFAULT.dollarsPerTerabyte().toPlainString()),
                line(Strings.text("settings.form.reuse"), "athena.reuse", Strings.text("settings.form.reuse.prompt")),
                part(Strings.text("settings.form.redshift"), Strings.text("settings.form.redshift.words")),
                line(Strings.text("settings.form.url"), "redshift.url", "jdbc:redshift://host:5439/database"),
                line(Strings.text("settings.form.user"), "redshift.user", Strings.text("settings.form.user.prompt")),
                field(Strings.text("settings.form.password"), "redshift.password", password()));
    }

    private Node tier(Tier tier) {
        TextField shown = text(fields.text("names." + tier.folder()), tier.folder());
        shown.setAccessibleText(Strings.text("settings.form.tier.name", tier.folder()));
        shown.setPrefWidth(120);
        shown.setMinWidth(120);
        TextField place = text(fields.text("tiers." + tier.folder()), "s3://bucket/" + tier.folder() + "/");
        place.setAccessibleText(Strings.text("settings.form.tier.place", tier.folder()));
        HBox.setHgrow(place, Priority.ALWAYS);
        VBox row = field(tier.folder(), "tiers." + tier.folder(), new HBox(8, shown, place));
        ((Label) ((HBox) row.getChildren().getFirst()).getChildren().getFirst()).setGraphic(new TierGlyph(tier));
        row.getChildren().add(problem("names." + tier.folder()));
        return row;
    }

    private Node awsProfile() {
        ComboBox<String> names = new ComboBox<>();
        names.setEditable(true);
        names.setMaxWidth(Double.MAX_VALUE);
        names.getEditor().textProperty().bindBidirectional(fields.text("awsProfile"));
        names.setPromptText(Strings.text("settings.form.aws.prompt"));
        names.itemsProperty().get().setAll(model.awsProfilesProperty().get());
        HBox.setHgrow(names, Priority.ALWAYS);
        return new HBox(names);
    }

    private Node kind() {
        Segments<String> kinds = new Segments<>();
        kinds.add("aws", Strings.text("settings.form.kind.aws"), Icons.of("fth-cloud", 14));
        kinds.add("local", Strings.text("settings.form.kind.local"), Icons.of("fth-hard-drive", 14));
        kinds.valueProperty().bindBidirectional(fields.text("kind"));
        return kinds;
    }

    private Node colours() {
        Segments<String> colours = new Segments<>();
        colours.add(NONE, Strings.text("settings.form.colour.none"), null);
        for (String colour : LakeProfile.COLOURS) {
            colours.add(colour, "", new LakeMark(colour)).setTooltip(Buttons.tip(colour));
        }
        colours.valueProperty().bindBidirectional(fields.text("colour"));
        return colours;
    }

    private Node readOnly() {
        CheckBox box = new CheckBox(Strings.text("settings.form.readonly"));
        box.setSelected(fields.text("readOnly").get().equals("true"));
        box.selectedProperty().subscribe(on -> fields.text("readOnly").set(on ? "true" : ""));
        return box;
    }

    /// The keychain keeps it under the profile's name, so the profile must be kept first.
    private Node password() {
        if (!fields.kept()) {
            return note(Strings.text("settings.form.password.later"));
        }
        PasswordField secret = new PasswordField();
        secret.setAccessibleText(Strings.text("settings.form.password"));
        HBox.setHgrow(secret, Priority.ALWAYS);
        Button keep = Buttons.plain(Strings.text("settings.form.password.keep"), () -> {
            model.keepPassword(secret.getText().toCharArray());
            secret.clear();
        });
        keep.setMinWidth(Region.USE_PREF_SIZE);
        keep.disableProperty().bind(secret.textProperty().isEmpty().or(fields.text("redshift.user").isEmpty()));
        Button forget = Buttons.plain(Strings.text("settings.form.password.forget"), model::forgetPassword);
        forget.setMinWidth(Region.USE_PREF_SIZE);
        fields.passwordProperty().subscribe(kept -> {
            secret.setPromptText(passwordWords(kept));
            show(forget, kept.orElse(false));
        });
        return new HBox(8, secret, keep, forget);
    }

    private static String passwordWords(Optional<Boolean> kept) {
        return kept.map(there -> there ? Strings.text("settings.form.password.kept") : Strings.text("settings.form.password.none")).orElse("");
    }

    private Node buttons() {
        HBox line = new HBox(8, ProfilesView.gap(), Buttons.plain(Strings.text("kit.cancel"), model::leaveForm), Buttons.primary(Strings.text("settings.form.save"), model::save));
        line.getStyleClass().add("form-buttons");
        return line;
    }

    private VBox line(String label, String key, String prompt) {
        return field(label, key, text(fields.text(key), prompt));
    }

    private VBox field(String label, String key, Node control) {
        Label name = new Label(label);
        name.getStyleClass().addAll(Styles.DENSE, "field-name");
        HBox.setHgrow(control, Priority.ALWAYS);
        HBox line = new HBox(name, control);
        line.setAlignment(Pos.CENTER_LEFT);
        return new VBox(line, problem(key));
    }

    private Node problem(String key) {
        Label problem = new Label(null, Icons.of("fth-x-circle", 12, Styles.DANGER));
        problem.getStyleClass().addAll(Styles.NOTE, Styles.DANGER_TEXT, "problem");
        problem.setWrapText(true);
        problem.setMinHeight(Region.USE_PREF_SIZE);
        fields.problemsProperty().subscribe(problems -> {
            problem.setText(problems.getOrDefault(key, ""));
            show(problem, problems.containsKey(key));
            if (problems.containsKey(key) && problems.keySet().iterator().next().equals(key)) {
                Views.focus(problem);
            }
        });
        return problem;
    }

    private static Node part(String title, String words) {
        Label name = new Label(title);
        name.getStyleClass().addAll(Styles.STRONG, Styles.DENSE);
        List<Node> nodes = new ArrayList<>(List.of(name));
        nodes.add(note(words));
        VBox part = new VBox(nodes.toArray(Node[]::new));
        part.getStyleClass().add("form-part");
        return part;
    }

    private static Label note(String words) {
        Label note = new Label(words);
        note.getStyleClass().addAll(Styles.NOTE, Styles.MUTED);
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        return note;
    }

    private static TextField text(StringProperty value, String prompt) {
        TextField field = new TextField();
        field.setPromptText(prompt);
        field.setMaxWidth(Double.MAX_VALUE);
        field.textProperty().bindBidirectional(value);
        return field;
    }
}
