package io.wonderlake.cli;

import io.wonderlake.lake.Listing;
import io.wonderlake.lake.ObjectEntry;
import io.wonderlake.lake.ObjectPath;
import io.wonderlake.lake.Prefix;
import io.wonderlake.lake.Tier;
import io.wonderlake.work.Failure;
import io.wonderlake.work.Formats;
import io.wonderlake.work.Strings;
import io.wonderlake.workspace.Workspace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Lists tiers, folders and objects.
@Command(name = "ls", description = "${bundle:cli.ls}", footer = "${bundle:cli.ls.footer}")
final class LsCommand extends LakeCommand {
    private static final int PAGE = 1_000;

    @Parameters(index = "0", arity = "0..1", paramLabel = "TIER/PREFIX", description = "${bundle:cli.ls.prefix}")
    Optional<String> prefix = Optional.empty();

    @Option(names = {"-r", "--recursive"}, description = "${bundle:cli.ls.recursive}")
    boolean recursive;

    LsCommand(Lakes lakes, Output output) {
        super(lakes, output);
    }

    @Override
    int run(Workspace lake) {
        if (prefix.isEmpty()) {
            return tiers(lake);
        }
        Prefix folder = Prefix.parse(prefix.get());
        List<Map<String, Object>> found = new ArrayList<>();
        long count = 0;
        Optional<String> after = Optional.empty();
        do {
            Listing page = lake.objects().list(folder, !recursive, after, PAGE);
            page.folders().forEach(each -> found.add(folderRow(each)));
            page.objects().forEach(each -> found.add(objectRow(each)));
            count += page.folders().size() + page.objects().size();
            if (!json()) {
                print(found);
                found.clear();
            }
            after = page.next();
        } while (after.isPresent());
        if (count == 0 && !folder.key().isEmpty()) {
            found.add(objectRow(object(lake, folder)));
            count = 1;
            if (!json()) {
                print(found);
            }
        }
        if (json()) {
            output().json(found);
        } else if (count == 0) {
            line(Strings.text("cli.ls.empty", folder));
        }
        return DONE;
    }

    /// What is no folder may be an object.
    private ObjectEntry object(Workspace lake, Prefix folder) {
        ObjectPath path = ObjectPath.parse(prefix.orElseThrow().replaceFirst("/+$", ""));
        return lake.objects().find(path).orElseThrow(() -> Failure.of(Failure.Kind.NOT_FOUND, "failure.ls.nothing", folder).exception());
    }

    private int tiers(Workspace lake) {
        List<List<Object>> rows = new ArrayList<>();
        List<Map<String, Object>> objects = new ArrayList<>();
        for (Tier tier : lake.tiers()) {
            Listing first = lake.objects().list(Prefix.of(tier), true, Optional.empty(), 1);
            boolean empty = first.objects().isEmpty() && first.folders().isEmpty();
            rows.add(List.of(tier.folder() + "/", lake.settings().tierName(tier), Strings.text(empty ? "cli.ls.tier.empty" : "cli.ls.tier.used")));
            objects.add(Map.of("tier", tier.folder(), "name", lake.settings().tierName(tier), "empty", empty));
        }
        if (json()) {
            output().json(objects);
        } else {
            output().table(List.of(Strings.text("word.tier"), Strings.text("word.name"), Strings.text("word.content")), rows);
        }
        return DONE;
    }

    private static Map<String, Object> folderRow(Prefix folder) {
        return new LinkedHashMap<>(Map.of("path", folder.toString()));
    }

    private static Map<String, Object> objectRow(ObjectEntry entry) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("path", entry.path().toString());
        row.put("size", entry.size());
        row.put("modified", entry.modified());
        return row;
    }

    private void print(List<Map<String, Object>> rows) {
        for (Map<String, Object> row : rows) {
            boolean folder = !row.containsKey("size");
            String size = folder ? "" : Formats.bytes((Long) row.get("size"));
            String time = folder ? "" : Formats.absolute((Instant) row.get("modified"));
            line(String.format("%10s  %19s  %s", size, time, row.get("path")));
        }
    }
}
