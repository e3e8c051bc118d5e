package io.wonderlake;

import javafx.application.Application;
import javafx.stage.Stage;

/// Opens pages in the user's browser, through the toolkit's own service.
final class Browser extends Application {

    static void show(String page) {
        new Browser().getHostServices().showDocument(page);
    }

    /// Never called: the toolkit is started otherwise.
    @Override
    public void start(Stage stage) {
    }
}
