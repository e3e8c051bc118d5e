package io.wonderlake.contract;

import java.util.Locale;
import java.util.Objects;

/// Makes a rule of what a contract or a model says about it.
public final class RuleParser {

    private RuleParser() {
    }

    /// Every argument may be null where the file leaves it out.
    public static QualityRule rule(DefinitionText text, String name, String description, String query, Long mustBe, String severity) {
        text.require(name, "name");
        if (query == null || query.isBlank()) {
            throw text.refuse(name, "contract.rule.query", name);
        }
        return new QualityRule(name, Objects.requireNonNullElse(description, ""), query.strip(), mustBe == null ? 0 : mustBe,
                severity(text, name, Objects.requireNonNullElse(severity, "warning")));
    }

    private static QualityRule.Severity severity(DefinitionText text, String name, String severity) {
        return switch (severity.toLowerCase(Locale.ROOT)) {
            case "warning", "info" -> QualityRule.Severity.WARNING;
            case "error" -> QualityRule.Severity.ERROR;
            default -> throw text.refuse(name, "contract.rule.severity", name, severity);
        };
    }
}
