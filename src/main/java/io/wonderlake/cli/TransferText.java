package io.wonderlake.cli;

import io.wonderlake.ingest.TransferSummary;
import io.wonderlake.work.Failure;
import io.wonderlake.work.Formats;
import io.wonderlake.work.Strings;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/// Tells how a transfer ended: one line of what was done, and each file that failed with its cause.
final class TransferText {
    private TransferText() {
    }

    static int tell(TransferSummary summary, Duration span, Output output, boolean json, boolean verbose) {
        if (json) {
            output.json(document(summary));
        } else {
            output.line(Strings.text("transfer.done", summary.moved(), Formats.count(summary.moved()), Formats.bytes(summary.bytes()), Formats.duration(span),
                    summary.present(), Formats.count(summary.present())));
            output.out().flush();
            summary.failed().forEach(failed -> output.failure(failed.failure(), verbose));
            if (!summary.complete()) {
                output.failure(Failure.of(Failure.Kind.CONFLICT, "failure.transfer.incomplete", Formats.count(summary.failed().size()), summary.untried()), verbose);
            }
        }
        return summary.complete() ? LakeCommand.DONE : LakeCommand.FAILED;
    }

    private static Map<String, Object> document(TransferSummary summary) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("moved", summary.moved());
        document.put("bytes", summary.bytes());
        document.put("present", summary.present());
        document.put("untried", summary.untried());
        document.put("failed", summary.failed().stream().map(TransferText::row).toList());
        return document;
    }

    private static Map<String, Object> row(TransferSummary.Failed failed) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("name", failed.name());
        row.put("message", failed.failure().message());
        row.put("advice", failed.failure().advice());
        return row;
    }
}
