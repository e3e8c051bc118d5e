package io.wonderlake.ui.explore;

import io.wonderlake.contract.Contract;
import io.wonderlake.contract.ContractColumn;
import io.wonderlake.contract.QualityRule;
import io.wonderlake.pipeline.StepRun;
import io.wonderlake.work.Formats;
import io.wonderlake.work.Strings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a contract asks for, line by line, and what the last run found.
final class ContractLines {
    private ContractLines() {
    }

    /// How a line stands.
    enum Standing { MET, BROKEN, UNCHECKED }

    /// @param count rows that break it, as text; empty for none
    record Line(Standing standing, String text, String count) { }

    static List<Line> of(Contract contract, Optional<StepRun> step) {
        Map<String, StepRun.RuleCount> broken = new LinkedHashMap<>();
        step.ifPresent(run -> run.warnings().forEach(rule -> broken.put(rule.rule(), rule)));
        boolean checked = step.filter(run -> run.state().good()).isPresent();
        Standing calm = checked ? Standing.MET : Standing.UNCHECKED;
        List<Line> lines = new ArrayList<>();
        key(contract).ifPresent(text -> lines.add(new Line(calm, text, "")));
        for (QualityRule rule : contract.rules()) {
            lines.add(line(broken.remove(contract.ruleName(rule.name())), rule.description(), calm));
        }
        for (ContractColumn column : contract.columns()) {
            column.references().ifPresent(reference -> lines.add(line(broken.remove(contract.ruleName(column.name() + ".unknown")),
                    Strings.text("explore.contract.reference", column.name(), reference.table().table()), calm)));
        }
        broken.values().forEach(rule -> lines.add(line(rule, rule.description(), calm)));
        step.filter(run -> run.rowsRejected() > 0).ifPresent(run -> lines.add(new Line(Standing.BROKEN,
                Strings.text("explore.contract.rejected"), Formats.count(run.rowsRejected()))));
        return lines;
    }

    private static Line line(StepRun.RuleCount broken, String text, Standing calm) {
        if (broken == null) {
            return new Line(calm, text, calm == Standing.MET ? "0" : "");
        }
        String words = broken.description().isBlank() ? text : broken.description();
        return new Line(Standing.BROKEN, words, Formats.count(broken.count()));
    }

    private static Optional<String> key(Contract contract) {
        String names = contract.keyColumns().stream().map(ContractColumn::name).collect(Collectors.joining(", "));
        return names.isEmpty() ? Optional.empty() : Optional.of(Strings.text("explore.contract.key", names));
    }
}
