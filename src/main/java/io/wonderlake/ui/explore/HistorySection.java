package io.wonderlake.ui.explore;

import io.wonderlake.lake.ObjectVersion;
import io.wonderlake.ui.explore.HistoryViewModel.History;
import io.wonderlake.ui.explore.HistoryViewModel.State;
import io.wonderlake.ui.kit.Buttons;
import io.wonderlake.ui.kit.Chip;
import io.wonderlake.ui.kit.FailureBanner;
import io.wonderlake.ui.kit.Loading;
import io.wonderlake.ui.kit.Section;
import io.wonderlake.ui.kit.Styles;
import io.wonderlake.work.Failure;
import io.wonderlake.work.Formats;
import io.wonderlake.work.Strings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// An object's labels and versions; an old version is brought back with a question in its place.
final class HistorySection {
    private static final int VERSIONS = 50;

    private final HistoryViewModel model;

    HistorySection(HistoryViewModel model) {
        this.model = model;
    }

    List<Node> nodes() {
        List<Node> nodes = new ArrayList<>();
        switch (model.stateProperty().get()) {
            case State.Idle(), State.Reading(_) -> { }
            case State.Restoring(var job) -> nodes.add(new Section(Strings.text("explore.inspect.versions"), new Loading(job)));
            case State.Shown(History history) -> fill(nodes, history);
        }
        return nodes;
    }

    private void fill(List<Node> nodes, History history) {
        if (!history.labels().isEmpty()) {
            nodes.add(new Section(Strings.text("explore.inspect.labels"), Facts.group(history.labels().entrySet().stream()
                    .map(label -> Section.fact(label.getKey(), label.getValue())).toList())));
        }
        boolean deleted = history.versions().stream().noneMatch(ObjectVersion::current);
        if (history.versions().size() > 1 || deleted && !history.versions().isEmpty() || model.troubleProperty().get().isPresent()) {
            nodes.add(versions(history.versions()));
        }
        history.denied().forEach(failure -> nodes.add(new Section(Strings.text("explore.inspect.versions"), banner(failure))));
    }

    private Section versions(List<ObjectVersion> versions) {
        List<Node> lines = new ArrayList<>();
        model.troubleProperty().get().ifPresent(failure -> lines.add(banner(failure)));
        versions.stream().limit(VERSIONS).forEach(version -> lines.add(line(version)));
        Label count = new Label(Formats.count(versions.size()));
        count.getStyleClass().addAll(Styles.NUMBER, Styles.NOTE, Styles.MUTED);
        return new Section(Strings.text("explore.inspect.versions"), lines.toArray(Node[]::new)).aside(count);
    }

    private Node line(ObjectVersion version) {
        Label when = new Label(Formats.absolute(version.modified()));
        when.getStyleClass().addAll(Styles.NUMBER, Styles.DENSE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label size = new Label(Formats.bytes(version.size()));
        size.getStyleClass().addAll(Styles.NUMBER, Styles.NOTE, Styles.MUTED);
        HBox line = new HBox(8, when, size, gap);
        line.setAlignment(Pos.CENTER_LEFT);
        if (version.current()) {
            line.getChildren().add(Chip.outline(Strings.text("explore.inspect.current")));
        } else if (model.restorable() && !asked(version)) {
            line.getChildren().add(Buttons.link(Strings.text("explore.restore"), () -> model.ask(version)));
        }
        VBox box = new VBox(line);
        version.deleted().ifPresent(time -> box.getChildren().add(ProfileSection.wrapped(Strings.text("explore.inspect.deleted", Moments.when(time, Instant.now())))));
        if (asked(version)) {
            box.getChildren().add(question());
        }
        return box;
    }

    private boolean asked(ObjectVersion version) {
        return model.askedProperty().get().filter(version::equals).isPresent();
    }

    private Node question() {
        HBox buttons = new HBox(8, Buttons.primary(Strings.text("explore.restore.yes"), model::restore), Buttons.plain(Strings.text("explore.restore.no"), model::leave));
        buttons.getChildren().forEach(button -> button.getStyleClass().add(Styles.SMALL));
        VBox box = new VBox(8, ProfileSection.wrapped(Strings.text("explore.restore.question")), buttons);
        box.getStyleClass().add("question");
        return box;
    }

    private static Node banner(Failure failure) {
        FailureBanner banner = new FailureBanner();
        banner.setNarrow(true);
        banner.show(failure);
        return banner;
    }
}
