package io.wonderlake.ui.shell;

import io.wonderlake.lake.aws.Prompts;
import io.wonderlake.ui.kit.Buttons;
import io.wonderlake.ui.kit.FailureBanner;
import io.wonderlake.ui.kit.Icons;
import io.wonderlake.ui.kit.Logins;
import io.wonderlake.ui.kit.Logins.State;
import io.wonderlake.ui.kit.Spinner;
import io.wonderlake.ui.kit.Styles;
import io.wonderlake.ui.kit.Views;
import io.wonderlake.work.Failure;
import io.wonderlake.work.Formats;
import io.wonderlake.work.Strings;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// A login, over the whole window: the code to confirm in the browser, the digits of a device, or why it did not work. Escape gives it up.
final class LoginView extends StackPane {
    private static final int DIGITS = 6;

    private final Logins logins;
    private final Consumer<URI> browser;
    private final VBox card = new VBox();
    private final Subscription held;

    LoginView(Logins logins, Consumer<URI> browser) {
        this.logins = logins;
        this.browser = browser;
        getStyleClass().addAll("scrim", "login");
        card.getStyleClass().addAll(Styles.OVERLAY, "login-card");
        card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        getChildren().add(card);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                logins.cancel();
                event.consume();
            }
        });
        held = logins.stateProperty().subscribe(this::show);
    }

    void close() {
        held.unsubscribe();
    }

    private void show(State state) {
        setVisible(!(state instanceof State.Idle));
        card.getChildren().clear();
        switch (state) {
            case State.Idle() -> { }
            case State.Working(String lake) -> working(lake);
            case State.Code(Prompts.Device device) -> code(device);
            case State.Browser(Prompts.Login login) -> browser(login);
            case State.Refused(String lake, Failure failure) -> refused(lake, failure);
        }
    }

    private void working(String lake) {
        card.getChildren().addAll(title(Strings.text("shell.login.title", lake)), waiting(Strings.text("shell.login.working")), buttons(cancel()));
        Views.focus(card);
    }

    private void browser(Prompts.Login login) {
        Label code = new Label(login.code());
        code.getStyleClass().add("login-code");
        Button copy = Buttons.withIcon(Buttons.plain(Strings.text("kit.copy"), () -> copy(login.code())), "fth-copy");
        HBox line = new HBox(16, code, copy);
        line.setAlignment(Pos.CENTER_LEFT);
        Button open = Buttons.withIcon(Buttons.primary(Strings.text("shell.login.open"), () -> browser.accept(login.pageWithCode())), "fth-external-link");
        card.getChildren().addAll(title(Strings.text("shell.login.title", login.profile())), words(Strings.text("shell.login.confirm", login.page())), line,
                waiting(Strings.text("shell.login.waiting", Formats.clock(login.until()))), buttons(cancel(), open));
        Views.focus(open);
    }

    private void code(Prompts.Device device) {
        TextField field = new TextField();
        field.setPromptText(Strings.text("shell.login.digits"));
        field.setAccessibleText(Strings.text("shell.login.digits"));
        field.getStyleClass().addAll(Styles.NUMBER, "digits");
        field.setTextFormatter(new TextFormatter<>(change -> change.getControlNewText().matches("\\d{0," + DIGITS + "}") ? change : null));
        Button send = Buttons.primary(Strings.text("shell.login.send"), () -> logins.answer(field.getText()));
        send.disableProperty().bind(field.textProperty().length().lessThan(DIGITS));
        field.setOnAction(_ -> send.fire());
        card.getChildren().addAll(title(Strings.text("shell.login.title", device.profile())), words(Strings.text("shell.login.device", device.serial())));
        if (device.again()) {
            Label wrong = new Label(Strings.text("shell.login.wrong"), Icons.of("fth-x-circle", 13, Styles.DANGER));
            wrong.getStyleClass().addAll(Styles.DENSE, Styles.DANGER_TEXT);
            card.getChildren().add(wrong);
        }
        card.getChildren().addAll(field, buttons(cancel(), send));
        Views.focus(field);
    }

    private void refused(String lake, Failure failure) {
        FailureBanner banner = new FailureBanner();
        banner.show(failure, Optional.empty());
        Button again = Buttons.primary(Strings.text("kit.failure.again"), logins::again);
        card.getChildren().addAll(title(Strings.text("shell.login.failed", lake)), banner, buttons(Buttons.plain(Strings.text("kit.close"), logins::cancel), again));
        Views.focus(again);
    }

    private Button cancel() {
        return Buttons.plain(Strings.text("kit.cancel"), logins::cancel);
    }

    private static Label title(String text) {
        Label title = new Label(text);
        title.getStyleClass().add(Styles.HEAD);
        return title;
    }

    private static Label words(String text) {
        Label words = new Label(text);
        words.getStyleClass().addAll(Styles.DENSE, Styles.MUTED);
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        return words;
    }

    private static Node waiting(String text) {
        HBox line = new HBox(8, new Spinner(14), words(text));
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static Node buttons(Button... buttons) {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line = new HBox(8, gap);
        line.getChildren().addAll(buttons);
        return line;
    }

    private static void copy(String text) {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
    }
}
