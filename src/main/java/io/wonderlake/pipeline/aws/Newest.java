package io.wonderlake.pipeline.aws;

import io.wonderlake.pipeline.Run;
import io.wonderlake.pipeline.aws.Families.Member;
import io.wonderlake.work.Failure;
import io.wonderlake.work.FailureException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// The newest runs of many pipelines in one order: a first page of each, further pages only of those whose runs are wanted. What was read is
/// used again for a moment, longer for pipelines where nothing goes on.
final class Newest {
    private static final Duration LIVELY = Duration.ofSeconds(2);
    private static final Duration QUIET = Duration.ofSeconds(15);
    private static final Duration QUIET_OF_MANY = Duration.ofMillis(300);
    private static final int LEAST = 10;
    private static final int MOST = 100;
    private static final int AT_ONCE = 8;

    private final Clock clock;
    private final Map<String, Head> heads = new HashMap<>();
    private final Map<String, Failure> refused = new TreeMap<>();

    Newest(Clock clock) {
        this.clock = clock;
    }

    /// What is known of one pipeline.
    private record Head(Instant read, List<Run> runs, Optional<String> token) {
        boolean lively() {
            return runs.stream().anyMatch(run -> !run.state().ended());
        }
    }

    synchronized List<Run> list(List<Member> members, int offset, int max) {
        if (members.isEmpty()) {
            return List.of();
        }
        int wanted = Math.addExact(offset, max);
        int page = Math.clamp(2L * wanted / members.size(), LEAST, Math.clamp(wanted, LEAST, MOST));
        refresh(members, page);
        List<Run> found = new ArrayList<>();
        Map<String, Integer> taken = new HashMap<>();
        while (found.size() < wanted) {
            Optional<Run> next = members.stream().flatMap(member -> next(member, taken.getOrDefault(member.pipeline(), 0), page).stream())
                    .max(Comparator.comparing(Run::started));
            if (next.isEmpty()) {
                break;
            }
            taken.merge(next.get().pipeline(), 1, Integer::sum);
            found.add(next.get());
        }
        return List.copyOf(found.subList(Math.min(offset, found.size()), found.size()));
    }

    /// What the pipelines said whose runs could not be read.
    synchronized List<Failure> gaps() {
        return List.copyOf(refused.values());
    }

    /// Whatever is asked for next is read anew.
    synchronized void forget(String pipeline) {
        heads.remove(pipeline);
    }

    private Optional<Run> next(Member member, int at, int page) {
        Head head = heads.get(member.pipeline());
        while (at >= head.runs().size() && head.token().isPresent()) {
            Family.Page more = member.family().page(member.name(), head.token(), page);
            List<Run> all = new ArrayList<>(head.runs());
            all.addAll(more.runs());
            head = new Head(head.read(), all, more.token());
            heads.put(member.pipeline(), head);
        }
        return at < head.runs().size() ? Optional.of(head.runs().get(at)) : Optional.empty();
    }

    private void refresh(List<Member> members, int page) {
        Duration quiet = QUIET_OF_MANY.multipliedBy(members.size()).compareTo(QUIET) > 0 ? QUIET_OF_MANY.multipliedBy(members.size()) : QUIET;
        List<Member> due = members.stream().filter(member -> {
            Head head = heads.get(member.pipeline());
            return head == null || head.read().isBefore(clock.instant().minus(head.lively() ? LIVELY : quiet));
        }).toList();
        Map<String, Asked> asked = ask(due, page);
        asked.forEach((pipeline, answer) -> {
            answer.head().ifPresent(head -> heads.put(pipeline, head));
            answer.refused().ifPresentOrElse(one -> refused.put(pipeline, one.failure()), () -> refused.remove(pipeline));
        });
        members.forEach(member -> heads.putIfAbsent(member.pipeline(), new Head(Instant.MIN, List.of(), Optional.empty())));
        if (!asked.isEmpty() && asked.size() == members.size() && asked.values().stream().allMatch(answer -> answer.refused().isPresent())) {
            throw asked.values().iterator().next().refused().orElseThrow();
        }
    }

    /// What a pipeline answered, or why it did not.
    private record Asked(Optional<Head> head, Optional<FailureException> refused) { }

    private Map<String, Asked> ask(List<Member> due, int page) {
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE, Thread.ofPlatform().daemon().name("runs of a pipeline").factory())) {
            Map<String, CompletableFuture<Asked>> asked = new LinkedHashMap<>();
            due.forEach(member -> asked.put(member.pipeline(), CompletableFuture.supplyAsync(() -> ask(member, page), threads)));
            Map<String, Asked> answers = new LinkedHashMap<>();
            asked.forEach((pipeline, answer) -> answers.put(pipeline, answer.join()));
            return answers;
        }
    }

    private Asked ask(Member member, int page) {
        try {
            Family.Page first = member.family().page(member.name(), Optional.empty(), page);
            return new Asked(Optional.of(new Head(clock.instant(), first.runs(), first.token())), Optional.empty());
        } catch (FailureException refused) {
            return new Asked(Optional.empty(), Optional.of(refused));
        }
    }
}
