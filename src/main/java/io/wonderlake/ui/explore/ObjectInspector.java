package io.wonderlake.ui.explore;

import io.wonderlake.catalog.Column;
import io.wonderlake.catalog.StorageFormat;
import io.wonderlake.format.FileFacts;
import io.wonderlake.format.Previews.Preview;
import io.wonderlake.format.RowProblem;
import io.wonderlake.lake.ObjectEntry;
import io.wonderlake.ui.kit.Chip;
import io.wonderlake.ui.kit.Icons;
import io.wonderlake.ui.kit.Section;
import io.wonderlake.ui.kit.Styles;
import io.wonderlake.ui.kit.TierGlyph;
import io.wonderlake.work.Formats;
import io.wonderlake.work.Strings;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Beside an object: what the file is, how it is read, its columns, and the rows that do not fit.
final class ObjectInspector {
    private static final int COLUMNS = 200;
    private static final int PROBLEMS = 20;

    private final ObjectPageViewModel model;
    private final InspectorPanel panel = new InspectorPanel();

    ObjectInspector(ObjectPageViewModel model) {
        this.model = model;
        model.stateProperty().subscribe(this::show);
        model.history().stateProperty().subscribe(_ -> show(model.stateProperty().get()));
        model.history().askedProperty().subscribe(_ -> show(model.stateProperty().get()));
    }

    Node node() {
        return panel;
    }

    private void show(ObjectPageViewModel.State state) {
        if (!(state instanceof ObjectPageViewModel.State.Ready(ObjectLook look))) {
            panel.clear();
            panel.sections(state instanceof ObjectPageViewModel.State.Broken ? new HistorySection(model.history()).nodes() : List.of());
            return;
        }
        String kind = look.facts().map(facts -> facts.storage().label()).orElse(Strings.text(look.text() ? "explore.view.text" : "explore.view.bytes"));
        panel.head(new TierGlyph(look.entry().path().tier()), look.entry().path().name(), Chip.outline(kind));
        List<Node> sections = new ArrayList<>();
        sections.add(file(look));
        sections.addAll(new HistorySection(model.history()).nodes());
        look.preview().ifPresent(preview -> {
            FileFacts facts = preview.facts();
            sections.add(reading(preview));
            if (!facts.problems().isEmpty()) {
                sections.add(problems(facts));
            }
            sections.add(columns(facts));
        });
        panel.sections(sections);
    }

    private static Section file(ObjectLook look) {
        ObjectEntry entry = look.entry();
        List<Node> lines = new ArrayList<>();
        lines.add(number("explore.inspect.size", Formats.bytes(entry.size())));
        lines.add(number("explore.inspect.changed", Formats.absolute(entry.modified())));
        if (!entry.storageClass().isEmpty()) {
            lines.add(Section.fact(Strings.text("explore.inspect.class"), entry.storageClass()));
        }
        lines.add(Facts.place(entry.path().toString()));
        return new Section(Strings.text("explore.inspect.file"), Facts.group(lines));
    }

    private static Section reading(Preview preview) {
        FileFacts facts = preview.facts();
        List<Node> lines = new ArrayList<>();
        if (facts.rows() >= 0) {
            lines.add(number("explore.inspect.rows", Formats.count(facts.rows())));
        }
        if (!preview.whole()) {
            lines.add(number("explore.inspect.readable", Formats.count(preview.rows())));
        }
        if (facts.badRows() > 0) {
            lines.add(number("explore.inspect.bad", Formats.count(facts.badRows())));
        }
        if (facts.storage() instanceof StorageFormat.Text text) {
            lines.add(Section.fact(Strings.text("explore.inspect.charset"), text.charset()));
            lines.add(Section.fact(Strings.text("explore.inspect.header"), Strings.text(text.header() ? "explore.inspect.header.yes" : "explore.inspect.header.no")));
        }
        if (!facts.compression().isEmpty()) {
            lines.add(Section.fact(Strings.text("explore.inspect.packed"), facts.compression()));
        }
        if (facts.sheets().size() > 1) {
            lines.add(Section.fact(Strings.text("explore.inspect.sheets"), String.join(", ", facts.sheets())));
        }
        return new Section(Strings.text("explore.inspect.content"), Facts.group(lines));
    }

    private static Section problems(FileFacts facts) {
        Node[] lines = facts.problems().stream().limit(PROBLEMS).map(ObjectInspector::problem).toArray(Node[]::new);
        return new Section(Strings.text("explore.inspect.problems"), lines).aside(Chip.warning(Formats.count(facts.badRows())));
    }

    private static Node problem(RowProblem problem) {
        Label place = new Label(problem.place());
        place.getStyleClass().addAll(Styles.NUMBER, Styles.NOTE, Styles.MUTED);
        return new VBox(place, ProfileSection.wrapped(problem.message()));
    }

    private static Section columns(FileFacts facts) {
        List<Node> lines = new ArrayList<>();
        facts.columns().stream().limit(COLUMNS).forEach(column -> lines.add(column(column)));
        int more = facts.columns().size() - COLUMNS;
        if (more > 0) {
            lines.add(ProfileSection.wrapped(Strings.text("explore.inspect.columns.more", Formats.count(more))));
        }
        Label count = new Label(Formats.count(facts.columns().size()));
        count.getStyleClass().addAll(Styles.NUMBER, Styles.NOTE, Styles.MUTED);
        return new Section(Strings.text("explore.page.columns"), Facts.group(lines)).aside(count);
    }

    private static Node column(Column column) {
        Label name = new Label(column.name());
        name.getStyleClass().add(Styles.DENSE);
        name.setMinWidth(0);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label type = new Label(column.type().sql());
        type.getStyleClass().addAll(Styles.NOTE, Styles.MUTED);
        HBox line = new HBox(8, Icons.type(column.type().family(), 12, Styles.SUBTLE), name, gap, type);
        line.setAlignment(Pos.CENTER_LEFT);
        line.setMinHeight(20);
        return line;
    }

    private static Node number(String key, String value) {
        return Section.fact(Strings.text(key), value, Styles.NUMBER);
    }
}
