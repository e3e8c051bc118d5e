package io.wonderlake.ui.settings;

import io.wonderlake.lake.LakeProfile;
import io.wonderlake.settings.ListedProfile;
import io.wonderlake.settings.ProfileDraft;
import io.wonderlake.work.Strings;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// A profile as the form holds it: a text for each key of its file, and what is wrong with them.
public final class ProfileFormViewModel {
    private final Optional<LakeProfile> before;
    private final StringProperty name = new SimpleStringProperty(this, "name", "");
    private final Map<String, StringProperty> texts = new HashMap<>();
    private final ReadOnlyObjectWrapper<Map<String, String>> problems = new ReadOnlyObjectWrapper<>(this, "problems", Map.of());
    private final ReadOnlyObjectWrapper<Optional<Boolean>> password = new ReadOnlyObjectWrapper<>(this, "password", Optional.empty());

    /// Whose password the keychain may have.
    record User(String profile, String name) { }

    /// @param before the profile as it is kept; empty for a new one
    ProfileFormViewModel(ProfileDraft draft, Optional<LakeProfile> before) {
        this.before = before;
        name.set(draft.name());
        draft.texts().forEach((key, text) -> text(key).set(text));
    }

    /// Whether a profile of this name exists, whose name therefore stays.
    public boolean kept() {
        return before.isPresent();
    }

    public StringProperty nameProperty() {
        return name;
    }

    /// The text under a key of the file: `region`, `tiers.raw`, `athena.workgroup`.
    public StringProperty text(String key) {
        return texts.computeIfAbsent(key, _ -> new SimpleStringProperty(this, key, ""));
    }

    /// By key; `name` for the name.
    public ReadOnlyObjectProperty<Map<String, String>> problemsProperty() {
        return problems.getReadOnlyProperty();
    }

    /// Whether the keychain has the password; empty while that is not known.
    public ReadOnlyObjectProperty<Optional<Boolean>> passwordProperty() {
        return password.getReadOnlyProperty();
    }

    void passwordKept(boolean kept) {
        password.set(Optional.of(kept));
    }

    /// The Redshift user of a profile that is kept already, for the keychain.
    Optional<User> user() {
        return before.isEmpty() || text("redshift.user").get().isBlank() ? Optional.empty() : Optional.of(new User(name.get(), text("redshift.user").get().strip()));
    }

    /// The profile, where nothing is wrong; otherwise says what is.
    Optional<LakeProfile> check(List<ListedProfile> others) {
        boolean local = text("kind").get().equals("local");
        Map<String, String> said = texts.entrySet().stream().filter(entry -> local == localKey(entry.getKey()) || shared(entry.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().get()));
        ProfileDraft.Checked checked = new ProfileDraft(name.get().strip(), said).check();
        Map<String, String> found = new LinkedHashMap<>(checked.problems());
        if (!kept() && others.stream().anyMatch(other -> other.name().equalsIgnoreCase(name.get().strip()))) {
            found.put("name", Strings.text("settings.lakes.taken", name.get().strip()));
        }
        problems.set(found);
        return found.isEmpty() ? checked.profile() : Optional.empty();
    }

    private static boolean shared(String key) {
        return List.of("kind", "colour", "readOnly").contains(key);
    }

    private static boolean localKey(String key) {
        return key.equals("path");
    }
}
