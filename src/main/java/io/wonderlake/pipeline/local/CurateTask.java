package io.wonderlake.pipeline.local;

import io.wonderlake.lake.folder.Folders;
import io.wonderlake.catalog.Column;
import io.wonderlake.catalog.StorageFormat;
import io.wonderlake.contract.Contract;
import io.wonderlake.contract.TypingSql;
import io.wonderlake.engine.EngineSession;
import io.wonderlake.engine.EngineSession.WrittenFile;
import io.wonderlake.lake.Prefix;
import io.wonderlake.lake.Tier;
import io.wonderlake.lake.index.Lease;
import io.wonderlake.pipeline.Dataset;
import io.wonderlake.pipeline.RawFile;
import io.wonderlake.work.Failure;
import io.wonderlake.work.FailureException;
import io.wonderlake.work.Progress;
import io.wonderlake.work.Strings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Types a dataset's rows by its contract: the good ones become the curated table, the bad ones go to quarantine with their reasons.
final class CurateTask {

    private static final String CHECKED = "wonderlake_checked";
    private static final String DUPLICATES = "wonderlake_duplicates";
    private static final String KEPT = "wonderlake_kept";
    private static final int SHOWN_REASONS = 20;

    private final Tools tools;
    private final Contract contract;
    private final StepContext context;
    private final TypingSql typing;

    CurateTask(Tools tools, Contract contract, StepContext context) {
        this.tools = tools;
        this.contract = contract;
        this.context = context;
        this.typing = new TypingSql(contract);
    }

    /// Rows read, rejected for what is in them, left out because their key comes again, and kept.
    private record Counts(long in, long rejected, long duplicates, long out) { }

    void run() {
        try (Lease lease = TableLease.take(tools.index(), contract.table(), context); EngineSession session = tools.engine().session(context.job())) {
            List<RawFile> files = files();
            Staging staging = new Staging(tools, contract, context, session);
            staging.fill(files, Uploads.of(tools.store(), contract.reads(), context));
            Counts counts = type(session);
            quarantine(session, staging, counts);
            checkSum(counts);
            checkLimit(counts);
            Rules rules = new Rules(session, context, contract.name(), KEPT);
            rules.check(typing.findings());
            rules.check(contract.rules());
            publish(session, files, lease);
        }
    }

    private List<RawFile> files() {
        String[] parts = contract.reads().key().split("/");
        List<RawFile> known = new RawFiles(tools.index()).of(new Dataset(parts[0], parts[1]));
        int present = new DatasetFiles(tools.store()).data(contract.reads()).size();
        if (known.isEmpty() && present > 0) {
            throw Failure.of(Failure.Kind.NOT_FOUND, "failure.curate.crawl", contract.reads().toString()).exception();
        }
        List<RawFile> readable = known.stream().filter(file -> file.facts().isPresent()).toList();
        context.info("log.curate.files", StepContext.number(readable.size()), contract.reads().toString(), contract.id());
        return readable;
    }

    private Counts type(EngineSession session) {
        context.job().report(new Progress(Strings.text("progress.type", contract.name()), 0, -1, Progress.Unit.ROWS));
        apply(session);
        Counts counts = new Counts(count(session, Staging.STAGE), count(session, CHECKED + " where _reason is not null"), count(session, DUPLICATES),
                count(session, KEPT));
        context.report().rows(counts.in(), counts.out(), counts.rejected() + counts.duplicates());
        context.info("log.curate.rows", StepContext.number(counts.in()), StepContext.number(counts.out()), StepContext.number(counts.rejected()),
                StepContext.number(counts.duplicates()));
        session.rows(typing.reasons(CHECKED, SHOWN_REASONS))
                .forEach(row -> context.warn("log.curate.reason", StepContext.number(((Number) row[1]).longValue()), row[0]));
        return counts;
    }

    private void apply(EngineSession session) {
        try {
            session.execute("create table " + CHECKED + " as " + typing.checked(Staging.STAGE));
            session.execute("create table " + DUPLICATES + " as " + typing.duplicates(CHECKED));
            session.execute("create view " + KEPT + " as " + typing.kept(CHECKED, DUPLICATES));
        } catch (FailureException error) {
            throw Definitional.named(error, "failure.curate.sql", contract.file());
        }
    }

    private static long count(EngineSession session, String relation) {
        return ((Number) session.rows("select count(*) from " + relation).getFirst()[0]).longValue();
    }

    private void quarantine(EngineSession session, Staging staging, Counts counts) {
        Prefix folder = Quarantine.folder(contract, context.run());
        Path place = tools.files().folder(folder);
        Folders.delete(place);
        long rejected = counts.rejected() + counts.duplicates();
        if (rejected == 0) {
            return;
        }
        Folders.renew(place);
        List<WrittenFile> written = session.writeParquet(
                typing.rejected(Staging.STAGE, CHECKED, DUPLICATES, Staging.FILES, staging.extras()) + " order by s._object, s._row", place, List.of());
        context.report().quarantine(folder.toString());
        context.info("log.curate.quarantine", StepContext.number(rejected), folder.toString());
        long rows = written.stream().mapToLong(WrittenFile::rows).sum();
        if (rows != rejected) {
            throw Failure.of(Failure.Kind.BUG, "failure.curate.sum", StepContext.number(counts.in()), StepContext.number(counts.out()), StepContext.number(rows)).exception();
        }
    }

    private static void checkSum(Counts counts) {
        if (counts.in() != counts.out() + counts.rejected() + counts.duplicates()) {
            throw Failure.of(Failure.Kind.BUG, "failure.curate.sum", StepContext.number(counts.in()), StepContext.number(counts.out()),
                    StepContext.number(counts.rejected() + counts.duplicates())).exception();
        }
    }

    private void checkLimit(Counts counts) {
        long allowed = (long) Math.floor(counts.in() * contract.maxRejectedPercent() / 100);
        if (counts.rejected() > allowed) {
            String stays = tools.catalog().find(contract.table()).map(table -> Strings.text("curate.stays", contract.table().toString(), String.valueOf(table.version())))
                    .orElseGet(() -> Strings.text("curate.nothing", contract.table().toString()));
            throw Failure.of(Failure.Kind.BAD_INPUT, "failure.curate.limit", StepContext.number(counts.rejected()), StepContext.number(counts.in()), contract.name(),
                    StepContext.number(allowed), stays).exception();
        }
    }

    private void publish(EngineSession session, List<RawFile> files, Lease lease) {
        boolean sheets = files.stream().anyMatch(file -> file.facts().orElseThrow().storage() instanceof StorageFormat.Xlsx);
        List<Column> comments = contract.tableColumns();
        new Publisher(tools, context, session).publish(new Publisher.Content(contract.table(), Tier.CURATED, contract.description(), contract.owner(),
                typing.published(KEPT, sheets), List.of(), comments, Map.of("contract", contract.id(), "contractVersion", contract.version())), lease);
    }
}
