package io.wonderlake.lake.folder;

import io.wonderlake.lake.KeyOrder;
import io.wonderlake.lake.Listing;
import io.wonderlake.lake.ObjectEntry;
import io.wonderlake.lake.ObjectPath;
import io.wonderlake.lake.Prefix;
import io.wonderlake.lake.Tier;
import io.wonderlake.work.FailureException;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Predicate;

/// Goes through folders in key order. However many files a folder holds, only as many names stand in memory as were asked for.
final class FolderWalk {
    private static final Comparator<Child> ORDER = Comparator.comparing(Child::key, KeyOrder.BYTES);

    private final int max;
    private final List<Found> found = new ArrayList<>();
    private int peak;

    /// Finds at most `max`.
    FolderWalk(int max) {
        this.max = max;
    }

    /// An object, or a folder of a delimited listing, whose key then ends with `/`.
    record Found(String key, Path file, BasicFileAttributes attributes) {
        boolean isFolder() {
            return key.endsWith("/");
        }
    }

    /// What stands in a folder; a folder's key ends with `/`, which gives the names the order of the keys below them.
    private record Child(String key, Path file) {
        boolean isFolder() {
            return key.endsWith("/");
        }
    }

    List<Found> found() {
        return found;
    }

    /// What was found as a page of `max`; one more than that says that there is a next one.
    Listing page(Tier tier, int max) {
        List<ObjectEntry> objects = new ArrayList<>();
        List<Prefix> folders = new ArrayList<>();
        for (Found one : found.subList(0, Math.min(max, found.size()))) {
            if (one.isFolder()) {
                folders.add(new Prefix(tier, one.key()));
            } else {
                objects.add(FolderStore.entry(new ObjectPath(tier, one.key()), one.attributes()));
            }
        }
        return new Listing(List.copyOf(objects), List.copyOf(folders), found.size() > max ? Optional.of(found.get(max - 1).key()) : Optional.empty());
    }

    /// The most children of a folder that stood in memory at once.
    int peak() {
        return peak;
    }

    /// What stands directly in `folder` after the key `after`, which is empty for the beginning.
    void here(Path folder, String prefix, String after) throws IOException {
        String rest = rest(prefix, after);
        Predicate<String> wanted = key -> KeyOrder.compare(key, rest) > 0;
        eachChild(folder, wanted, child -> {
            if (!child.isFolder()) {
                add(prefix + child.key(), child.file());
            } else if (holdsObject(child.file())) {
                add(prefix + child.key(), child.file());
            }
        });
    }

    /// All objects below `folder` after the key `after`.
    void below(Path folder, String prefix, String after) throws IOException {
        String rest = rest(prefix, after);
        Predicate<String> wanted = key -> KeyOrder.compare(key, rest) > 0 || key.endsWith("/") && rest.startsWith(key);
        eachChild(folder, wanted, child -> {
            if (child.isFolder()) {
                below(child.file(), prefix + child.key(), after);
            } else {
                add(prefix + child.key(), child.file());
            }
        });
    }

    private static String rest(String prefix, String after) {
        return after.startsWith(prefix) ? after.substring(prefix.length()) : "";
    }

    private void add(String key, Path file) throws IOException {
        try {
            found.add(new Found(key, file, Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)));
        } catch (NoSuchFileException _) {
            return;
        }
    }

    /// What is done with each child.
    @FunctionalInterface
    private interface Visit {
        void child(Child child) throws IOException;
    }

    private void eachChild(Path folder, Predicate<String> wanted, Visit visit) throws IOException {
        Predicate<String> next = wanted;
        while (found.size() < max) {
            int room = max - found.size();
            List<Child> children = smallest(folder, next, room);
            for (Child child : children) {
                visit.child(child);
                if (found.size() == max) {
                    return;
                }
            }
            if (children.size() < room) {
                return;
            }
            String last = children.getLast().key();
            next = key -> KeyOrder.compare(key, last) > 0;
        }
    }

    /// The first `count` children in key order of those wanted.
    private List<Child> smallest(Path folder, Predicate<String> wanted, int count) throws IOException {
        PriorityQueue<Child> heap = new PriorityQueue<>(ORDER.reversed());
        try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
            for (Path file : children) {
                String name = file.getFileName().toString();
                boolean full = heap.size() == count;
                if (full && KeyOrder.compare(name, heap.peek().key()) > 0 || !wanted.test(name) && !wanted.test(name + "/")) {
                    continue;
                }
                childAt(file, name, wanted, heap);
                peak = Math.max(peak, heap.size());
                if (heap.size() > count) {
                    heap.remove();
                }
            }
        } catch (NoSuchFileException | NotDirectoryException _) {
            return List.of();
        } catch (DirectoryIteratorException error) {
            throw error.getCause();
        }
        return heap.stream().sorted(ORDER).toList();
    }

    private static void childAt(Path file, String name, Predicate<String> wanted, PriorityQueue<Child> heap) throws IOException {
        BasicFileAttributes attributes;
        try {
            attributes = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException _) {
            return;
        }
        String key = attributes.isDirectory() ? name + "/" : name;
        if ((attributes.isDirectory() || attributes.isRegularFile()) && isKey(name) && wanted.test(key)) {
            heap.add(new Child(key, file));
        }
    }

    private static boolean holdsObject(Path folder) throws IOException {
        List<Path> folders = new ArrayList<>();
        try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
            for (Path child : children) {
                if (Files.isRegularFile(child, LinkOption.NOFOLLOW_LINKS)) {
                    return true;
                }
                if (Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
                    folders.add(child);
                }
            }
        } catch (NoSuchFileException | NotDirectoryException _) {
            return false;
        } catch (DirectoryIteratorException error) {
            throw error.getCause();
        }
        for (Path child : folders) {
            if (holdsObject(child)) {
                return true;
            }
        }
        return false;
    }

    /// Whether a file's name can be a part of a key. Files with other names, which somebody laid there, are no objects.
    private static boolean isKey(String name) {
        try {
            return new ObjectPath(Tier.RAW, name).key().equals(name);
        } catch (FailureException _) {
            return false;
        }
    }
}
