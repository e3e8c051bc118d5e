package io.wonderlake.ui.kit;

import io.wonderlake.work.Strings;
import javafx.animation.FadeTransition;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// The pile of toasts at the bottom right of the window; at most three.
public final class Toasts extends VBox {
    private static final int MOST = 3;

    public Toasts() {
        getStyleClass().add("toasts");
        setPickOnBounds(false);
    }

    public void show(Toast toast) {
        Node card = card(toast);
        getChildren().add(card);
        if (getChildren().size() > MOST) {
            getChildren().removeFirst();
        }
        FadeTransition in = new FadeTransition(Duration.millis(150), card);
        in.setFromValue(0);
        in.setToValue(1);
        in.play();
        if (toast.kind() != Toast.Kind.FAILED) {
            PauseTransition stay = new PauseTransition(Duration.seconds(5));
            stay.setOnFinished(_ -> getChildren().remove(card));
            stay.play();
        }
    }

    private Node card(Toast toast) {
        Label title = new Label(toast.title());
        title.getStyleClass().addAll(Styles.STRONG, Styles.DENSE);
        VBox words = new VBox(title);
        if (!toast.message().isEmpty()) {
            Label message = new Label(toast.message());
            message.getStyleClass().addAll(Styles.DENSE, Styles.MUTED, "message");
            message.setMinHeight(Region.USE_PREF_SIZE);
            words.getChildren().add(message);
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox card = new HBox(sign(toast.kind()), words);
        card.getStyleClass().addAll(Styles.OVERLAY, "toast");
        toast.action().ifPresent(action -> card.getChildren().add(Buttons.link(action.label(), () -> {
            getChildren().remove(card);
            action.act().run();
        })));
        card.getChildren().add(Buttons.icon("fth-x", Strings.text("kit.close"), () -> getChildren().remove(card)));
        return card;
    }

    private static Node sign(Toast.Kind kind) {
        return switch (kind) {
            case DONE -> Icons.of("fth-check-circle", 16, Styles.SUCCESS);
            case NOTE -> Icons.of("fth-info", 16, Styles.ACCENT);
            case FAILED -> Icons.of("fth-x-circle", 16, Styles.DANGER);
        };
    }
}
