package io.wonderlake.settings;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.wonderlake.work.Failure;
import io.wonderlake.work.Spelling;
import io.wonderlake.work.Strings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The text of a profile while it is read: gives its parts, and turns what is wrong into a failure that names file, line and key.
record ProfileText(Path file, List<Refusal> refusals) {

    /// What is wrong at a key, without the file and the line.
    record Refusal(String key, String problem) { }

    ProfileText(Path file) {
        this(file, new ArrayList<>());
    }


    Written.Keys document(String text) {
        try {
            return keys(Written.parse(text));
        } catch (JsonProcessingException error) {
            // without the library's excerpt: a secret may stand in it
            int line = Optional.ofNullable(error.getLocation()).map(JsonLocation::getLineNr).orElse(1);
            String reason = error.getOriginalMessage().lines().filter(each -> !each.isBlank() && !Character.isWhitespace(each.charAt(0))).filter(each -> !each.startsWith("in '"))
                    .collect(Collectors.joining(", "));
            throw Failure.of(Failure.Kind.BAD_INPUT, "failure.profile", file, String.valueOf(Math.max(1, line)), reason).exception();
        } catch (IOException error) {
            throw new java.io.UncheckedIOException(error);
        }
    }

    /// Only keys of the given names may stand there.
    Written.Keys keys(Written written, List<String> allowed) {
        Written.Keys keys = keys(written);
        keys.twice().stream().findFirst().ifPresent(place -> {
            throw refuse(place, "profile.twice", place.key());
        });
        keys.values().forEach((name, value) -> {
            if (!allowed.contains(name)) {
                throw unknown(value.place(), name, allowed);
            }
        });
        return keys;
    }

    private Written.Keys keys(Written written) {
        if (written instanceof Written.Keys keys) {
            return keys;
        }
        throw written.place().key().isEmpty() ? refuse(written.place(), "profile.empty") : refuse(written.place(), "profile.keys", written.place().key());
    }

    private RuntimeException unknown(Written.Place place, String name, List<String> allowed) {
        Failure failure = failure(place, "profile.unknown", place.key(), String.join(", ", allowed));
        return Spelling.nearest(name, allowed, each -> each).map(failure::withNearest).orElse(failure).exception();
    }

    /// The single value of a key; empty where the key is absent or says nothing.
    Optional<Written.Text> text(Written.Keys keys, String name) {
        return switch (keys.values().get(name)) {
            case null -> Optional.empty();
            case Written.Text text when text.text().isEmpty() -> Optional.empty();
            case Written.Text text -> Optional.of(text);
            case Written other -> throw refuse(other.place(), "profile.single", other.place().key());
        };
    }

    Written.Text require(Written.Keys keys, String name) {
        return text(keys, name).orElseThrow(() -> refuse(keys.values().containsKey(name) ? keys.values().get(name).place() : keys.place().below(name, keys.place().line()), "profile.missing",
                keys.place().below(name, 1).key()));
    }

    /// The values of a list; one value alone is a list too.
    List<Written.Text> list(Written.Keys keys, String name) {
        return switch (keys.values().get(name)) {
            case null -> List.of();
            case Written.Items items -> items.values().stream().map(this::item).toList();
            case Written.Text text -> text.text().isEmpty() ? List.of() : List.of(text);
            case Written.Keys other -> throw refuse(other.place(), "profile.list", other.place().key());
        };
    }

    private Written.Text item(Written written) {
        if (written instanceof Written.Text text && !text.text().isEmpty()) {
            return text;
        }
        throw refuse(written.place(), "profile.list", written.place().key());
    }

    Map<String, Written> group(Written.Keys keys, String name, List<String> allowed) {
        return switch (keys.values().get(name)) {
            case null -> Map.of();
            case Written.Text text when text.text().isEmpty() -> Map.of();
            case Written other -> keys(other, allowed).values();
        };
    }

    /// `key` is the sentence of the problem in the strings file.
    RuntimeException refuse(Written.Place place, String key, Object... arguments) {
        return failure(place, key, arguments).exception();
    }

    private Failure failure(Written.Place place, String key, Object... arguments) {
        refusals.add(new Refusal(place.key(), Strings.text(key, arguments)));
        return Failure.of(Failure.Kind.BAD_INPUT, "failure.profile", file, String.valueOf(place.line()), Strings.text(key, arguments));
    }
}
