package io.wonderlake.ui.explore;

import io.wonderlake.catalog.Column;
import io.wonderlake.ui.kit.grid.HeaderBars;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes the small pictures under the columns' names out of their profiles.
final class ProfilePictures {
    private static final int WIDEST = 14;

    private ProfilePictures() {
    }

    static Map<Integer, HeaderBars> of(List<Column> columns, ProfilesViewModel profiles) {
        Map<Integer, HeaderBars> pictures = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            int index = i;
            profiles.known(columns.get(i).name()).flatMap(ProfilePictures::of).ifPresent(bars -> pictures.put(index, bars));
        }
        return pictures;
    }

    static Optional<HeaderBars> of(Profile profile) {
        if (!profile.bars().isEmpty()) {
            return Optional.of(new HeaderBars(shares(narrowed(profile.bars())), false));
        }
        if (!profile.top().isEmpty() && profile.rows() > 0) {
            return Optional.of(new HeaderBars(profile.top().stream().map(each -> (double) each.rows() / profile.rows()).toList(), true));
        }
        return Optional.empty();
    }

    /// Each bar as a share of the highest one.
    static List<Double> shares(List<Long> bars) {
        double highest = Math.max(1, Collections.max(bars));
        return bars.stream().map(each -> each / highest).toList();
    }

    private static List<Long> narrowed(List<Long> bars) {
        if (bars.size() <= WIDEST) {
            return bars;
        }
        List<Long> halves = new ArrayList<>();
        for (int i = 0; i < bars.size(); i += 2) {
            halves.add(bars.get(i) + (i + 1 < bars.size() ? bars.get(i + 1) : 0));
        }
        return halves;
    }
}
