package io.wonderlake.ui.shell;

import io.wonderlake.catalog.ColumnType;
import io.wonderlake.lake.Tier;
import java.util.Optional;
import javafx.scene.input.KeyCombination;

/// One line of the palette.
///
/// @param detail second, quieter text; may be empty
/// @param run what choosing it does, on the UI thread
public record PaletteItem(Group group, String title, String detail, Sign sign, Optional<KeyCombination> key, Runnable run) {

    /// What kind of thing a line stands for, in the order in which the palette shows them.
    public enum Group { RECENT, COLUMNS, TABLES, SAVED, ACTIONS, FILES }

    /// What stands before the title.
    public sealed interface Sign {
        record OfIcon(String literal) implements Sign { }

        record OfTier(Tier tier) implements Sign { }

        record OfType(ColumnType.Family family) implements Sign { }
    }
}
