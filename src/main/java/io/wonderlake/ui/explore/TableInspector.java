package io.wonderlake.ui.explore;

import io.wonderlake.catalog.Column;
import io.wonderlake.catalog.Table;
import io.wonderlake.contract.Contract;
import io.wonderlake.lake.LakeSettings;
import io.wonderlake.ui.kit.Buttons;
import io.wonderlake.ui.kit.Chip;
import io.wonderlake.ui.kit.Destination;
import io.wonderlake.ui.kit.Icons;
import io.wonderlake.ui.kit.Navigator;
import io.wonderlake.ui.kit.Section;
import io.wonderlake.ui.kit.Styles;
import io.wonderlake.ui.kit.TierGlyph;
import io.wonderlake.work.Formats;
import io.wonderlake.work.Strings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// Beside a table: the chosen column's profile, the table's facts, its owner, its contract and where it stands between others.
final class TableInspector {
    private final TablePageViewModel model;
    private final LakeSettings settings;
    private final Navigator navigator;
    private final InspectorPanel panel = new InspectorPanel();

    TableInspector(TablePageViewModel model, LakeSettings settings, Navigator navigator) {
        this.model = model;
        this.settings = settings;
        this.navigator = navigator;
        model.stateProperty().subscribe(_ -> show());
        model.chosenProperty().subscribe(_ -> show());
        model.profiles().stateProperty().subscribe(_ -> show());
    }

    Node node() {
        return panel;
    }

    private void show() {
        if (!(model.stateProperty().get() instanceof TablePageViewModel.State.Ready(TableFacts facts))) {
            panel.clear();
            return;
        }
        Column column = model.chosenProperty().get();
        List<Node> sections = new ArrayList<>();
        if (column == null) {
            panel.head(new TierGlyph(facts.table().tier()), facts.table().name().table(), Chip.outline(facts.table().format().label()));
        } else {
            panel.head(Icons.type(column.type().family(), 14), column.name(), Chip.outline(typeWord(column)));
            sections.add(ProfileSection.of(column, model.profiles().stateProperty().get(), model.measuredOver()));
        }
        sections.add(facts(facts));
        owner(facts).ifPresent(sections::add);
        facts.contract().ifPresent(contract -> sections.add(contract(contract, facts)));
        if (!facts.inputs().isEmpty() || !facts.outputs().isEmpty()) {
            sections.add(new Section(Strings.text("explore.inspect.lineage"), new Lineage(facts.inputs(), facts.outputs(),
                    table -> navigator.open(new Destination.OfTable(table, Optional.empty())))));
        }
        panel.sections(sections);
    }

    private static String typeWord(Column column) {
        String type = column.type().sql();
        return type.length() <= 24 ? type : type.substring(0, 23) + "…";
    }

    private Section facts(TableFacts facts) {
        Table table = facts.table();
        List<Node> lines = new ArrayList<>();
        if (table.rows() >= 0) {
            lines.add(number("explore.inspect.rows", Formats.count(table.rows())));
        }
        if (table.bytes() >= 0) {
            lines.add(number("explore.inspect.size", Formats.bytes(table.bytes())));
        }
        if (table.files() >= 0) {
            lines.add(number("explore.inspect.files", Formats.count(table.files())));
        }
        lines.add(number("explore.inspect.version", Formats.count(table.version())));
        Node updated = Section.fact(Strings.text("explore.inspect.updated"), Formats.relative(table.updated(), Instant.now()));
        Tooltip.install(updated, Buttons.tip(Formats.absolute(table.updated())));
        lines.add(updated);
        lines.add(Section.fact(Strings.text("explore.inspect.tier"), settings.tierName(table.tier())));
        facts.last().ifPresent(last -> lines.add(run(last)));
        if (!table.place().isEmpty()) {
            lines.add(Facts.place(table.place()));
        }
        return new Section(Strings.text("explore.inspect.table"), Facts.group(lines));
    }

    private Node run(LastSteps.InRun last) {
        Node line = Section.fact(Strings.text("explore.inspect.run"), "");
        line.getStyleClass().add("centred");
        ((HBox) line).getChildren().add(Buttons.link(Strings.text("explore.inspect.run.link", last.run().pipeline(), last.run().label()),
                () -> navigator.open(new Destination.OfRun(last.run().id(), Optional.of(last.step().step())))));
        return line;
    }

    private static Node number(String key, String value) {
        return Section.fact(Strings.text(key), value, Styles.NUMBER);
    }

    private static Optional<Section> owner(TableFacts facts) {
        String owner = facts.table().owner().isBlank() ? facts.contract().map(Contract::owner).orElse("") : facts.table().owner();
        if (owner.isBlank()) {
            return Optional.empty();
        }
        Label name = new Label(owner);
        name.getStyleClass().add(Styles.DENSE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line = new HBox(8, name, gap, Buttons.icon("fth-copy", Strings.text("explore.inspect.owner.copy"),
                () -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, owner))));
        line.setAlignment(Pos.CENTER_LEFT);
        return Optional.of(new Section(Strings.text("explore.inspect.owner"), line));
    }

    private static Section contract(Contract contract, TableFacts facts) {
        List<Node> lines = ContractLines.of(contract, facts.last().map(LastSteps.InRun::step)).stream().map(TableInspector::line).toList();
        Label version = new Label(Strings.text("explore.inspect.contract.version", contract.version()));
        version.getStyleClass().addAll(Styles.NOTE, Styles.MUTED);
        return new Section(Strings.text("explore.inspect.contract"), Facts.group(lines)).aside(version);
    }

    private static Node line(ContractLines.Line line) {
        Node icon = switch (line.standing()) {
            case MET -> Icons.of("fth-check", 13, Styles.SUCCESS);
            case BROKEN -> Icons.of("fth-alert-triangle", 13, Styles.WARNING);
            case UNCHECKED -> Icons.of("fth-circle", 13, Styles.SUBTLE);
        };
        Label text = new Label(line.text());
        text.setMinHeight(Region.USE_PREF_SIZE);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        Label count = new Label(line.count());
        count.getStyleClass().addAll("count", line.standing() == ContractLines.Standing.BROKEN ? Styles.WARNING_TEXT : Styles.MUTED);
        count.setMinWidth(Region.USE_PREF_SIZE);
        StackPane sign = new StackPane(icon);
        sign.getStyleClass().add("sign");
        HBox row = new HBox(sign, text, count);
        row.getStyleClass().add("rule-line");
        return row;
    }
}
