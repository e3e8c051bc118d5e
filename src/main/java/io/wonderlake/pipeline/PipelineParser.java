package io.wonderlake.pipeline;

import io.wonderlake.contract.DefinitionText;
import io.wonderlake.lake.Documents;
import io.wonderlake.lake.ObjectPath;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads a pipeline file.
final class PipelineParser {

    private static final Pattern DURATION = Pattern.compile("(\\d{1,6})(ms|s|m|h)");
    private static final Duration TIMEOUT = Duration.ofHours(1);
    private static final int MAX_RETRIES = 10;

    private final DefinitionText text;
    private final Written file;

    private record Written(String name, String title, String description, String schedule, List<Step> steps) { }

    private record Step(String name, String type, List<String> datasets, List<String> contracts, List<String> models, Integer retries,
            String timeout, List<String> after) { }

    private PipelineParser(DefinitionText text) {
        this.text = text;
        this.file = Documents.readYaml(text.text(), Written.class, text.file().toString());
    }

    static Pipeline parse(String content, ObjectPath file) {
        return new PipelineParser(new DefinitionText(content, file)).pipeline();
    }

    private Pipeline pipeline() {
        if (file == null) {
            throw text.refuse("", "definition.missing", "name");
        }
        String name = text.require(file.name(), "name");
        if (file.steps() == null || file.steps().isEmpty()) {
            throw text.refuse("steps", "definition.missing", "steps");
        }
        List<Pipeline.Group> groups = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Step step : file.steps()) {
            if (!names.add(text.require(step.name(), "name"))) {
                throw text.refuse("name: " + step.name(), "pipeline.twice", step.name());
            }
            groups.add(group(step));
        }
        groups.forEach(group -> group.after().stream().filter(after -> !names.contains(after)).findFirst().ifPresent(after -> {
            throw text.refuse("after", "pipeline.after", group.name(), after);
        }));
        return new Pipeline(name, Objects.requireNonNullElse(file.title(), name), Objects.requireNonNullElse(file.description(), ""),
                Objects.requireNonNullElse(file.schedule(), ""), groups, text.file());
    }

    private Pipeline.Group group(Step step) {
        String type = text.require(step.type(), "type");
        return switch (type) {
            case "crawl" -> group(step, Pipeline.Kind.CRAWL, step.datasets(), "datasets");
            case "contracts" -> group(step, Pipeline.Kind.CONTRACTS, step.contracts(), "contracts");
            case "models" -> group(step, Pipeline.Kind.MODELS, step.models(), "models");
            default -> throw text.refuse(type, "pipeline.type", step.name(), type);
        };
    }

    private Pipeline.Group group(Step step, Pipeline.Kind kind, List<String> items, String property) {
        if (items == null || items.isEmpty()) {
            throw text.refuse("name: " + step.name(), "pipeline.items", step.name(), property);
        }
        int retries = step.retries() == null ? 0 : step.retries();
        if (retries < 0 || retries > MAX_RETRIES) {
            throw text.refuse("retries: " + retries, "pipeline.retries", step.name(), String.valueOf(retries));
        }
        return new Pipeline.Group(step.name(), kind, items, retries, timeout(step), Objects.requireNonNullElse(step.after(), List.of()));
    }

    private Duration timeout(Step step) {
        if (step.timeout() == null) {
            return TIMEOUT;
        }
        Matcher matcher = DURATION.matcher(step.timeout().strip());
        if (!matcher.matches() || Long.parseLong(matcher.group(1)) == 0) {
            throw text.refuse("timeout: " + step.timeout(), "pipeline.timeout", step.name(), step.timeout());
        }
        long count = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(count);
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            default -> Duration.ofHours(count);
        };
    }
}
