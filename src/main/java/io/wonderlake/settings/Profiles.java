package io.wonderlake.settings;

import io.wonderlake.lake.LakeProfile;
import io.wonderlake.work.Failure;
import io.wonderlake.work.FailureException;
import io.wonderlake.work.Spelling;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The lakes that a user has named: one small YAML file each, `profiles/NAME.yaml` in the configuration folder. Safe for several threads.
public final class Profiles {
    private static final String ENDING = ".yaml";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");
    private static final Pattern RESERVED = Pattern.compile("(?i)con|prn|aux|nul|com\\d|lpt\\d");
    private static final int LARGEST = 1 << 16;

    private final Path folder;

    /// @param config the user's configuration folder; it need not exist
    public Profiles(Path config) {
        this.folder = config.resolve("profiles");
    }

    /// The names of all profiles, also of those whose files are wrong.
    public List<String> names() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).map(file -> file.getFileName().toString()).filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length())).filter(Profiles::allowed).sorted().toList();
        } catch (IOException error) {
            throw trouble(error, folder);
        }
    }

    /// All profiles; one that is wrong does not hide the others.
    public List<ListedProfile> all() {
        return names().stream().<ListedProfile>map(name -> {
            try {
                return new ListedProfile.Ready(load(name));
            } catch (FailureException refused) {
                return new ListedProfile.Broken(name, refused.failure());
            }
        }).toList();
    }

    /// The file of a profile, whether it is there or not.
    public Path file(String name) {
        check(name);
        return folder.resolve(name + ENDING);
    }

    public LakeProfile load(String name) {
        Path file = existing(name);
        return new ProfileParser(name, file).parse(read(file));
    }

    /// Writes the profile under its name, instead of what may stand there. One that could not be loaded again is refused.
    public synchronized void save(LakeProfile profile) {
        Path file = file(profile.name());
        names().stream().filter(other -> other.equalsIgnoreCase(profile.name()) && !other.equals(profile.name())).findFirst().ifPresent(other -> {
            throw Failure.of(Failure.Kind.CONFLICT, "failure.profile.case", profile.name(), other).exception();
        });
        String text = ProfileWriter.yaml(profile);
        new ProfileParser(profile.name(), file).parse(text);
        try {
            WholeFile.write(file, text);
        } catch (IOException error) {
            throw trouble(error, file);
        }
    }

    public synchronized void delete(String name) {
        Path file = existing(name);
        try {
            Files.deleteIfExists(file);
        } catch (IOException error) {
            throw trouble(error, file);
        }
    }

    private Path existing(String name) {
        Path file = file(name);
        if (!Files.isRegularFile(file) || !names().contains(name)) {
            throw missing(name).exception();
        }
        return file;
    }

    private Failure missing(String name) {
        List<String> names = names();
        if (names.isEmpty()) {
            return Failure.of(Failure.Kind.NOT_FOUND, "failure.profile.none", name, file(name));
        }
        Optional<String> nearest = Spelling.nearest(name, names, each -> each);
        return nearest.map(meant -> Failure.of(Failure.Kind.NOT_FOUND, "failure.profile.nearest", name, String.join(", ", names), meant).withNearest(meant))
                .orElseGet(() -> Failure.of(Failure.Kind.NOT_FOUND, "failure.profile.unknown", name, String.join(", ", names), file(name)));
    }

    private static String read(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw Failure.of(Failure.Kind.BAD_INPUT, "failure.profile.large", file).exception();
            }
            return Files.readString(file);
        } catch (CharacterCodingException error) {
            throw Failure.of(Failure.Kind.BAD_INPUT, "failure.profile.encoding", file).withOrigin(error).exception();
        } catch (IOException error) {
            throw trouble(error, file);
        }
    }

    /// Refuses what cannot be the name of a profile.
    static void check(String name) {
        if (!allowed(name)) {
            throw Failure.of(Failure.Kind.BAD_INPUT, "failure.profile.name", name.replaceAll("\\p{Cntrl}", "\uFFFD")).exception();
        }
    }

    private static boolean allowed(String name) {
        return NAME.matcher(name).matches() && !RESERVED.matcher(name).matches();
    }

    private static RuntimeException trouble(IOException error, Path file) {
        return Failure.of(Failure.Kind.STORAGE, "failure.profile.file", file, String.valueOf(error.getMessage())).withOrigin(error).exception();
    }
}
