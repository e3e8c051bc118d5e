package io.wonderlake.ui.home;

import io.wonderlake.lake.LakeProfile;
import io.wonderlake.ui.kit.Destination;
import io.wonderlake.ui.kit.Feature;
import io.wonderlake.ui.kit.LakeFacts;
import io.wonderlake.ui.kit.Navigator;
import io.wonderlake.ui.kit.Recent;
import io.wonderlake.ui.kit.Views;
import io.wonderlake.work.Jobs;
import io.wonderlake.workspace.Workspace;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;

/// The first place of the rail.
public final class HomeFeature implements Feature {
    private final LakeFacts facts;
    private final Parent content;

    /// `allRecent` opens the palette.
    public HomeFeature(Workspace workspace, Jobs jobs, LakeFacts facts, Recent recent, Navigator navigator, Runnable allRecent) {
        this.facts = facts;
        HomeViewModel model = new HomeViewModel(workspace.settings(), region(workspace.profile()), workspace.catalog(), workspace.objects(), jobs, facts, recent);
        content = Views.load(new HomeController(model, navigator, allRecent));
    }

    private static Optional<String> region(LakeProfile profile) {
        return switch (profile) {
            case LakeProfile.Local _ -> Optional.empty();
            case LakeProfile.Aws aws -> Optional.of(aws.region());
        };
    }

    @Override
    public String id() {
        return "home";
    }

    @Override
    public String icon() {
        return "fth-home";
    }

    @Override
    public boolean accepts(Destination destination) {
        return destination instanceof Destination.Home;
    }

    @Override
    public void open(Destination destination) {
        facts.refresh();
    }

    @Override
    public Node content() {
        return content;
    }

    @Override
    public void shown() {
        facts.refresh();
    }
}
