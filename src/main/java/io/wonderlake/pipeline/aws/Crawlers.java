package io.wonderlake.pipeline.aws;

import io.wonderlake.pipeline.Run;
import io.wonderlake.pipeline.RunState;
import io.wonderlake.pipeline.StepRun;
import io.wonderlake.work.Failure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.glue.model.CrawlerHistory;
import software.amazon.awssdk.services.glue.model.CrawlerNotRunningException;
import software.amazon.awssdk.services.glue.model.CrawlerRunningException;
import software.amazon.awssdk.services.glue.model.CrawlerStoppingException;
import software.amazon.awssdk.services.glue.model.EntityNotFoundException;
import software.amazon.awssdk.services.glue.model.ListCrawlersResponse;
import software.amazon.awssdk.services.glue.model.ListCrawlsResponse;

/// Glue crawlers and their crawls, each of one step.
final class Crawlers implements Family {
    private static final Duration LIST_AGE = Duration.ofMinutes(1);
    private static final int PAGE = 100;
    private static final int SEARCHED = 1_000;
    private static final int LOOKS = 40;
    private static final int WAIT_MILLIS = 250;

    private final Services services;
    private final Cached<List<String>> names;

    Crawlers(Services services, Scope scope, Clock clock) {
        this.services = services;
        names = new Cached<>(LIST_AGE, clock, () -> list(scope));
    }

    @Override
    public Run.Kind kind() {
        return Run.Kind.CRAWLER;
    }

    private List<String> list(Scope scope) {
        return scope.names(from -> {
            ListCrawlersResponse page = services.call("glue:ListCrawlers", "*", () -> services.glue().listCrawlers(ask -> ask.maxResults(PAGE).nextToken(from)));
            return new Scope.Names(page.crawlerNames(), page.nextToken());
        });
    }

    @Override
    public List<String> names() {
        return names.value();
    }

    @Override
    public Page page(String name, Optional<String> token, int max) {
        ListCrawlsResponse page = crawls(name, token, Math.min(PAGE, max));
        return Page.of(page.crawls().stream().map(crawl -> run(name, crawl)).toList(), page.nextToken());
    }

    private ListCrawlsResponse crawls(String name, Optional<String> token, int max) {
        return services.call("glue:ListCrawls", services.crawler(name), () -> {
            try {
                return services.glue().listCrawls(ask -> ask.crawlerName(name).maxResults(max).nextToken(token.orElse(null)));
            } catch (EntityNotFoundException gone) {
                return ListCrawlsResponse.builder().build();
            }
        });
    }

    private Run run(String name, CrawlerHistory crawl) {
        Ref ref = new Ref(kind(), name, crawl.crawlId());
        String status = crawl.stateAsString();
        RunState state = States.of(status);
        Instant started = crawl.startTime() == null ? Instant.EPOCH : crawl.startTime();
        Optional<Instant> ended = Optional.ofNullable(crawl.endTime());
        Optional<Run.Cause> cause = state == RunState.FAILED
                ? Optional.of(Why.of("", crawl.errorMessage() == null ? "" : crawl.errorMessage(), false)) : Optional.empty();
        return new Run(ref.id(), ref.pipeline(), kind(), state, States.said(status), "", started, ended,
                List.of(StepRun.timed(name, state, 1, Optional.of(started), ended, cause)), cause.map(Run.Cause::message).orElse(""), true);
    }

    /// There is no call for one crawl: it is looked for among the latest.
    private Optional<CrawlerHistory> crawl(Ref ref) {
        if (!names().contains(ref.name())) {
            return Optional.empty();
        }
        Optional<String> token = Optional.empty();
        for (int seen = 0; seen < SEARCHED; seen += PAGE) {
            ListCrawlsResponse page = crawls(ref.name(), token, PAGE);
            Optional<CrawlerHistory> found = page.crawls().stream().filter(crawl -> crawl.crawlId().equals(ref.run())).findFirst();
            token = Page.token(page.nextToken());
            if (found.isPresent() || token.isEmpty()) {
                return found;
            }
        }
        return Optional.empty();
    }

    @Override
    public Optional<Run> find(Ref ref) {
        return crawl(ref).map(crawl -> run(ref.name(), crawl));
    }

    /// Starting tells no id: the new crawl is the first that was not there before.
    @Override
    public Ref start(String name, Optional<String> input) {
        if (input.isPresent()) {
            throw Failure.of(Failure.Kind.BAD_INPUT, "failure.run.aws.noInput", name).exception();
        }
        Optional<String> before = crawls(name, Optional.empty(), 1).crawls().stream().map(CrawlerHistory::crawlId).findFirst();
        services.call("glue:StartCrawler", services.crawler(name), () -> {
            try {
                return services.glue().startCrawler(ask -> ask.name(name));
            } catch (EntityNotFoundException gone) {
                throw Failure.of(Failure.Kind.NOT_FOUND, "failure.run.aws.pipeline", name).exception();
            } catch (CrawlerRunningException busy) {
                throw Failure.of(Failure.Kind.CONFLICT, "failure.run.aws.busy", name).exception();
            }
        });
        for (int look = 0; look < LOOKS; look++) {
            Optional<String> now = crawls(name, Optional.empty(), 1).crawls().stream().map(CrawlerHistory::crawlId).findFirst();
            if (now.isPresent() && !now.equals(before)) {
                return new Ref(kind(), name, now.get());
            }
            Pause.of(WAIT_MILLIS);
        }
        throw Failure.of(Failure.Kind.OFFLINE, "failure.run.aws.crawl", name).exception();
    }

    @Override
    public void stop(Ref ref) {
        services.call("glue:StopCrawler", services.crawler(ref.name()), () -> {
            try {
                return services.glue().stopCrawler(ask -> ask.name(ref.name()));
            } catch (CrawlerNotRunningException | CrawlerStoppingException already) {
                throw Failure.of(Failure.Kind.CONFLICT, "failure.run.ended", ref.id()).exception();
            }
        });
    }

    /// All crawls of a crawler write into one stream; each begins its lines with its own name.
    @Override
    public LogPages log(Ref ref, Run run) {
        Optional<CrawlerHistory> crawl = crawl(ref);
        String group = crawl.map(CrawlerHistory::logGroup).filter(text -> !text.isBlank()).orElse("/aws-glue/crawlers");
        String stream = crawl.map(CrawlerHistory::logStream).filter(text -> !text.isBlank()).orElse(ref.name());
        String prefix = crawl.map(CrawlerHistory::messagePrefix).filter(text -> !text.isBlank()).orElse(ref.run());
        return GroupLog.ofMarked(services, group, prefix, new GroupLog.Wanted(stream, ref.name(), run.started(), run::ended));
    }
}
