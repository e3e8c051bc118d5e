package io.wonderlake.ui.shell;

import io.wonderlake.ui.kit.Destination;
import io.wonderlake.ui.kit.Feature;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The places of the window and which of them is in front.
public final class Places {
    private final List<Feature> features = new ArrayList<>();
    private final ReadOnlyObjectWrapper<Feature> front = new ReadOnlyObjectWrapper<>(this, "front");

    public void add(Feature feature) {
        features.add(feature);
    }

    public List<Feature> all() {
        return List.copyOf(features);
    }

    public Optional<Feature> find(String id) {
        return features.stream().filter(feature -> feature.id().equals(id)).findFirst();
    }

    /// The place in front; null before the first one was opened.
    public ReadOnlyObjectProperty<Feature> frontProperty() {
        return front.getReadOnlyProperty();
    }

    /// Opens a destination in the first place that accepts it. False when none does.
    public boolean open(Destination destination) {
        Optional<Feature> place = features.stream().filter(feature -> feature.accepts(destination)).findFirst();
        place.ifPresent(feature -> {
            bring(feature);
            feature.open(destination);
        });
        return place.isPresent();
    }

    /// Brings a place to the front as it was left.
    public void bring(Feature feature) {
        Feature before = front.get();
        if (before == feature) {
            return;
        }
        if (before != null) {
            before.hidden();
        }
        front.set(feature);
        feature.shown();
    }
}
