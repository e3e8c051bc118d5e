package io.wonderlake.ui.kit.grid;

import io.wonderlake.catalog.Column;
import io.wonderlake.work.Failure;
import io.wonderlake.work.Formats;
import io.wonderlake.work.Strings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.util.Duration;

/// Shows any number of rows and columns of a [GridSource], holding only what is in view. Used on the UI thread.
public final class DataGrid extends Region {
    private static final Executor LOADER = Executors.newFixedThreadPool(2, Thread.ofPlatform().daemon().name("grid rows ", 1).factory());
    private static final double BAR = 12;
    private static final double LARGER = 13.0 / 12;
    private static final double WHEEL_ROW = 40.0 / 3;

    private final HeaderStrip header = new HeaderStrip(this);
    private final RowStrip numbers = new RowStrip();
    private final CellPane cells = new CellPane();
    private final Region corner = new Region();
    private final Region rowMeasure = new Region();
    private final ScrollBar vertical = new ScrollBar();
    private final ScrollBar horizontal = new ScrollBar();
    private final Label nothing = new Label(Strings.text("grid.empty"));
    private final GridNotice notice = new GridNotice();
    private final Timeline growth = new Timeline(new KeyFrame(Duration.millis(150), _ -> grown()));
    private final Map<Integer, HeaderBars> pictures = new HashMap<>();
    private final ReadOnlyIntegerWrapper chosenColumn = new ReadOnlyIntegerWrapper(-1);
    private final ReadOnlyIntegerWrapper columnsInView = new ReadOnlyIntegerWrapper();
    private final ReadOnlyLongWrapper cursorRow = new ReadOnlyLongWrapper(-1);
    private GridModel model;
    private CellMark.Marks marks = CellMark.Marks.NONE;
    private double rowHeight = GridHeader.HEIGHT;
    private boolean tallHeader;
    private boolean chooseWithCursor;
    private boolean widthsSettled;
    private int wantedColumn = -1;
    private Optional<LongConsumer> openRow = Optional.empty();
    private long shownRows = -1;

    public DataGrid() {
        getStyleClass().add("data-grid");
        getStylesheets().add(DataGrid.class.getResource("grid.css").toExternalForm());
        setAccessibleRole(AccessibleRole.TABLE_VIEW);
        setFocusTraversable(true);
        setMinSize(120, 80);
        corner.getStyleClass().add("grid-corner");
        rowMeasure.getStyleClass().add("row-measure");
        rowMeasure.setMouseTransparent(true);
        nothing.getStyleClass().add("grid-nothing");
        vertical.setOrientation(Orientation.VERTICAL);
        horizontal.setUnitIncrement(40);
        clip(cells);
        clip(header);
        clip(numbers);
        getChildren().addAll(rowMeasure, cells, numbers, header, corner, vertical, horizontal, nothing, notice);
        growth.setCycleCount(Animation.INDEFINITE);
        listen();
        new GridMenu(this).install();
    }

    private void listen() {
        GridKeys keys = new GridKeys(this);
        addEventHandler(KeyEvent.KEY_PRESSED, keys::handle);
        addEventFilter(ScrollEvent.SCROLL, this::wheel);
        cells.setOnMousePressed(this::pressCell);
        cells.setOnMouseDragged(this::dragCell);
        numbers.setOnMousePressed(event -> pickRow(event, event.isShiftDown()));
        numbers.setOnMouseDragged(event -> pickRow(event, true));
        vertical.valueProperty().subscribe(value -> {
            if (model != null && model.window().moveTo(Math.round(value.doubleValue()))) {
                render();
            }
        });
        horizontal.valueProperty().subscribe(_ -> render());
        sceneProperty().subscribe(scene -> {
            if (scene == null) {
                growth.stop();
            } else if (model != null && !model.source().complete()) {
                growth.play();
            }
        });
    }

    /// Shows the rows of a source from the top. A source that is still growing is followed until it is complete.
    public void show(GridSource source) {
        clear();
        Executor uiThread = Platform::runLater;
        GridModel[] mine = new GridModel[1];
        GridPages pages = new GridPages(source, LOADER, uiThread, () -> arrived(mine[0]), failure -> failed(mine[0], failure));
        double[] least = GridWidths.least(headTexts(source.columns()));
        mine[0] = new GridModel(source, pages, new GridColumns(least, least, GridColumns.words(source.columns())));
        model = mine[0];
        nothing.setVisible(source.complete() && source.rows() == 0);
        if (!source.complete()) {
            growth.play();
        }
        requestLayout();
    }

