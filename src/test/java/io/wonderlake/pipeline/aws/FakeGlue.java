package io.wonderlake.pipeline.aws;

import com.fasterxml.jackson.databind.JsonNode;
import io.wonderlake.lake.aws.FakeAws;
import io.wonderlake.lake.aws.FakeAws.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Glue jobs, crawlers and log groups as far as runs need them.
final class FakeGlue {
    final Map<String, List<Map<String, Object>>> jobs = new LinkedHashMap<>();
    final Map<String, List<Map<String, Object>>> crawlers = new LinkedHashMap<>();
    /// By group: stream, time in milliseconds, text.
    final Map<String, List<Line>> groups = new LinkedHashMap<>();
    int logPage = 3;

    record Line(String stream, long time, String text) { }

    FakeGlue(FakeAws aws) {
        aws.on("ListJobs", _ -> Map.of("JobNames", List.copyOf(jobs.keySet())));
        aws.on("ListCrawlers", _ -> Map.of("CrawlerNames", List.copyOf(crawlers.keySet())));
        aws.on("GetJobRuns", ask -> Map.of("JobRuns", of(jobs, ask.path("JobName").asText())));
        aws.on("GetJobRun", ask -> Map.of("JobRun", of(jobs, ask.path("JobName").asText()).stream().filter(run -> run.get("Id").equals(ask.path("RunId").asText())).findFirst()
                .orElseThrow(() -> new Refusal(400, "EntityNotFoundException", "Job run not found"))));
        aws.on("BatchStopJobRun", ask -> {
            of(jobs, ask.path("JobName").asText()).forEach(run -> run.putAll(Map.of("JobRunState", "STOPPED", "CompletedOn", FakeSteps.seconds(Instant.now()))));
            return Map.of("SuccessfulSubmissions", List.of(), "Errors", List.of());
        });
        aws.on("ListCrawls", ask -> Map.of("Crawls", of(crawlers, ask.path("CrawlerName").asText())));
        aws.on("FilterLogEvents", this::filter);
    }

    private static List<Map<String, Object>> of(Map<String, List<Map<String, Object>>> all, String name) {
        if (!all.containsKey(name)) {
            throw new Refusal(400, "EntityNotFoundException", "Entity not found: " + name);
        }
        return all.get(name);
    }

    void job(String name, String run, String state, Instant started, Instant ended, String error) {
        Map<String, Object> made = new LinkedHashMap<>(Map.of("Id", run, "Attempt", 0, "JobName", name, "StartedOn", FakeSteps.seconds(started), "JobRunState", state));
        if (ended != null) {
            made.put("CompletedOn", FakeSteps.seconds(ended));
        }
        if (error != null) {
            made.put("ErrorMessage", error);
        }
        jobs.computeIfAbsent(name, _ -> new ArrayList<>()).addFirst(made);
    }

    void crawl(String name, String crawl, String state, Instant started) {
        crawlers.computeIfAbsent(name, _ -> new ArrayList<>()).addFirst(new LinkedHashMap<>(Map.of("CrawlId", crawl, "State", state, "StartTime", FakeSteps.seconds(started),
                "EndTime", FakeSteps.seconds(started.plusSeconds(70)), "LogGroup", "/aws-glue/crawlers", "LogStream", name, "MessagePrefix", crawl)));
    }

    void log(String group, String stream, Instant time, String text) {
        groups.computeIfAbsent(group, _ -> new ArrayList<>()).add(new Line(stream, time.toEpochMilli(), text));
    }

    private Object filter(JsonNode ask) {
        String group = ask.path("logGroupName").asText();
        if (!groups.containsKey(group)) {
            throw new Refusal(400, "ResourceNotFoundException", "The specified log group does not exist.");
        }
        String pattern = ask.path("filterPattern").asText().replace("\"", "");
        String stream = ask.path("logStreamNames").path(0).asText(ask.path("logStreamNamePrefix").asText());
        long to = ask.path("endTime").asLong(Long.MAX_VALUE);
        List<Line> all = groups.get(group);
        int from = ask.path("nextToken").asInt();
        List<Map<String, Object>> events = new ArrayList<>();
        int end = Math.min(all.size(), from + logPage);
        for (int i = from; i < end; i++) {
            Line line = all.get(i);
            if (line.time() >= ask.path("startTime").asLong() && line.time() <= to && line.stream().startsWith(stream) && line.text().contains(pattern)) {
                events.add(Map.of("eventId", group + i, "logStreamName", line.stream(), "timestamp", line.time(), "ingestionTime", line.time(), "message", line.text()));
            }
        }
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("events", events);
        if (end < all.size()) {
            page.put("nextToken", String.valueOf(end));
        }
        return page;
    }
}
