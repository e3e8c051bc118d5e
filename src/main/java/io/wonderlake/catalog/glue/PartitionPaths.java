package io.wonderlake.catalog.glue;

import io.wonderlake.catalog.Column;
import io.wonderlake.catalog.HiveValues;
import io.wonderlake.lake.ObjectPath;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads partition values out of paths: from `key=value` folders, or by the template of a table whose partitions the engine computes.
final class PartitionPaths {
    private static final Pattern PLACE = Pattern.compile("\\$\\{([^}]+)}");

    private final List<Column> columns;
    private final S3Locations locations;
    private final Optional<Pattern> template;

    private PartitionPaths(List<Column> columns, S3Locations locations, Optional<Pattern> template) {
        this.columns = columns;
        this.locations = locations;
        this.template = template;
    }

    static PartitionPaths of(Known known, S3Locations locations) {
        Optional<String> template = Optional.ofNullable(known.parameters().get(Marks.TEMPLATE)).filter(_ -> known.isProjected());
        return new PartitionPaths(known.table().partitionColumns(), locations, template.map(text -> pattern(text, known.table().partitionColumns())));
    }

    /// Each place of a column becomes the group of its number.
    private static Pattern pattern(String template, List<Column> columns) {
        StringBuilder pattern = new StringBuilder();
        Matcher places = PLACE.matcher(template);
        int from = 0;
        while (places.find()) {
            pattern.append(Pattern.quote(template.substring(from, places.start()))).append(group(places.group(1), columns));
            from = places.end();
        }
        return Pattern.compile(pattern.append(Pattern.quote(template.substring(from))).append(".*").toString());
    }

    private static String group(String name, List<Column> columns) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equalsIgnoreCase(name)) {
                return "(?<c" + i + ">[^/]+)";
            }
        }
        return "[^/]+";
    }

    /// In the columns' order; a column that the path does not tell is left out.
    Map<String, String> values(ObjectPath path) {
        return columns.isEmpty() ? Map.of() : Collections.unmodifiableMap(template.map(pattern -> templated(pattern, path)).orElseGet(() -> hive(path)));
    }

    private Map<String, String> hive(ObjectPath path) {
        Map<String, String> folders = new HashMap<>();
        for (String part : path.parent().key().split("/")) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                folders.put(TableReading.lower(part.substring(0, equals)), HiveValues.decoded(part.substring(equals + 1)));
            }
        }
        Map<String, String> values = new LinkedHashMap<>();
        columns.forEach(column -> Optional.ofNullable(folders.get(TableReading.lower(column.name()))).ifPresent(value -> values.put(column.name(), value)));
        return values;
    }

    private Map<String, String> templated(Pattern pattern, ObjectPath path) {
        Map<String, String> values = new LinkedHashMap<>();
        Matcher found = pattern.matcher(locations.uri(path.parent()));
        if (found.matches()) {
            for (int i = 0; i < columns.size(); i++) {
                if (pattern.namedGroups().containsKey("c" + i)) {
                    values.put(columns.get(i).name(), found.group("c" + i));
                }
            }
        }
        return values;
    }
}
