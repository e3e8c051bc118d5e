package io.wonderlake.pipeline.aws;

import io.wonderlake.pipeline.LogLine;
import io.wonderlake.work.Strings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilterLogEventsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilterLogEventsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilteredLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourceNotFoundException;

/// The events of a log group of CloudWatch in the time of a run.
final class GroupLog implements LogPages {
    private static final int PAGE = 1_000;
    private static final Duration EARLY = Duration.ofSeconds(10);
    private static final Duration OVERLAP = Duration.ofSeconds(10);
    private static final int MOST_SEEN = 20_000;
    private static final Duration LATE = Duration.ofMinutes(2);

    private final Services services;
    private final String group;
    private final FilterLogEventsRequest asked;
    private final Wanted wanted;
    private final String mark;
    private final boolean missed;
    private final Map<String, Long> seen = new LinkedHashMap<>(16, 0.75f, false) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > MOST_SEEN;
        }
    };
    private String token;
    private Long until;
    private long from;
    private long last;
    private boolean saidMissing;

    /// Whose lines are wanted.
    ///
    /// @param stream name of the stream, or how the names of its streams begin; empty for all streams of the group
    /// @param step the step that the lines belong to
    /// @param to asked again at each look; empty while it goes on
    record Wanted(String stream, String step, Instant from, Supplier<Optional<Instant>> to) { }

    private GroupLog(Services services, FilterLogEventsRequest.Builder asked, Wanted wanted, String mark, boolean missed) {
        this.services = services;
        this.mark = mark;
        this.missed = missed;
        from = wanted.from().minus(EARLY).toEpochMilli();
        last = from;
        this.asked = asked.limit(PAGE).build();
        this.wanted = wanted;
        group = this.asked.logGroupName();
    }

    /// Lines of streams whose names begin alike; `missed`: whether it is worth a line when there is no such group.
    static GroupLog ofStreams(Services services, String group, Wanted wanted, boolean missed) {
        return new GroupLog(services, FilterLogEventsRequest.builder().logGroupName(group).logStreamNamePrefix(wanted.stream()), wanted, "", missed);
    }

    /// Lines of one stream that bear a mark, which is left out of them.
    static GroupLog ofMarked(Services services, String group, String mark, Wanted wanted) {
        return new GroupLog(services, FilterLogEventsRequest.builder().logGroupName(group).logStreamNames(wanted.stream())
                .filterPattern("\"" + mark.replace("\"", "") + "\""), wanted, mark, true);
    }

    /// All lines of the group in that time.
    static GroupLog ofGroup(Services services, String group, Wanted wanted) {
        return new GroupLog(services, FilterLogEventsRequest.builder().logGroupName(group), wanted, "", true);
    }

    @Override
    public Page next() {
        if (token == null) {
            until = wanted.to().get().map(end -> end.plus(LATE).toEpochMilli()).orElse(null);
        }
        Optional<FilterLogEventsResponse> page = services.call("logs:FilterLogEvents", services.group(group), () -> {
            try {
                return Optional.of(services.logs().filterLogEvents(asked.toBuilder().startTime(from).endTime(until).nextToken(token).build()));
            } catch (ResourceNotFoundException missing) {
                return Optional.empty();
            }
        });
        if (page.isEmpty()) {
            return missing();
        }
        List<LogLine> lines = new ArrayList<>();
        page.get().events().stream().filter(this::fresh).forEach(event -> lines.add(line(event)));
        token = page.get().nextToken();
        if (token == null) {
            from = Math.max(from, last - OVERLAP.toMillis());
            seen.values().removeIf(time -> time < from);
        }
        return new Page(lines, List.of(), token != null);
    }

    private Page missing() {
        boolean say = missed && !saidMissing;
        saidMissing = true;
        return new Page(say ? List.of(new LogLine(0, wanted.from(), LogLine.Level.WARN, wanted.step(), Strings.text("run.aws.noGroup", group))) : List.of(),
                List.of(), false);
    }

    /// A later look begins a little before the newest event, as events arrive late: what was given already is left out.
    private boolean fresh(FilteredLogEvent event) {
        last = Math.max(last, event.timestamp());
        boolean recent = event.timestamp() >= last - OVERLAP.toMillis();
        if (recent) {
            return seen.put(event.eventId(), event.timestamp()) == null;
        }
        return !seen.containsKey(event.eventId());
    }

    private LogLine line(FilteredLogEvent event) {
        String text = event.message().stripTrailing();
        String plain = mark.isEmpty() || !text.contains(mark) ? text : text.substring(text.indexOf(mark) + mark.length()).replaceFirst("^[\\]\\s]+", "");
        return new LogLine(0, Instant.ofEpochMilli(event.timestamp()), Levels.of(plain), wanted.step(), plain);
    }
}
