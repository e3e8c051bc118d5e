package io.wonderlake.cli;

import io.wonderlake.format.FileFacts;
import java.util.LinkedHashMap;
import java.util.Map;

/// What a probe found, as JSON.
final class FileRows {
    private FileRows() {
    }

    static Map<String, Object> json(String name, FileFacts facts) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("file", name);
        json.put("format", facts.storage().label());
        json.put("storage", facts.storage());
        json.put("compression", facts.compression());
        json.put("bytes", facts.bytes());
        json.put("rows", facts.rows());
        json.put("badRows", facts.badRows());
        json.put("sheets", facts.sheets());
        json.put("columns", facts.columns().stream().map(column -> Map.of("name", column.name(), "type", column.type().sql())).toList());
        json.put("problems", facts.problems());
        return json;
    }
}