    /// Shows nothing.
    public void clear() {
        growth.stop();
        model = null;
        pictures.clear();
        tallHeader = false;
        widthsSettled = false;
        wantedColumn = -1;
        shownRows = -1;
        marks = CellMark.Marks.NONE;
        chosenColumn.set(-1);
        cursorRow.set(-1);
        nothing.setVisible(false);
        notice.hide();
        vertical.setValue(0);
        horizontal.setValue(0);
        requestLayout();
    }

    /// Looks again whether the source has more rows; happens by itself while a growing source is shown.
    public void grown() {
        if (model == null) {
            return;
        }
        if (model.source().complete()) {
            growth.stop();
        }
        nothing.setVisible(model.source().complete() && model.rows() == 0);
        if (model.rows() != shownRows) {
            requestLayout();
        }
    }

    public void setMarks(CellMark.Marks now) {
        marks = now;
        render();
    }

    /// Sets the pictures under the columns' names, by column of the source; an empty map makes the header low again.
    public void setHeaderBars(Map<Integer, HeaderBars> bars) {
        pictures.clear();
        pictures.putAll(bars);
        tallHeader = !bars.isEmpty();
        requestLayout();
    }

    /// Whether the cursor's column becomes the chosen one; otherwise only a click on its head chooses a column.
    public void setChooseWithCursor(boolean choose) {
        chooseWithCursor = choose;
    }

    /// The source's number of the chosen column, or -1.
    public ReadOnlyIntegerProperty chosenColumnProperty() {
        return chosenColumn.getReadOnlyProperty();
    }

    /// The cursor's row, or -1.
    public ReadOnlyLongProperty cursorRowProperty() {
        return cursorRow.getReadOnlyProperty();
    }

    public Optional<GridRange> selectedRange() {
        return model == null ? Optional.empty() : Optional.ofNullable(model.selection().range());
    }

    /// Chooses a column by the source's number and brings it into view; once the columns have their widths, when they have not yet.
    public void choose(int column) {
        chosenColumn.set(column);
        if (model != null && column >= 0) {
            wantedColumn = column;
            requestLayout();
        }
        render();
    }

    /// Puts the cursor on a cell and brings it into view.
    public void goTo(long row, int column) {
        if (model != null) {
            model.fit(fullRows());
            model.selection().moveTo(row, Math.max(0, model.columns().placeOf(column)), false);
            cursorMoved();
        }
    }

    /// How many columns stand in view, at least in part.
    public ReadOnlyIntegerProperty columnsInViewProperty() {
        return columnsInView.getReadOnlyProperty();
    }

    private int countInView() {
        if (model == null || model.columns().count() == 0) {
            return 0;
        }
        double right = horizontal.getValue() + cells.getWidth();
        return model.columns().placeAt(right - 1) - model.columns().placeAt(horizontal.getValue()) + 1;
    }

    /// What stands in a cell now, as shown; empty when it is not in view.
    public Optional<String> shownText(long row, int column) {
        return model == null ? Optional.empty() : cells.find(row, model.columns().placeOf(column)).map(GridCell::whole);
    }

    /// Copies the selection as tab-separated text; reads the rows off the UI thread.
    public void copy(boolean names) {
        GridModel of = model;
        GridRange range = of == null ? null : of.selection().range();
        if (range == null) {
            return;
        }
        int[] indices = of.indices(range);
        LOADER.execute(() -> {
            try {
                GridCopy copy = GridCopy.of(of.source(), range.top(), range.bottom(), indices, names);
                Platform.runLater(() -> toClipboard(copy));
            } catch (RuntimeException error) {
                Platform.runLater(() -> failed(of, Failure.of(error)));
            }
        });
    }

    /// What Enter and a double click on a row do, instead of showing the cell's whole value.
    public void setOnOpenRow(LongConsumer open) {
        openRow = Optional.of(open);
    }

    /// Opens the cursor's row, or its cell to be read in whole. Returns whether there was one.
    boolean openCell() {
        GridModel of = model;
        if (of == null || !of.selection().hasCursor()) {
            return false;
        }
        if (openRow.isPresent()) {
            openRow.get().accept(of.selection().row());
            return true;
        }
        long row = of.selection().row();
        int place = of.selection().place();
        int index = of.columns().indexAt(place);
        LOADER.execute(() -> {
            try {
                List<Object[]> rows = of.source().page(row, 1);
                Object value = rows.isEmpty() ? null : rows.getFirst()[index];
                CellValue whole = CellValue.of(of.columnAt(place), row, value);
                Platform.runLater(() -> cells.find(row, place).ifPresent(cell -> new CellViewer(whole).show(cell)));
            } catch (RuntimeException error) {
                Platform.runLater(() -> failed(of, Failure.of(error)));
            }
        });
        return true;
    }

