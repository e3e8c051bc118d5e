package io.wonderlake.engine.athena;

import io.wonderlake.catalog.Catalog;
import io.wonderlake.engine.Query;
import io.wonderlake.work.Failure;
import io.wonderlake.work.Failure.Kind;
import io.wonderlake.work.FailureException;
import io.wonderlake.work.Strings;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.athena.model.AthenaError;
import software.amazon.awssdk.services.athena.model.InvalidRequestException;
import software.amazon.awssdk.services.athena.model.QueryExecution;

/// Turns what Athena says of a statement that it did not finish into failures: what happened, where in the text, and what to do.
final class AthenaErrors {
    private static final Pattern CODE = Pattern.compile("^(?:FAILED: )?(?:([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+|\\w+Exception): ?)?");
    private static final Pattern PLACE = Pattern.compile("line (\\d{1,7}):(\\d{1,7}):? ?");
    private static final int SYSTEM = 1;
    private static final List<Known> KNOWN = List.of(
            new Known("bytes scanned limit", Kind.BAD_INPUT, "failure.athena.cutoff"),
            new Known("exhausted resources|exceeded_\\w*memory|memory limit", Kind.STORAGE, "failure.athena.resources"),
            new Known("query timeout|exceeded_time_limit|maximum (run|execution) time", Kind.BAD_INPUT, "failure.athena.time"),
            new Known("request rate|slowdown|too_?many_?requests|rate exceeded|throttl", Kind.THROTTLED, "failure.athena.throttled"),
            new Known("token.{0,40}expired|expired_?token", Kind.SIGN_IN, "failure.athena.expired"),
            new Known("when writing output|output bucket", Kind.DENIED, "failure.athena.output"),
            new Known("access ?denied|permission_denied|insufficient (lake formation )?permission|not authorized to perform", Kind.DENIED, "failure.athena.denied"),
            new Known("^hive_(?!metastore)|^iceberg_|file not found", Kind.BAD_INPUT, "failure.athena.data"));

    private final Query query;
    private final Optional<Catalog> catalog;

    /// What a message of Athena means, when it holds some words.
    private record Known(Pattern sign, Kind kind, String key) {
        Known(String sign, Kind kind, String key) {
            this(Pattern.compile(sign, Pattern.CASE_INSENSITIVE), kind, key);
        }
    }

    AthenaErrors(Query query, Optional<Catalog> catalog) {
        this.query = query;
        this.catalog = catalog;
    }

    AthenaErrors(Query query) {
        this(query, Optional.empty());
    }

    FailureException failed(QueryExecution ended) {
        String reason = reason(ended);
        AthenaError error = ended.status().athenaError();
        boolean system = error != null && Integer.valueOf(SYSTEM).equals(error.errorCategory());
        String detail = error == null ? reason : reason + "\n" + Strings.text("athena.error", word(error.errorCategory()), word(error.errorType()), ended.queryExecutionId());
        Failure failure = named(reason).or(() -> known(reason)).orElseGet(() -> system ? Failure.of(Kind.OFFLINE, "failure.athena.fault", plain(reason)) : statement(reason));
        return placed(failure.withDetail(detail), reason).exception();
    }

    /// Stopped, though not by the job: by a limit of the workgroup or by somebody else.
    FailureException stopped(QueryExecution ended) {
        String reason = reason(ended);
        return known(reason).orElseGet(() -> Failure.of(Kind.CONFLICT, "failure.athena.stopped")).withDetail(reason).exception();
    }

    /// Athena refuses to start it: bad grammar mostly, or a workgroup that cannot take it.
    FailureException refused(InvalidRequestException refused, String workgroup) {
        String reason = message(refused);
        String lower = reason.toLowerCase(Locale.ROOT);
        if (lower.contains("workgroup") && lower.contains("not found")) {
            return noWorkgroup(workgroup, refused);
        }
        if (lower.contains("no output location")) {
            return noOutput(workgroup);
        }
        Failure failure = named(reason).or(() -> known(reason)).orElseGet(() -> statement(reason));
        return placed(failure.withDetail(reason).withOrigin(refused), reason).exception();
    }

