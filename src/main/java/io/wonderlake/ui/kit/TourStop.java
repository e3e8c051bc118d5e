package io.wonderlake.ui.kit;

import java.util.function.BooleanSupplier;

/// One picture of the tour.
///
/// @param name the picture's file name without ending: `05-query`
/// @param act brings the window there; called on the UI thread
/// @param ready whether the window shows all that it should; asked on the UI thread until it is true
public record TourStop(String name, Runnable act, BooleanSupplier ready) {
    public TourStop(String name, Runnable act) {
        this(name, act, () -> true);
    }
}