    GridModel model() {
        return model;
    }

    void columnsChanged() {
        requestLayout();
    }

    void fitColumn(int place) {
        double widest = 0;
        for (long row = model.window().offset(); row <= model.window().offset() + fullRows(); row++) {
            widest = Math.max(widest, cells.find(row, place).map(cell -> cell.neededWidth()).orElse(0.0));
        }
        model.columns().resize(place, widest);
        columnsChanged();
    }

    void chooseColumn(int place, boolean extend) {
        if (model == null || model.columns().count() == 0) {
            return;
        }
        model.selection().selectColumn(place, extend);
        chosenColumn.set(model.columns().indexAt(place));
        revealPlace(place);
        render();
    }

    /// Brings the cursor into view and tells who listens.
    void cursorMoved() {
        if (model.selection().hasCursor()) {
            model.window().reveal(model.selection().row());
            revealPlace(model.selection().place());
            if (chooseWithCursor) {
                chosenColumn.set(model.columns().indexAt(model.selection().place()));
            }
        }
        selectionChanged();
    }

    void selectionChanged() {
        cursorRow.set(model.selection().row());
        vertical.setValue(model.window().offset());
        render();
        notifyAccessibleAttributeChanged(AccessibleAttribute.FOCUS_ITEM);
    }

    private void revealPlace(int place) {
        if (place >= 0) {
            double x = model.columns().reveal(place, horizontal.getValue(), cells.getWidth());
            horizontal.setValue(Math.min(horizontal.getMax(), x));
        }
    }

    private void revealWanted() {
        if (model != null && wantedColumn >= 0 && cells.getWidth() > 0 && (widthsSettled || model.source().complete() && model.rows() == 0)) {
            int place = model.columns().placeOf(wantedColumn);
            wantedColumn = -1;
            revealPlace(place);
        }
    }

    /// How many rows stand in view whole.
    public long rowsInView() {
        return model == null ? 0 : Math.min(model.rows(), fullRows());
    }

    private int fullRows() {
        return (int) Math.max(1, Math.floor(cells.getHeight() / rowHeight));
    }

    private void pressCell(MouseEvent event) {
        requestFocus();
        if (model == null || model.rows() == 0 || model.columns().count() == 0) {
            return;
        }
        long row = rowAt(event.getY());
        int place = placeAt(event.getX());
        boolean inside = model.selection().range() != null && model.selection().range().contains(row, place);
        if (event.getButton() == MouseButton.PRIMARY || !inside) {
            model.selection().moveTo(row, place, event.isShiftDown());
            cursorMoved();
        }
        if (event.getClickCount() == 2 && event.getButton() == MouseButton.PRIMARY) {
            openCell();
        }
    }

    private void dragCell(MouseEvent event) {
        if (model != null && event.isPrimaryButtonDown() && model.selection().hasCursor()) {
            model.selection().moveTo(rowAt(event.getY()), placeAt(event.getX()), true);
            cursorMoved();
        }
    }

    private void pickRow(MouseEvent event, boolean extend) {
        requestFocus();
        if (model != null && model.rows() > 0 && event.getButton() == MouseButton.PRIMARY) {
            model.selection().selectRow(rowAt(event.getY()), extend);
            model.window().reveal(model.selection().row());
            selectionChanged();
        }
    }

    private long rowAt(double y) {
        return model.window().offset() + (long) Math.floor(y / rowHeight);
    }

    private int placeAt(double x) {
        return model.columns().placeAt(Math.max(0, x + horizontal.getValue()));
    }

    private void wheel(ScrollEvent event) {
        if (model == null) {
            return;
        }
        if (event.getDeltaX() != 0) {
            horizontal.setValue(Math.clamp(horizontal.getValue() - event.getDeltaX(), 0, horizontal.getMax()));
        }
        if (event.getDeltaY() != 0 && model.window().wheel(-event.getDeltaY() / WHEEL_ROW)) {
            vertical.setValue(model.window().offset());
            render();
        }
        event.consume();
    }

    private void arrived(GridModel of) {
        if (of != model) {
            return;
        }
        if (!widthsSettled && model.rows() > 0) {
            settleWidths();
        } else {
            render();
        }
    }

    private void settleWidths() {
        widthsSettled = true;
        List<Column> columns = model.source().columns();
        int sample = (int) Math.min(model.rows(), model.pages().pageRows());
        List<Object[]> rows = LongStream.range(0, sample).mapToObj(model.pages()::row).filter(Objects::nonNull).toList();
        double[] widths = GridWidths.first(columns, rows, GridWidths.least(headTexts(columns)), rowHeight > GridHeader.HEIGHT ? LARGER : 1);
        model.columns().settle(widths);
        requestLayout();
    }

