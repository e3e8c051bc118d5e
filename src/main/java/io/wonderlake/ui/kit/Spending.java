package io.wonderlake.ui.kit;

import java.math.BigDecimal;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What the statements of this lake have cost since it was opened in the window. Used on the UI thread.
public final class Spending {
    private final ReadOnlyObjectWrapper<BigDecimal> dollars = new ReadOnlyObjectWrapper<>(this, "dollars", BigDecimal.ZERO);

    public ReadOnlyObjectProperty<BigDecimal> dollarsProperty() {
        return dollars.getReadOnlyProperty();
    }

    public void add(BigDecimal amount) {
        dollars.set(dollars.get().add(amount));
    }
}