    static FailureException noWorkgroup(String workgroup, InvalidRequestException refused) {
        return Failure.of(Kind.NOT_FOUND, "failure.athena.workgroup", workgroup).withDetail(message(refused)).withOrigin(refused).exception();
    }

    static FailureException noOutput(String workgroup) {
        return Failure.of(Kind.BAD_INPUT, "failure.athena.nooutput", workgroup).exception();
    }

    static FailureException gone(String execution, InvalidRequestException refused) {
        return Failure.of(Kind.NOT_FOUND, "failure.athena.result.gone", execution).withDetail(message(refused)).withOrigin(refused).exception();
    }

    static FailureException gone(ObjectAddress address) {
        return Failure.of(Kind.NOT_FOUND, "failure.athena.result.gone", address).exception();
    }

    static FailureException changed(ObjectAddress address) {
        return Failure.of(Kind.CONFLICT, "failure.athena.result.changed", address).exception();
    }

    private Optional<Failure> named(String reason) {
        return new Names(catalog, query.sql()).failure(reason);
    }

    private static Optional<Failure> known(String reason) {
        return KNOWN.stream().filter(known -> known.sign().matcher(reason).find()).findFirst().map(known -> Failure.of(known.kind(), known.key(), plain(reason)));
    }

    private Failure statement(String reason) {
        boolean texts = query.parameters().stream().anyMatch(String.class::isInstance);
        boolean types = reason.startsWith("TYPE_MISMATCH") || reason.contains("Cannot apply operator") || reason.contains("Unexpected parameters");
        return Failure.of(Kind.BAD_INPUT, texts && types ? "failure.athena.parameter" : "failure.engine.statement", plain(reason));
    }

    /// The message without its code and place, as a sentence.
    private static String plain(String reason) {
        String line = reason.lines().findFirst().orElse("");
        String bare = PLACE.matcher(line.substring(length(CODE.matcher(line)))).replaceFirst("").strip();
        String text = bare.isEmpty() ? line : bare;
        return text.endsWith(".") || text.endsWith("!") || text.endsWith("?") ? text : text + ".";
    }

    private static int length(Matcher prefix) {
        return prefix.lookingAt() ? prefix.end() : 0;
    }

    private Failure placed(Failure failure, String reason) {
        OptionalInt place = position(reason);
        return place.isPresent() ? failure.withPosition(place.getAsInt()) : failure;
    }

    /// Lines and columns count from 1, and columns count whole characters; only the parser of DDL counts columns from 0.
    private OptionalInt position(String reason) {
        Matcher place = PLACE.matcher(reason);
        if (!place.find()) {
            return OptionalInt.empty();
        }
        String sql = query.sql();
        int start = 0;
        for (int line = Integer.parseInt(place.group(1)); line > 1; line--) {
            int end = sql.indexOf('\n', start);
            if (end < 0) {
                return OptionalInt.empty();
            }
            start = end + 1;
        }
        int columns = Integer.parseInt(place.group(2)) - (reason.contains("ParseException") ? 0 : 1);
        boolean inside = columns >= 0 && columns <= sql.codePointCount(start, sql.length());
        return inside ? OptionalInt.of(sql.offsetByCodePoints(start, columns)) : OptionalInt.empty();
    }

    private static String reason(QueryExecution ended) {
        AthenaError error = ended.status().athenaError();
        return Optional.ofNullable(ended.status().stateChangeReason()).or(() -> Optional.ofNullable(error).map(AthenaError::errorMessage)).orElse("");
    }

    private static String message(InvalidRequestException refused) {
        return refused.awsErrorDetails() == null || refused.awsErrorDetails().errorMessage() == null ? String.valueOf(refused.getMessage()) : refused.awsErrorDetails().errorMessage();
    }

    private static String word(Integer number) {
        return number == null ? "?" : number.toString();
    }
}
