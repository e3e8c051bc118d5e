package io.wonderlake.ui.kit;

import io.wonderlake.work.Failure;
import io.wonderlake.work.Strings;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import java.util.Map;

/// Says in its place why something did not work: cause, advice, one button, and the raw text behind Details. Hidden while there is nothing to say.
public final class FailureBanner extends VBox {
    private static final double SPACING = 12;

    /// What the banner's button offers.
    public record Remedy(String label, Runnable act) { }

    private boolean narrow;

    public FailureBanner() {
        getStyleClass().add("failure-banner");
        clear();
    }

    /// In a narrow place the buttons stand below the sentences.
    public void setNarrow(boolean now) {
        narrow = now;
    }

    public boolean isNarrow() {
        return narrow;
    }

    public void clear() {
        getChildren().clear();
        setVisible(false);
        setManaged(false);
    }

    /// With "Log in again" where that is what is missing.
    public void show(Failure failure) {
        show(failure, failure.kind() == Failure.Kind.SIGN_IN ? remedy(failure, () -> { }) : Optional.empty());
    }

    /// With "Log in again" where that is what is missing, after which it is tried again; with "Try again" where the trouble may pass.
    public void show(Failure failure, Runnable again) {
        show(failure, remedy(failure, again));
    }

    public void show(Failure failure, Optional<Remedy> remedy) {
        clear();
        VBox sentences = sentences(failure);
        HBox line = new HBox(Icons.of("fth-x-circle", 16), sentences);
        line.getStyleClass().addAll("banner", "danger");
        HBox below = new HBox(SPACING);
        HBox links = narrow ? below : line;
        remedy.ifPresent(offer -> links.getChildren().add(link(offer.label(), offer.act())));
        getChildren().add(line);
        failure.detail().ifPresent(detail -> addDetails(links, detail));
        if (!below.getChildren().isEmpty()) {
            sentences.getChildren().add(below);
        }
        setVisible(true);
        setManaged(true);
    }

    private static Button link(String text, Runnable act) {
        Button link = Buttons.link(text, act);
        link.setMinWidth(USE_PREF_SIZE);
        return link;
    }

    private Optional<Remedy> remedy(Failure failure, Runnable again) {
        if (failure.kind() == Failure.Kind.SIGN_IN) {
            return Optional.of(new Remedy(Strings.text("kit.login.again"), () -> fireEvent(new SignIn(again))));
        }
        return failure.kind().mayPass() ? Optional.of(new Remedy(Strings.text("kit.failure.again"), again)) : Optional.empty();
    }

    private static VBox sentences(Failure failure) {
        VBox box = new VBox(sentence(failure.message()));
        if (!failure.advice().isEmpty()) {
            Label advice = sentence(failure.advice());
            advice.getStyleClass().add(Styles.MUTED);
            box.getChildren().add(advice);
        }
        HBox.setHgrow(box, Priority.ALWAYS);
        return box;
    }

    private static Label sentence(String text) {
        Label label = new Label(text);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private void addDetails(HBox line, String detail) {
        TextArea raw = new TextArea(detail);
        raw.setEditable(false);
        raw.setWrapText(true);
        Button copy = Buttons.withIcon(Buttons.plain(Strings.text("kit.copy"), () -> copy(detail)), "fth-copy");
        copy.getStyleClass().add(Styles.SMALL);
        VBox details = new VBox(raw, copy);
        details.getStyleClass().add("details");
        details.setVisible(false);
        details.managedProperty().bind(details.visibleProperty());
        line.getChildren().add(link(Strings.text("kit.details"), () -> details.setVisible(!details.isVisible())));
        getChildren().add(details);
    }

    private static void copy(String text) {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
    }
}
