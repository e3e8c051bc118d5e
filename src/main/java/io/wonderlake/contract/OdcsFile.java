package io.wonderlake.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/// A contract file as it is written, before it is understood: the Open Data Contract Standard's names.
record OdcsFile(
        String kind,
        String id,
        String name,
        String version,
        String domain,
        JsonNode description,
        List<Member> team,
        List<Custom> customProperties,
        List<Schema> schema) {

    record Member(String name, String username, String role) { }

    record Custom(String property, JsonNode value) { }

    record Schema(String name, String physicalName, List<Property> properties, List<Quality> quality) { }

    record Property(
            String name,
            String physicalName,
            String logicalType,
            String physicalType,
            String description,
            boolean primaryKey,
            boolean required,
            JsonNode logicalTypeOptions,
            List<Custom> customProperties) { }

    record Quality(String name, String type, String description, String query, Long mustBe, String severity) { }

    static Optional<JsonNode> custom(List<Custom> properties, String name) {
        return properties == null ? Optional.empty()
                : properties.stream().filter(property -> name.equals(property.property()) && property.value() != null)
                        .map(Custom::value).findFirst();
    }
}
