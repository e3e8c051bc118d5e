package io.wonderlake.engine.athena;

import io.wonderlake.engine.QueryRun;
import io.wonderlake.engine.StatementKind;
import io.wonderlake.work.Job;
import io.wonderlake.work.Progress;
import io.wonderlake.work.Strings;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.athena.model.GetQueryResultsResponse;
import software.amazon.awssdk.services.athena.model.QueryExecution;
import software.amazon.awssdk.services.athena.model.ResultConfiguration;
import software.amazon.awssdk.services.athena.model.StatementType;

/// Finds out where a statement that has ended left its rows, and opens them.
record Answer(AthenaCalls calls, QueryExecution ended, StatementKind kind, Job job) {

    /// `after` runs when the run is closed.
    QueryRun open(long began, Runnable after) {
        report("athena.finishing");
        Optional<ObjectAddress> object = object();
        GetQueryResultsResponse first = calls.results(ended.queryExecutionId(), null, object.isPresent() ? 1 : PagedRows.PAGE, job);
        List<Values> columns = PagedRows.columns(first).stream().map(Values::new).toList();
        report("athena.fetching");
        RawRows rows = object.isPresent() && !columns.isEmpty() ? object(object.get(), columns.size()) : pages(first);
        return new AthenaRun(columns, rows, job, new Cost(ended, new Billing(calls.settings().dollarsPerTerabyte()), began), after);
    }

    private RawRows pages(GetQueryResultsResponse first) {
        return new PagedRows(calls, ended.queryExecutionId(), job, first);
    }

    private RawRows object(ObjectAddress address, int width) {
        ResultStream stream = new ResultStream(calls, address, job);
        try (Job.Registration _ = job.onCancel(stream::abort)) {
            return new ObjectRows(stream, address, width);
        } catch (RuntimeException | Error failed) {
            stream.abort();
            throw failed;
        }
    }

    /// Only queries leave their rows as one object in quotes. The workgroup may have put it elsewhere than was asked.
    private Optional<ObjectAddress> object() {
        boolean query = kind.reads() && ended.statementType() != StatementType.DDL && ended.statementType() != StatementType.UTILITY;
        return Optional.ofNullable(ended.resultConfiguration()).map(ResultConfiguration::outputLocation)
                .filter(location -> query && location.endsWith(".csv")).map(ObjectAddress::parse);
    }

    private void report(String phase) {
        job.report(new Progress(Strings.text(phase), Billing.scanned(ended), -1, Progress.Unit.BYTES));
    }
}
