package io.wonderlake.settings;

import io.wonderlake.lake.Documents;
import io.wonderlake.lake.LakeProfile;
import io.wonderlake.work.FailureException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A profile while it is filled in: texts under the keys of its file (`region`, `tiers.raw`, `athena.workgroup`), held to the rules of the file.
///
/// @param texts as typed; what is blank counts as absent
public record ProfileDraft(String name, Map<String, String> texts) {
    private static final Set<String> LISTS = Set.of("databases", "pipelines");
    private static final Map<String, String> STAND_INS = Map.of("kind", "aws", "region", "eu-west-1", "path", "/", "tiers", "s3://stand-in/", "redshift.url", "jdbc:redshift://host/database");
    private static final int MOST = 40;

    /// What came of a check.
    ///
    /// @param profile there where nothing is wrong
    /// @param problems by key, one sentence each; `name` for the profile's own name
    public record Checked(Optional<LakeProfile> profile, Map<String, String> problems) { }

    public ProfileDraft {
        texts = texts.entrySet().stream().filter(entry -> !entry.getValue().isBlank())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> entry.getValue().strip()));
    }

    /// The texts that would stand in the profile's file.
    public static ProfileDraft of(LakeProfile profile) {
        try {
            Map<String, String> texts = new LinkedHashMap<>();
            flatten(Written.parse(ProfileWriter.yaml(profile)), texts);
            return new ProfileDraft(profile.name(), texts);
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    private static void flatten(Written written, Map<String, String> texts) {
        switch (written) {
            case Written.Text text -> texts.put(text.place().key(), text.text());
            case Written.Items items -> texts.put(items.place().key(),
                    items.values().stream().filter(Written.Text.class::isInstance).map(item -> ((Written.Text) item).text()).collect(Collectors.joining(", ")));
            case Written.Keys keys -> keys.values().values().forEach(value -> flatten(value, texts));
        }
    }

    /// Finds everything that is wrong, not only the first.
    public Checked check() {
        Map<String, String> problems = new LinkedHashMap<>();
        try {
            Profiles.check(name);
        } catch (FailureException refused) {
            problems.put("name", refused.failure().message() + " " + refused.failure().advice());
        }
        Map<String, String> left = new LinkedHashMap<>(texts);
        for (int i = 0; i < MOST; i++) {
            ProfileParser parser = new ProfileParser(name, Path.of("profile"));
            try {
                LakeProfile profile = parser.parse(Documents.writeYaml(nested(left)));
                return new Checked(problems.isEmpty() ? Optional.of(profile) : Optional.empty(), problems);
            } catch (FailureException refused) {
                ProfileText.Refusal refusal = parser.refusal().orElse(new ProfileText.Refusal("", refused.failure().message()));
                problems.putIfAbsent(refusal.key(), refusal.problem());
                goOn(left, refusal.key());
            }
        }
        return new Checked(Optional.empty(), problems);
    }

    /// Takes the wrong text away, or puts a right one in its place where there must be one, so that the next mistake is found.
    private static void goOn(Map<String, String> left, String key) {
        left.keySet().removeIf(other -> other.equals(key) || other.startsWith(key + "."));
        Optional.ofNullable(STAND_INS.get(key)).ifPresent(text -> left.put(key.equals("tiers") ? "tiers.raw" : key, text));
    }

    private static Map<String, Object> nested(Map<String, String> texts) {
        Map<String, Object> file = new LinkedHashMap<>();
        texts.forEach((key, text) -> {
            int dot = key.indexOf('.');
            if (dot < 0) {
                file.put(key, LISTS.contains(key) ? items(text) : text);
            } else {
                @SuppressWarnings("unchecked")
                Map<String, Object> group = (Map<String, Object>) file.computeIfAbsent(key.substring(0, dot), _ -> new LinkedHashMap<String, Object>());
                group.put(key.substring(dot + 1), text);
            }
        });
        return file;
    }

    private static List<String> items(String text) {
        return Stream.of(text.split(",")).map(String::strip).filter(item -> !item.isEmpty()).toList();
    }
}
