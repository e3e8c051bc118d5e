package io.wonderlake.ui.explore;

import io.wonderlake.catalog.Column;
import io.wonderlake.catalog.Table;
import io.wonderlake.catalog.TableName;
import io.wonderlake.ingest.UploadManifest;
import io.wonderlake.lake.LakeSettings;
import io.wonderlake.lake.Listing;
import io.wonderlake.lake.ObjectEntry;
import io.wonderlake.lake.Prefix;
import io.wonderlake.lake.Tier;
import io.wonderlake.ui.explore.TreeNode.Look;
import io.wonderlake.ui.explore.TreeNode.Mark;
import io.wonderlake.work.Failure;
import io.wonderlake.work.Formats;
import io.wonderlake.work.Strings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Makes the lines of the tree out of what was read.
final class TreeBuilder {
    private final LakeSettings settings;
    private Map<String, List<Outline.Entry>> rawTables = Map.of();

    TreeBuilder(LakeSettings settings) {
        this.settings = settings;
    }

    List<TreeNode> roots(Outline outline) {
        rawTables = outline.domains().getOrDefault(Tier.RAW, List.of()).stream().collect(Collectors.toMap(Outline.Domain::name, Outline.Domain::tables));
        return outline.tiers().stream().map(tier -> tier(tier, outline)).toList();
    }

    private TreeNode tier(Tier tier, Outline outline) {
        boolean tables = tier == Tier.RAW || (tier == Tier.CURATED || tier == Tier.ANALYTICS) && !outline.domains().getOrDefault(tier, List.of()).isEmpty();
        Outline.Size size = outline.sizes().get(tier);
        String detail = size == null ? "" : Formats.bytes(size.bytes()) + (size.more() ? "+" : "");
        TreeNode root = new TreeNode(null, new Look(new TreeThing.OfTier(tier, settings.tierName(tier)), detail, Mark.NONE), !tables);
        outline.domains().getOrDefault(tier, List.of()).forEach(domain -> root.children().add(domain(root, tier, domain, outline.failed())));
        Optional.ofNullable(outline.troubles().get(tier)).ifPresent(trouble -> root.children().add(failure(root, Prefix.of(tier), trouble)));
        return marked(root);
    }

    private TreeNode domain(TreeNode root, Tier tier, Outline.Domain domain, Set<TableName> failed) {
        int count = domain.tables().size() + domain.folders().size();
        String detail = domain.listed() ? Formats.count(count) : "";
        TreeNode node = new TreeNode(root, new Look(new TreeThing.OfDomain(tier, domain.name()), detail, Mark.NONE), !domain.listed());
        domain.tables().forEach(entry -> node.children().add(table(node, entry, failed)));
        domain.folders().forEach(folder -> node.children().add(folder(node, folder)));
        return marked(node);
    }

    private static TreeNode table(TreeNode parent, Outline.Entry entry, Set<TableName> failed) {
        Table table = entry.table();
        String rows = table.rows() < 0 ? "" : Formats.count(table.rows());
        Mark mark = failed.contains(table.name()) ? Mark.FAILED : Mark.NONE;
        TreeNode node = new TreeNode(parent, new Look(new TreeThing.OfTable(table), rows, mark), table.tier() == Tier.RAW);
        if (!node.lazy() && !table.partitionColumns().isEmpty()) {
            String keys = table.partitionColumns().stream().map(Column::name).collect(Collectors.joining(", "));
            node.children().add(new TreeNode(node, new Look(new TreeThing.OfPartitions(table, keys, entry.partitions()),
                    entry.partitions() < 0 ? "" : partitions(entry.partitions(), false), Mark.NONE), false));
        }
        return node;
    }

    /// A closed line shows the trouble of what stands below it.
    private static TreeNode marked(TreeNode node) {
        if (node.children().stream().anyMatch(child -> child.look().mark() == Mark.FAILED && !(child.thing() instanceof TreeThing.OfFailure))) {
            node.show(new Look(node.thing(), node.look().detail(), Mark.FAILED));
        }
        return node;
    }

