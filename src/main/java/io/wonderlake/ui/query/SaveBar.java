package io.wonderlake.ui.query;

import io.wonderlake.ui.kit.Buttons;
import io.wonderlake.ui.kit.Styles;
import io.wonderlake.work.Strings;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// Asks under which question a query is to be saved in the lake.
final class SaveBar extends HBox {
    private final TextField question = new TextField();

    SaveBar(Consumer<String> save, Runnable done) {
        getStyleClass().add("find-bar");
        Label label = new Label(Strings.text("query.save.ask"));
        label.getStyleClass().addAll(Styles.DENSE, Styles.MUTED);
        label.setMinWidth(Region.USE_PREF_SIZE);
        question.setPromptText(Strings.text("query.save.prompt"));
        question.setPrefWidth(360);
        Runnable act = () -> {
            if (!question.getText().isBlank()) {
                leave();
                save.accept(question.getText().strip());
                done.run();
            }
        };
        Button button = Buttons.plain(Strings.text("query.save.do"), act);
        button.disableProperty().bind(question.textProperty().map(String::isBlank));
        getChildren().addAll(label, question, button, Buttons.ghost(Strings.text("query.save.not"), () -> {
            leave();
            done.run();
        }));
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && question.isFocused()) {
                act.run();
                event.consume();
            } else if (event.getCode() == KeyCode.ESCAPE) {
                leave();
                done.run();
                event.consume();
            }
        });
        sceneProperty().subscribe(scene -> {
            if (scene != null) {
                question.requestFocus();
            }
        });
    }

    private void leave() {
        if (getParent() instanceof Pane place) {
            place.getChildren().remove(this);
        }
    }
}
