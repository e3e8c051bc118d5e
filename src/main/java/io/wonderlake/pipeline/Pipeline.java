package io.wonderlake.pipeline;

import io.wonderlake.lake.ObjectPath;
import java.time.Duration;
import java.util.List;

/// A pipeline as its file says it: groups of steps, each over datasets, contracts or models.
///
/// @param schedule cron expression; empty for none
/// @param file where the definition stands
public record Pipeline(String name, String title, String description, String schedule, List<Group> groups, ObjectPath file) {

    public Pipeline {
        groups = List.copyOf(groups);
    }

    public static Pipeline parse(String text, ObjectPath file) {
        return PipelineParser.parse(text, file);
    }

    /// Steps of one kind.
    ///
    /// @param items names with `*` for any characters: `tickit.*`
    /// @param retries how often a step is tried again after a failure that may pass
    /// @param after groups that must have ended before
    public record Group(String name, Kind kind, List<String> items, int retries, Duration timeout, List<String> after) {

        public Group {
            items = List.copyOf(items);
            after = List.copyOf(after);
        }
    }

    /// What the steps of a group do.
    public enum Kind { CRAWL, CONTRACTS, MODELS }
}