    private static TreeNode folder(TreeNode parent, Prefix folder) {
        return new TreeNode(parent, new Look(new TreeThing.OfFolder(folder), "", Mark.NONE), true);
    }

    TreeNode failure(TreeNode parent, Prefix folder, Failure failure) {
        return new TreeNode(parent, new Look(new TreeThing.OfFailure(folder, failure), "", Mark.FAILED), false);
    }

    /// The lines below `parent` after a page of its folder has come; `further` keeps those that are there.
    List<TreeNode> listed(TreeNode parent, Prefix folder, Listing listing, boolean further) {
        List<TreeNode> lines = new ArrayList<>();
        if (further) {
            parent.children().stream().filter(node -> !(node.thing() instanceof TreeThing.OfMore)).forEach(lines::add);
        }
        Optional<String> key = further || parent.thing() instanceof TreeThing.OfKeyFolders ? Optional.empty() : commonKey(listing);
        if (key.isPresent()) {
            int count = listing.folders().size();
            lines.add(new TreeNode(parent, new Look(new TreeThing.OfKeyFolders(folder, key.get(), count, listing.next().isPresent()),
                    partitions(count, listing.next().isPresent()), Mark.NONE), true));
            objects(parent, listing, lines);
            return lines;
        }
        List<Outline.Entry> tables = parent.thing() instanceof TreeThing.OfDomain domain && !further ? rawTables.getOrDefault(domain.name(), List.of()) : List.of();
        tables.forEach(entry -> lines.add(table(parent, entry, Set.of())));
        listing.folders().stream().filter(each -> tables.stream().noneMatch(entry -> entry.table().location().equals(Optional.of(each))))
                .forEach(each -> lines.add(folder(parent, each)));
        if (!(parent.thing() instanceof TreeThing.OfKeyFolders)) {
            objects(parent, listing, lines);
        }
        listing.next().ifPresent(after -> lines.add(new TreeNode(parent,
                new Look(new TreeThing.OfMore(folder, after, Strings.text("explore.tree.more")), "", Mark.NONE), false)));
        return lines;
    }

    /// Bookkeeping is no data, and not shown.
    private static void objects(TreeNode parent, Listing listing, List<TreeNode> lines) {
        listing.objects().stream().filter(entry -> UploadManifest.isData(entry.path())).forEach(entry -> lines.add(object(parent, entry)));
    }

    private static TreeNode object(TreeNode parent, ObjectEntry entry) {
        return new TreeNode(parent, new Look(new TreeThing.OfObject(entry), Formats.bytes(entry.size()), Mark.NONE), false);
    }

    /// The key of `key=value` folders when all folders have the same one.
    private static Optional<String> commonKey(Listing listing) {
        List<String> keys = listing.folders().stream().map(folder -> folder.name().contains("=") ? folder.name().substring(0, folder.name().indexOf('=')) : "")
                .distinct().toList();
        return keys.size() == 1 && !keys.getFirst().isEmpty() ? Optional.of(keys.getFirst()) : Optional.empty();
    }

    private static String partitions(int count, boolean more) {
        return count < 0 ? "" : Strings.text(more ? "explore.tree.partitions.more" : "explore.tree.partitions", count, Formats.count(count));
    }

    /// A copy of the line with what matches below it; empty when nothing does.
    Optional<TreeNode> matching(TreeNode parent, TreeNode node, String words) {
        boolean itself = node.thing().name().toLowerCase(Locale.ROOT).contains(words) && !(node.thing() instanceof TreeThing.OfTier);
        TreeNode copy = new TreeNode(parent, node.look(), node.lazy());
        for (TreeNode child : node.children()) {
            (itself ? Optional.of(whole(copy, child)) : matching(copy, child, words)).ifPresent(copy.children()::add);
        }
        copy.listed(node.listed());
        copy.expandedProperty().set(!itself);
        return itself || !copy.children().isEmpty() ? Optional.of(copy) : Optional.empty();
    }

    private static TreeNode whole(TreeNode parent, TreeNode node) {
        TreeNode copy = new TreeNode(parent, node.look(), node.lazy());
        copy.listed(node.listed());
        node.children().forEach(child -> copy.children().add(whole(copy, child)));
        return copy;
    }
}
