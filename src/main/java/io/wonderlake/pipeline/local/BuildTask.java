package io.wonderlake.pipeline.local;

import io.wonderlake.catalog.Column;
import io.wonderlake.catalog.Table;
import io.wonderlake.contract.QualityRule;
import io.wonderlake.contract.SqlText;
import io.wonderlake.engine.EngineSession;
import io.wonderlake.lake.index.Lease;
import io.wonderlake.pipeline.Model;
import io.wonderlake.work.Failure;
import io.wonderlake.work.FailureException;
import io.wonderlake.work.Progress;
import io.wonderlake.work.Strings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Makes a model's table: runs its SELECT, checks the rows, publishes them.
final class BuildTask {

    private static final String BUILT = "wonderlake_built";

    private final Tools tools;
    private final Model model;
    private final StepContext context;

    BuildTask(Tools tools, Model model, StepContext context) {
        this.tools = tools;
        this.model = model;
        this.context = context;
    }

    void run() {
        try (Lease lease = TableLease.take(tools.index(), model.table(), context); EngineSession session = tools.engine().session(context.job())) {
            context.job().report(new Progress(Strings.text("progress.build", model.table().toString()), 0, -1, Progress.Unit.ROWS));
            long in = inputRows();
            make(session);
            long out = ((Number) session.rows("select count(*) from " + BUILT).getFirst()[0]).longValue();
            context.report().rows(in, out, 0);
            context.info("log.build.rows", StepContext.number(in), String.valueOf(model.inputs().size()), StepContext.number(out));
            new Rules(session, context, model.table().table(), BUILT).check(rules());
            new Publisher(tools, context, session).publish(new Publisher.Content(model.table(), model.tier(), model.description(), model.owner(),
                    "select * from " + BUILT, model.partitionedBy(), List.of(), Map.of("model", model.file().toString())), lease);
        }
    }

    private void make(EngineSession session) {
        try {
            session.execute("create table " + BUILT + " as " + storable(session));
        } catch (FailureException error) {
            throw Definitional.named(error, "failure.build.sql", model.file());
        }
    }

    private long inputRows() {
        long rows = 0;
        for (var input : model.inputs()) {
            Table table = tools.catalog().find(input)
                    .orElseThrow(() -> Failure.of(Failure.Kind.NOT_FOUND, "failure.build.input", model.table().toString(), input.toString()).exception());
            rows += Math.max(0, table.rows());
        }
        return rows;
    }

    /// Files have no column type for the engine's widest whole numbers, which sums give.
    private String storable(EngineSession session) {
        List<Column> columns = session.describe(model.sql());
        model.partitionedBy().stream().filter(name -> columns.stream().noneMatch(column -> column.name().equalsIgnoreCase(name))).findFirst().ifPresent(name -> {
            throw Failure.of(Failure.Kind.BAD_INPUT, "failure.build.partition", model.file().toString(), name).exception();
        });
        return "select " + columns.stream().map(BuildTask::storable).collect(Collectors.joining(", ")) + " from (" + model.sql() + "\n) q";
    }

    private static String storable(Column column) {
        String name = SqlText.name(column.name());
        return switch (column.type().sql()) {
            case "hugeint", "uhugeint" -> "cast(" + name + " as bigint) as " + name;
            case "\"null\"", "null" -> "cast(" + name + " as varchar) as " + name;
            default -> name;
        };
    }

    private List<QualityRule> rules() {
        List<QualityRule> rules = new ArrayList<>(model.checks());
        if (!model.key().isEmpty()) {
            String key = model.key().stream().map(SqlText::name).collect(Collectors.joining(", "));
            rules.add(new QualityRule("key_not_unique", Strings.text("rule.key", String.join(", ", model.key())),
                    "select count(*) from (select " + key + " from {table} group by all having count(*) > 1) twice", 0, QualityRule.Severity.WARNING));
        }
        return rules;
    }
}
