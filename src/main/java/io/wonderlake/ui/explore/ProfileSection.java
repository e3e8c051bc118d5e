package io.wonderlake.ui.explore;

import io.wonderlake.catalog.Column;
import io.wonderlake.catalog.ColumnType;
import io.wonderlake.ui.explore.ProfilesViewModel.State;
import io.wonderlake.ui.kit.FailureBanner;
import io.wonderlake.ui.kit.Loading;
import io.wonderlake.ui.kit.Section;
import io.wonderlake.ui.kit.Styles;
import io.wonderlake.ui.kit.grid.BarsPane;
import io.wonderlake.ui.kit.grid.HeaderBars;
import io.wonderlake.work.Formats;
import io.wonderlake.work.Strings;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Says what the chosen column is, and what its values are like.
final class ProfileSection {
    private static final int DAY = 10;

    private ProfileSection() {
    }

    /// @param over says what was measured, where it was not the whole table; may be empty
    static Section of(Column column, State state, String over) {
        List<Node> nodes = new ArrayList<>();
        if (!column.comment().isBlank()) {
            nodes.add(wrapped(column.comment()));
        }
        if (!over.isEmpty() && !(state instanceof State.None)) {
            nodes.add(wrapped(over));
        }
        switch (state) {
            case State.None() -> { }
            case State.Measuring(_, var job) -> nodes.add(new Loading(job));
            case State.Shown(Profile profile) -> nodes.addAll(nodes(profile));
            case State.Broken(_, var failure) -> {
                FailureBanner banner = new FailureBanner();
                banner.setNarrow(true);
                banner.show(failure);
                nodes.add(banner);
            }
            case State.Cancelled(_) -> nodes.add(wrapped(Strings.text("explore.cancelled")));
        }
        return new Section(Strings.text("explore.inspect.profile"), nodes.toArray(Node[]::new));
    }

    private static List<Node> nodes(Profile profile) {
        List<Node> nodes = new ArrayList<>();
        if (!profile.bars().isEmpty()) {
            BarsPane bars = new BarsPane();
            bars.getStyleClass().add("histogram");
            bars.show(new HeaderBars(ProfilePictures.shares(profile.bars()), false));
            bars.setAccessibleText(Strings.text("explore.inspect.histogram", profile.least(), profile.most()));
            nodes.add(bars);
            nodes.add(axis(profile));
        }
        nodes.add(Facts.group(facts(profile)));
        if (!profile.top().isEmpty()) {
            nodes.add(Facts.group(profile.top().stream().map(each -> (Node) new TopValue(each.value(), each.rows(), profile.top().getFirst().rows())).toList()));
        }
        return nodes;
    }

    private static List<Node> facts(Profile profile) {
        List<Node> nodes = new ArrayList<>();
        double share = profile.rows() == 0 ? 0 : (double) profile.nulls() / profile.rows();
        nodes.add(fact("explore.inspect.nulls", Formats.count(profile.nulls()) + (profile.nulls() > 0 ? "  " + Formats.percent(share) : "")));
        if (profile.distinct() >= 0) {
            nodes.add(fact("explore.inspect.distinct", Formats.count(profile.distinct())));
        }
        profile.numbers().ifPresent(numbers -> {
            nodes.add(fact("explore.inspect.mean", number(numbers.mean())));
            nodes.add(fact("explore.inspect.median", number(numbers.median())));
            nodes.add(fact("explore.inspect.high", number(numbers.high())));
        });
        return nodes;
    }

    private static Node axis(Profile profile) {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line = new HBox(axisLabel(end(profile, profile.least())), gap, axisLabel(end(profile, profile.most())));
        line.setSpacing(8);
        return line;
    }

    /// A moment is written with its time only where both ends lie on one day.
    private static String end(Profile profile, String text) {
        boolean days = profile.column().type().family() == ColumnType.Family.TIMESTAMP && text.length() > DAY && profile.most().length() > DAY
                && !profile.least().startsWith(profile.most().substring(0, DAY));
        return days ? text.substring(0, DAY) : text;
    }

    private static Label axisLabel(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("axis");
        return label;
    }

    private static Node fact(String key, String value) {
        return Section.fact(Strings.text(key), value, Styles.NUMBER);
    }

    static Label wrapped(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("wrapped");
        label.getStyleClass().add(Styles.MUTED);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private static String number(double value) {
        String pattern = Math.abs(value) >= 1_000_000 ? "#,##0" : Math.abs(value) >= 0.01 || value == 0 ? "#,##0.00" : "0.###E0";
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ENGLISH)).format(value);
    }
}
