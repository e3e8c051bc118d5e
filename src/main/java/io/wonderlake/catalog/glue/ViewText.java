package io.wonderlake.catalog.glue;

import io.wonderlake.lake.Documents;
import io.wonderlake.work.FailureException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.glue.model.Table;
import software.amazon.awssdk.services.glue.model.ViewRepresentation;

/// The SQL of a view. Athena packs it into a comment: `/* Presto View: … */`.
final class ViewText {
    private static final Pattern PRESTO = Pattern.compile("/\\* Presto View: (\\S+) \\*/", Pattern.DOTALL);

    private ViewText() {
    }

    static Optional<String> of(Table table) {
        Optional<String> original = Optional.ofNullable(table.viewOriginalText()).filter(text -> !text.isBlank());
        return original.map(ViewText::unpacked).or(() -> dialects(table));
    }

    private static Optional<String> dialects(Table table) {
        return Optional.ofNullable(table.viewDefinition()).flatMap(view -> view.representations().stream().map(ViewRepresentation::viewOriginalText)
                .filter(Objects::nonNull).findFirst());
    }

    /// What cannot be unpacked is shown as it is.
    private static String unpacked(String text) {
        Matcher packed = PRESTO.matcher(text.strip());
        if (!packed.matches()) {
            return text;
        }
        try {
            String json = new String(Base64.getDecoder().decode(packed.group(1)), StandardCharsets.UTF_8);
            return Documents.readJson(json, Map.class, "view").get("originalSql") instanceof String sql ? sql : text;
        } catch (IllegalArgumentException | FailureException damaged) {
            return text;
        }
    }
}