    private void failed(GridModel of, Failure failure) {
        if (of == model) {
            notice.say(failure.message(), Strings.text("grid.again"), () -> {
                of.pages().retry();
                render();
            });
        }
    }

    private void toClipboard(GridCopy copy) {
        ClipboardContent content = new ClipboardContent();
        content.putString(copy.text());
        Clipboard.getSystemClipboard().setContent(content);
        if (copy.cut()) {
            notice.say(Strings.text("grid.copy.cut", Formats.count(copy.rows()), Formats.count(copy.wanted())));
        }
    }

    private static double[] headTexts(List<Column> columns) {
        Text ruler = new Text();
        ruler.setFont(Font.font("Inter SemiBold", 12));
        return columns.stream().mapToDouble(column -> {
            ruler.setText(CellText.visible(column.name()));
            return ruler.getLayoutBounds().getWidth();
        }).toArray();
    }

    private static void clip(Region region) {
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(region.widthProperty());
        clip.heightProperty().bind(region.heightProperty());
        region.setClip(clip);
    }

    @Override
    protected void layoutChildren() {
        measureRow();
        double left = model == null ? 0 : RowStrip.widthFor(model.rows());
        double top = model == null ? 0 : tallHeader ? GridHeader.TALL : GridHeader.HEIGHT;
        double width = getWidth() - left;
        double height = getHeight() - top;
        boolean wide = model != null && model.columns().natural() > width;
        height -= wide ? BAR : 0;
        boolean high = model != null && model.rows() * rowHeight > height;
        width -= high ? BAR : 0;
        if (high && !wide && model.columns().natural() > width) {
            wide = true;
            height -= BAR;
        }
        if (model != null && widthsSettled) {
            model.columns().fill(width);
        }
        corner.resizeRelocate(0, 0, left, top);
        header.resizeRelocate(left, 0, width + (high ? BAR : 0), top);
        numbers.resizeRelocate(0, top, left, model == null ? 0 : Math.min(height, model.rows() * rowHeight));
        cells.resizeRelocate(left, top, width, height);
        vertical.setVisible(high);
        horizontal.setVisible(wide);
        vertical.resizeRelocate(left + width, top, BAR, height);
        horizontal.resizeRelocate(left, top + height, width, BAR);
        nothing.resizeRelocate(0, top, getWidth(), Math.min(height, 96));
        notice.place(getWidth(), getHeight());
        setBars(width);
        revealWanted();
        render();
    }

    private void measureRow() {
        double now = rowMeasure.minHeight(-1);
        if (now != rowHeight) {
            rowHeight = now;
            if (widthsSettled) {
                settleWidths();
            }
        }
    }

    private void setBars(double width) {
        if (model == null) {
            return;
        }
        shownRows = model.rows();
        model.fit(fullRows());
        vertical.setMax(model.window().last());
        vertical.setVisibleAmount(Math.max(fullRows(), model.window().last() / 30.0));
        vertical.setBlockIncrement(fullRows());
        vertical.setValue(model.window().offset());
        double most = Math.max(0, model.columns().total() - width);
        horizontal.setMax(most);
        horizontal.setVisibleAmount(most * width / Math.max(1, model.columns().total()));
        horizontal.setBlockIncrement(width);
        horizontal.setValue(Math.min(horizontal.getValue(), most));
    }

    private void render() {
        if (model == null) {
            cells.setVisible(false);
            numbers.setVisible(false);
            header.setVisible(false);
            return;
        }
        cells.setVisible(true);
        numbers.setVisible(true);
        header.setVisible(true);
        header.render(model, horizontal.getValue(), pictures, chosenColumn.get());
        numbers.render(model, rowHeight);
        columnsInView.set(countInView());
        cells.render(model, horizontal.getValue(), rowHeight, marks, chosenColumn.get());
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        if (model == null) {
            return super.queryAccessibleAttribute(attribute, parameters);
        }
        return switch (attribute) {
            case ROW_COUNT -> (int) Math.min(Integer.MAX_VALUE, model.rows());
            case COLUMN_COUNT -> model.columns().count();
            case FOCUS_ITEM -> focusedCell();
            case CELL_AT_ROW_COLUMN -> cells.find((Integer) parameters[0], (Integer) parameters[1]).orElse(null);
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }

    private Node focusedCell() {
        return cells.find(model.selection().row(), model.selection().place()).map(Node.class::cast).orElse(this);
    }
}
