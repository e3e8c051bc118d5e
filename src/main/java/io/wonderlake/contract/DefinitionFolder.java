package io.wonderlake.contract;

import io.wonderlake.lake.Listing;
import io.wonderlake.lake.ObjectEntry;
import io.wonderlake.lake.ObjectPath;
import io.wonderlake.lake.ObjectStore;
import io.wonderlake.lake.Prefix;
import io.wonderlake.work.Failure;
import io.wonderlake.work.FailureException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;

/// The definition files below one folder of the lake: those that could be read, and why the others could not.
public record DefinitionFolder<T>(List<T> items, Map<ObjectPath, Failure> broken) {

    private static final int PAGE = 1000;
    private static final int MAX_BYTES = 4 << 20;

    public static <T> DefinitionFolder<T> load(ObjectStore store, Prefix folder, String ending, BiFunction<String, ObjectPath, T> parser) {
        List<T> items = new ArrayList<>();
        Map<ObjectPath, Failure> broken = new TreeMap<>();
        Optional<String> after = Optional.empty();
        do {
            Listing page = store.list(folder, false, after, PAGE);
            for (ObjectEntry entry : page.objects()) {
                if (entry.path().name().endsWith(ending)) {
                    loadOne(store, entry.path(), parser, items, broken);
                }
            }
            after = page.next();
        } while (after.isPresent());
        return new DefinitionFolder<>(List.copyOf(items), Map.copyOf(broken));
    }

    private static <T> void loadOne(ObjectStore store, ObjectPath path, BiFunction<String, ObjectPath, T> parser, List<T> items,
            Map<ObjectPath, Failure> broken) {
        try {
            items.add(parser.apply(text(store, path), path));
        } catch (FailureException error) {
            broken.put(path, error.failure());
        }
    }

    private static String text(ObjectStore store, ObjectPath path) {
        try (InputStream in = store.read(path)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw Failure.of(Failure.Kind.BAD_INPUT, "failure.definition.large", path.toString()).exception();
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException error) {
            throw Failure.of(Failure.Kind.STORAGE, "failure.definition.read", path.toString(), String.valueOf(error.getMessage()))
                    .withOrigin(error).exception();
        }
    }
}
