package io.wonderlake.settings;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A part of a YAML document as it stands there, with its place, so that what is wrong with it can be pointed at.
sealed interface Written {

    /// Where a part stands.
    ///
    /// @param key the keys that lead to it, `athena.workgroup`; empty for the whole document
    record Place(String key, int line) {
        Place below(String name, int where) {
            return new Place(key.isEmpty() ? name : key + "." + name, where);
        }
    }

    Place place();

    /// Keys with their values. `twice` are the places of keys that had stood there before.
    record Keys(Place place, Map<String, Written> values, List<Place> twice) implements Written { }

    /// A list.
    record Items(Place place, List<Written> values) implements Written { }

    /// A single value, whatever it looks like; empty where nothing is written.
    record Text(Place place, String text) implements Written { }

    /// Reads the one document in a text.
    static Written parse(String text) throws IOException {
        try (JsonParser parser = new YAMLFactory().createParser(text)) {
            Place whole = new Place("", 1);
            return parser.nextToken() == null ? new Text(whole, "") : read(parser, whole);
        }
    }

    private static Written read(JsonParser parser, Place place) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> keys(parser, place);
            case START_ARRAY -> items(parser, place);
            case VALUE_NULL -> new Text(place, "");
            default -> new Text(place, parser.getText().strip());
        };
    }

    private static Keys keys(JsonParser parser, Place place) throws IOException {
        Map<String, Written> values = new LinkedHashMap<>();
        List<Place> twice = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            Place below = place.below(parser.currentName(), parser.currentTokenLocation().getLineNr());
            String name = parser.currentName();
            parser.nextToken();
            if (values.put(name, read(parser, below)) != null) {
                twice.add(below);
            }
        }
        return new Keys(place, values, twice);
    }

    private static Items items(JsonParser parser, Place place) throws IOException {
        List<Written> values = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            values.add(read(parser, new Place(place.key(), parser.currentTokenLocation().getLineNr())));
        }
        return new Items(place, values);
    }
}
