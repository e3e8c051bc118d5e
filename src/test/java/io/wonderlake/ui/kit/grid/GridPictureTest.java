package io.wonderlake.ui.kit.grid;

import static org.assertj.core.api.Assertions.assertThat;

import io.wonderlake.catalog.Column;
import io.wonderlake.settings.Appearance;
import io.wonderlake.ui.kit.FxTest;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A grid with every kind of cell, in both themes.
class GridPictureTest extends FxTest {
    @AfterEach
    void backToLight() {
        runFx(() -> {
            theme().mode(Appearance.Mode.LIGHT);
            theme().density(Appearance.Density.COMPACT);
        });
    }

    @Test
    void showsEveryStateOfACell() {
        DataGrid grid = onFx(DataGrid::new);
        Stage stage = show(onFx(() -> new StackPane(grid)), 752, 420);
        runFx(() -> {
            grid.show(sales());
            grid.setMarks(GridPictureTest::mark);
            grid.setHeaderBars(Map.of(0, new HeaderBars(List.of(1.0, 0.9, 1.0, 0.95, 1.0, 1.0), false), 2, new HeaderBars(List.of(0.3, 0.2, 0.15, 0.1), true),
                    4, new HeaderBars(List.of(1.0, 0.8, 0.5, 0.3, 0.2, 0.1, 0.05, 0.02), false)));
        });
        await(() -> grid.shownText(0, 4).isPresent());
        runFx(() -> {
            grid.goTo(6, 4);
            grid.choose(4);
        });
        settle();
        snapshot(grid, Path.of("target/pictures/grid-light.png"));
        double low = onFx(() -> grid.lookup(".grid-cell").getLayoutBounds().getHeight());
        runFx(() -> {
            theme().mode(Appearance.Mode.DARK);
            theme().density(Appearance.Density.COMFORTABLE);
        });
        settle();
        snapshot(grid, Path.of("target/pictures/grid-dark.png"));
        double high = onFx(() -> grid.lookup(".grid-cell").getLayoutBounds().getHeight());
        assertThat(low).isEqualTo(26);
        assertThat(high).isEqualTo(32);
        runFx(stage::close);
    }

    private static GridSource sales() {
        List<Column> columns = List.of(new Column("salesid", "integer"), new Column("caldate", "date"), new Column("day", "varchar"),
                new Column("qtysold", "smallint"), new Column("pricepaid", "decimal(8,2)"), new Column("likes", "boolean"), new Column("note", "varchar"));
        List<Object[]> rows = new ArrayList<>();
        for (int i = 1; i <= 172; i++) {
            rows.add(new Object[] {i, LocalDate.of(2008, 1, 1).plusDays(i), List.of("MO", "TU", "WE").get(i % 3), i % 5, new BigDecimal(i * 700).movePointLeft(2),
                i % 2 == 0, i % 4 == 0 ? null : "A note of some length, with a tab\tand line\nbreak, number " + i});
        }
        return GridSource.of(columns, rows);
    }

    private static Optional<CellMark> mark(long row, int column) {
        if (row == 2 && column == 2) {
            return Optional.of(new CellMark(CellMark.State.BAD, "unknown day"));
        }
        if (row == 3 && column == 4) {
            return Optional.of(new CellMark(CellMark.State.WARNING, "written with a comma"));
        }
        return row == 4 && column == 3 ? Optional.of(new CellMark(CellMark.State.FIXED, "was empty")) : Optional.empty();
    }
}
