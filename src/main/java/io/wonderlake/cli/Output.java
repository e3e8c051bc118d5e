package io.wonderlake.cli;

import io.wonderlake.lake.Documents;
import io.wonderlake.work.Failure;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// Where a command prints: answers to `out` (which writes to `stream`), failures and progress to `err`.
///
/// @param ended completed with the exit code when the command has ended and all its text is written
public record Output(OutputStream stream, PrintWriter out, PrintWriter err, CompletableFuture<Integer> ended) {

    public void line(String text) {
        out.println(text);
    }

    public void json(Object value) {
        out.println(Documents.writeJson(value));
    }

    /// Prints columns side by side. Numbers stand at the right of their column.
    public void table(List<String> headers, List<List<Object>> rows) {
        TextTable table = new TextTable(headers);
        rows.forEach(table::add);
        table.print(out);
    }

    /// One line of cause, one line of what to do, and with `verbose` what lies behind it.
    public void failure(Failure failure, boolean verbose) {
        err.println(failure.message());
        if (!failure.advice().isEmpty()) {
            err.println(failure.advice());
        }
        if (verbose) {
            failure.detail().ifPresent(err::println);
            failure.origin().ifPresent(origin -> {
                StringWriter trace = new StringWriter();
                origin.printStackTrace(new PrintWriter(trace));
                err.println(trace);
            });
        }
        err.flush();
    }
}
