package io.wonderlake.ui.query;

import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyEvent;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.TwoDimensional.Bias;

/// The text area for SQL: Tab moves lines in and out, Ctrl+/ turns them into remarks, Enter keeps the indent; and it answers screen readers.
final class SqlArea extends CodeArea {
    private static final String INDENT = "    ";

    SqlArea() {
        getStyleClass().add("sql-area");
        setAccessibleRole(AccessibleRole.TEXT_AREA);
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        textProperty().addListener(_ -> notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT));
        selectionProperty().addListener(_ -> {
            notifyAccessibleAttributeChanged(AccessibleAttribute.SELECTION_START);
            notifyAccessibleAttributeChanged(AccessibleAttribute.SELECTION_END);
        });
    }

    private void key(KeyEvent event) {
        if (event.isAltDown()) {
            return;
        }
        boolean taken = switch (event.getCode()) {
            case TAB -> !event.isShortcutDown() && !event.isControlDown() && indent(event.isShiftDown());
            case SLASH, DIVIDE -> event.isShortcutDown() && remark();
            case ENTER -> !event.isShortcutDown() && !event.isShiftDown() && newLine();
            default -> false;
        };
        if (taken) {
            event.consume();
        }
    }

    private boolean indent(boolean out) {
        if (out) {
            eachLine(line -> line.substring(Math.min(INDENT.length(), line.length() - line.stripLeading().length())));
        } else if (getSelection().getLength() == 0) {
            replaceSelection(INDENT.substring(getCaretColumn() % INDENT.length()));
        } else {
            eachLine(line -> line.isBlank() ? line : INDENT + line);
        }
        return true;
    }

    private boolean remark() {
        boolean all = lines().lines().filter(line -> !line.isBlank()).allMatch(line -> line.stripLeading().startsWith("--"));
        eachLine(all ? line -> line.replaceFirst("--\\s?", "") : line -> line.isBlank() ? line : "-- " + line);
        return true;
    }

    private boolean newLine() {
        String line = getText(getCurrentParagraph());
        String before = line.substring(0, Math.min(getCaretColumn(), line.length()));
        replaceSelection("\n" + before.substring(0, before.length() - before.stripLeading().length()));
        requestFollowCaret();
        return true;
    }

    private interface LineChange {
        String of(String line);
    }

    private void eachLine(LineChange change) {
        int from = firstLineStart();
        String before = lines();
        String after = before.lines().map(change::of).collect(Collectors.joining("\n"));
        if (!after.equals(before)) {
            boolean several = getSelection().getLength() > 0;
            int caret = getCaretPosition() + after.length() - before.length();
            replaceText(from, from + before.length(), after);
            if (several) {
                selectRange(from, from + after.length());
            } else {
                moveTo(Math.clamp(caret, from, from + after.length()));
            }
        }
    }

    private int firstLineStart() {
        return getAbsolutePosition(offsetToPosition(getSelection().getStart(), Bias.Forward).getMajor(), 0);
    }

    private String lines() {
        int last = offsetToPosition(getSelection().getEnd(), Bias.Backward).getMajor();
        return getText(firstLineStart(), getAbsolutePosition(last, 0) + getParagraphLength(last));
    }

    /// Shows another text from its start, without a way to undo to the one before.
    void open(String text, int caret) {
        replaceText(text);
        getUndoManager().forgetHistory();
        moveTo(Math.clamp(caret, 0, text.length()));
        requestFollowCaret();
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case TEXT -> getText();
            case EDITABLE -> isEditable();
            case CARET_OFFSET -> getCaretPosition();
            case SELECTION_START -> getSelection().getStart();
            case SELECTION_END -> getSelection().getEnd();
            case LINE_FOR_OFFSET -> offsetToPosition(offset(parameters), Bias.Forward).getMajor();
            case LINE_START -> getAbsolutePosition(line(parameters), 0);
            case LINE_END -> getAbsolutePosition(line(parameters), 0) + getParagraphLength(line(parameters));
            case BOUNDS_FOR_RANGE -> Optional.of(parameters).filter(range -> range.length == 2)
                    .flatMap(range -> getCharacterBoundsOnScreen((Integer) range[0], Math.min(getLength(), (Integer) range[1] + 1))).orElse(null);
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
        switch (action) {
            case SET_TEXT -> replaceText((String) parameters[0]);
            case SET_TEXT_SELECTION -> selectRange((Integer) parameters[0], (Integer) parameters[1]);
            default -> super.executeAccessibleAction(action, parameters);
        }
    }

    private int offset(Object... parameters) {
        return Math.clamp(parameters.length == 0 ? 0 : (Integer) parameters[0], 0, getLength());
    }

    private int line(Object... parameters) {
        return Math.clamp(parameters.length == 0 ? 0 : (Integer) parameters[0], 0, getParagraphs().size() - 1);
    }

}
