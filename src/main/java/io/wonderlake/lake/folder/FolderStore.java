package io.wonderlake.lake.folder;

import io.wonderlake.lake.Content;
import io.wonderlake.lake.Listing;
import io.wonderlake.lake.LocalFiles;
import io.wonderlake.lake.ObjectEntry;
import io.wonderlake.lake.ObjectPath;
import io.wonderlake.lake.ObjectStore;
import io.wonderlake.lake.ObjectVersion;
import io.wonderlake.lake.Prefix;
import io.wonderlake.lake.Sha256;
import io.wonderlake.lake.Tier;
import io.wonderlake.work.Failure;
import io.wonderlake.work.FailureException;
import io.wonderlake.work.Job;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The objects of a lake on a folder. Where the file system takes `A` and `a` for one name, the two objects are one as well.
public final class FolderStore implements ObjectStore, LocalFiles {
    private static final int TRIES = 20;

    private final LakeFolder lake;
    private final FolderPaths paths;
    private final KeptVersions kept;
    private final PathLocks locks;

    public FolderStore(LakeFolder lake) {
        this.lake = lake;
        this.paths = new FolderPaths(lake);
        this.kept = new KeptVersions(lake);
        this.locks = new PathLocks(lake.locksFolder());
    }

    @Override
    public Path file(ObjectPath path) {
        return paths.file(path);
    }

    @Override
    public Path folder(Prefix prefix) {
        return paths.folder(prefix);
    }

    @Override
    public ObjectPath objectAt(Path file) {
        return paths.objectAt(file);
    }

    @Override
    public Listing list(Prefix prefix, boolean delimited, Optional<String> after, int max) {
        if (max < 1) {
            throw new IllegalArgumentException("max " + max);
        }
        FolderWalk walk = new FolderWalk(max + 1);
        try {
            if (delimited) {
                walk.here(paths.folder(prefix), prefix.key(), after.orElse(""));
            } else {
                walk.below(paths.folder(prefix), prefix.key(), after.orElse(""));
            }
        } catch (IOException error) {
            throw FolderFailures.of(error, prefix);
        }
        return walk.page(prefix.tier(), max);
    }

