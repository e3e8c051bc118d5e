package io.wonderlake.pipeline.local;

import io.wonderlake.catalog.Column;
import io.wonderlake.contract.QualityRule;
import io.wonderlake.contract.SqlText;
import io.wonderlake.engine.EngineSession;
import io.wonderlake.pipeline.StepRun.RuleCount;
import io.wonderlake.pipeline.StepRun.ValueCount;
import io.wonderlake.work.Failure;
import io.wonderlake.work.FailureException;
import io.wonderlake.work.Strings;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// Runs the rules of a contract or a model over the rows that are about to be published.
final class Rules {

    private static final int MOST_VALUES = 10;
    private static final int LONGEST_VALUE = 100;

    private final EngineSession session;
    private final StepContext context;
    private final String owner;
    private final String relation;

    /// `owner`: what stands before the rules' names; `relation`: what `{table}` stands for.
    Rules(EngineSession session, StepContext context, String owner, String relation) {
        this.session = session;
        this.context = context;
        this.owner = owner;
        this.relation = relation;
    }

    /// Counts and reports each broken rule, then fails when one of them was an error.
    void check(List<QualityRule> rules) {
        Optional<Failure> worst = Optional.empty();
        for (QualityRule rule : rules) {
            context.job().checkCancelled();
            Optional<RuleCount> broken = broken(rule);
            broken.ifPresent(context::warn);
            if (broken.isPresent() && rule.severity() == QualityRule.Severity.ERROR && worst.isEmpty()) {
                worst = Optional.of(Failure.of(Failure.Kind.BAD_INPUT, "failure.rule.broken", broken.get().rule(), StepContext.number(broken.get().count()),
                        rule.description()));
            }
        }
        worst.ifPresent(failure -> {
            throw failure.exception();
        });
    }

    private Optional<RuleCount> broken(QualityRule rule) {
        String query = rule.query().replace("{table}", relation);
        try {
            List<Column> columns = session.describe(query);
            long found = number(session.rows(columns.size() < 2 ? query : "select sum(" + last(columns) + ") from (" + query + ") q"));
            if (found == rule.mustBe()) {
                return Optional.empty();
            }
            List<ValueCount> values = columns.size() < 2 ? List.of() : values(query, columns);
            String description = rule.description().isEmpty() ? Strings.text("rule.undescribed") : rule.description();
            return Optional.of(new RuleCount(owner + "." + rule.name(), description, Math.abs(found - rule.mustBe()), values));
        } catch (FailureException error) {
            if (error.failure().kind() != Failure.Kind.BAD_INPUT) {
                throw error;
            }
            throw Failure.of(Failure.Kind.BAD_INPUT, "failure.rule.query", owner + "." + rule.name(), error.failure().message()).withOrigin(error).exception();
        }
    }

    private List<ValueCount> values(String query, List<Column> columns) {
        String value = SqlText.name(columns.getFirst().name());
        return session.rows("select left(cast(" + value + " as varchar), " + LONGEST_VALUE + "), " + last(columns) + " from (" + query + ") q order by 2 desc, 1 limit "
                + MOST_VALUES).stream().map(row -> new ValueCount(row[0] == null ? "" : row[0].toString(), new BigDecimal(row[1].toString()).longValue())).toList();
    }

    private static String last(List<Column> columns) {
        return SqlText.name(columns.get(1).name());
    }

    private static long number(List<Object[]> rows) {
        return rows.isEmpty() || rows.getFirst()[0] == null ? 0 : new BigDecimal(rows.getFirst()[0].toString()).longValue();
    }
}
