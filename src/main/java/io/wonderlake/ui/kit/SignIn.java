package io.wonderlake.ui.kit;

import javafx.event.Event;
import javafx.event.EventType;

/// Travels from whatever failed because nobody is logged in up to the window, which logs in and then does again what failed.
public final class SignIn extends Event {
    public static final EventType<SignIn> WANTED = new EventType<>(Event.ANY, "SIGN_IN_WANTED");
    private static final long serialVersionUID = 1;

    private final transient Runnable then;

    public SignIn(Runnable then) {
        super(WANTED);
        this.then = then;
    }

    /// What the login was wanted for.
    public Runnable then() {
        return then;
    }
}