    @Override
    public Optional<ObjectEntry> find(ObjectPath path) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(paths.file(path), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return attributes.isRegularFile() ? Optional.of(entry(path, attributes)) : Optional.empty();
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException error) {
            if (isBelowAFile(path)) {
                return Optional.empty();
            }
            throw FolderFailures.of(error, path);
        }
    }

    private boolean isBelowAFile(ObjectPath path) {
        Path tier = lake.tierFolder(path.tier());
        for (Path at = paths.file(path).getParent(); !at.equals(tier); at = at.getParent()) {
            if (Files.isRegularFile(at)) {
                return true;
            }
        }
        return false;
    }

    static ObjectEntry entry(ObjectPath path, BasicFileAttributes attributes) {
        return new ObjectEntry(path, attributes.size(), attributes.lastModifiedTime().toInstant());
    }

    @Override
    public InputStream read(ObjectPath path) {
        return read(path, 0, Long.MAX_VALUE);
    }

    @Override
    public InputStream read(ObjectPath path, long offset, long length) {
        if (offset < 0 || length < 0) {
            throw new IllegalArgumentException(offset + ", " + length);
        }
        demand(path);
        return open(paths.file(path), path, offset, length);
    }

    private ObjectEntry demand(ObjectPath path) {
        return find(path).orElseThrow(() -> FolderFailures.missing(path).exception());
    }

    private static InputStream open(Path file, ObjectPath path, long offset, long length) {
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
            channel.position(offset);
            return new RangeStream(Channels.newInputStream(channel), length);
        } catch (IOException error) {
            throw FolderFailures.of(error, path);
        }
    }

    @Override
    public ObjectEntry put(ObjectPath path, Content content, Job job) {
        return write(path, content, job, (temporary, target) -> {
            if (path.tier() == Tier.RAW) {
                return locks.hold(path.key(), () -> {
                    kept.keep(path, target);
                    temporary.replace(target);
                    return true;
                });
            }
            temporary.replace(target);
            return true;
        });
    }

    @Override
    public ObjectEntry putIfAbsent(ObjectPath path, Content content, Job job) {
        if (find(path).isPresent()) {
            throw conflict(path);
        }
        return write(path, content, job, (temporary, target) -> locks.hold(path.key(), () -> {
            if (!temporary.placeIfAbsent(target)) {
                throw conflict(path);
            }
            return true;
        }));
    }

    private static FailureException conflict(ObjectPath path) {
        return Failure.of(Failure.Kind.CONFLICT, "failure.lake.exists", path.toString()).exception();
    }

    /// How a written file gets its name.
    @FunctionalInterface
    private interface Placing {
        boolean place(TemporaryFile temporary, Path target) throws IOException;
    }

    private ObjectEntry write(ObjectPath path, Content content, Job job, Placing placing) {
        Path target = paths.file(path);
        try (TemporaryFile temporary = lake.temporaryFiles().make()) {
            temporary.fill(content, path, job);
            for (int tries = 1; ; tries++) {
                try {
                    makeRoom(path, target);
                    placing.place(temporary, target);
                    return demand(path);
                } catch (NoSuchFileException error) {
                    // a delete beside us took the folder away again
                    if (tries == TRIES) {
                        throw error;
                    }
                }
            }
        } catch (IOException error) {
            throw FolderFailures.writing(error, path, lake.root());
        }
    }

    private static void makeRoom(ObjectPath path, Path target) throws IOException {
        try {
            Disk.makeFolders(target.getParent());
        } catch (FileAlreadyExistsException error) {
            if (Files.isRegularFile(Path.of(error.getFile()))) {
                throw FolderFailures.blocked(path, error.getFile());
            }
            throw new NoSuchFileException(error.getFile());
        }
        if (Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS) && !Disk.removeHollow(target)) {
            throw FolderFailures.blocked(path, target);
        }
    }

    @Override
    public void delete(ObjectPath path) {
        Path file = paths.file(path);
        try {
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                return;
            }
            if (path.tier() == Tier.RAW) {
                locks.hold(path.key(), () -> {
                    kept.retire(path, file);
                    return true;
                });
            } else if (Files.deleteIfExists(file)) {
                Disk.sync(file.getParent());
            }
            Disk.prune(file.getParent(), lake.tierFolder(path.tier()));
        } catch (IOException error) {
            throw FolderFailures.of(error, path);
        }
    }

    @Override
    public String sha256(ObjectPath path, Job job) {
        try (InputStream in = read(path)) {
            return Sha256.of(in, job);
        } catch (IOException error) {
            throw FolderFailures.of(error, path);
        }
    }

    @Override
    public List<ObjectVersion> versions(ObjectPath path) {
        Optional<ObjectEntry> present = find(path);
        try {
            List<ObjectVersion> versions = new ArrayList<>();
            Map<Long, Path> old = path.tier() == Tier.RAW ? kept.files(path, paths.file(path)) : Map.of();
            long number = old.keySet().stream().findFirst().orElse(0L) + 1;
            present.ifPresent(entry -> versions.add(new ObjectVersion(path, presentId(entry, number), entry.size(), entry.modified(), true)));
            for (Map.Entry<Long, Path> file : old.entrySet()) {
                BasicFileAttributes attributes = Files.readAttributes(file.getValue(), BasicFileAttributes.class);
                versions.add(new ObjectVersion(path, file.getKey().toString(), attributes.size(), attributes.lastModifiedTime().toInstant(), false));
            }
            return List.copyOf(versions);
        } catch (IOException error) {
            throw FolderFailures.of(error, path);
        }
    }

    /// Where versions are kept, the number that the present file gets once it is replaced; elsewhere what tells it from another one.
    private static String presentId(ObjectEntry entry, long number) {
        return entry.path().tier() == Tier.RAW ? Long.toString(number) : entry.modified().toEpochMilli() + "-" + entry.size();
    }

    @Override
    public InputStream readVersion(ObjectVersion version) {
        try {
            return locks.hold(version.path().key(), () -> openVersion(version));
        } catch (IOException error) {
            throw FolderFailures.of(error, version.path());
        }
    }

    private InputStream openVersion(ObjectVersion version) {
        ObjectPath path = version.path();
        ObjectVersion known = versions(path).stream().filter(one -> one.id().equals(version.id())).findFirst()
                .orElseThrow(() -> Failure.of(Failure.Kind.NOT_FOUND, "failure.lake.version", path.toString(), version.id()).exception());
        if (known.current()) {
            return read(path);
        }
        return open(kept.file(path, Long.parseLong(known.id())), path, 0, Long.MAX_VALUE);
    }

    @Override
    public ObjectEntry restore(ObjectVersion version, Job job) {
        boolean isPresent = versions(version.path()).stream().anyMatch(one -> one.current() && one.id().equals(version.id()));
        return isPresent ? demand(version.path()) : put(version.path(), () -> readVersion(version), job);
    }
}
