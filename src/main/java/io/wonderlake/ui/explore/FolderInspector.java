package io.wonderlake.ui.explore;

import io.wonderlake.ui.kit.Chip;
import io.wonderlake.ui.kit.Section;
import io.wonderlake.ui.kit.Styles;
import io.wonderlake.ui.kit.TierGlyph;
import io.wonderlake.work.Formats;
import io.wonderlake.work.Strings;
import java.util.List;
import javafx.scene.Node;

/// Beside a folder: how much lies below it, and where it is.
final class FolderInspector {
    private final FolderPageViewModel model;
    private final InspectorPanel panel = new InspectorPanel();

    FolderInspector(FolderPageViewModel model) {
        this.model = model;
        model.stateProperty().subscribe(this::show);
    }

    Node node() {
        return panel;
    }

    private void show(FolderPageViewModel.State state) {
        panel.clear();
        if (state instanceof FolderPageViewModel.State.Shown(FolderRows rows, boolean all, _)) {
            panel.head(new TierGlyph(model.folder().tier()), model.folder().name(), Chip.outline(Strings.text("explore.folder")));
            panel.sections(List.of(new Section(Strings.text("explore.folder"), Facts.group(List.of(
                    Section.fact(Strings.text("explore.inspect.files"), Formats.count(rows.rows()) + (all ? "" : "+"), Styles.NUMBER),
                    Section.fact(Strings.text("explore.inspect.size"), Formats.bytes(rows.bytes()) + (all ? "" : "+"), Styles.NUMBER),
                    Facts.place(model.folder().toString()))))));
        }
    }
}
