package io.wonderlake.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wonderlake.lake.ObjectPath;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PipelineTest {

    private static final ObjectPath FILE = ObjectPath.parse("config/pipelines/tickit.yaml");

    private static final String TEXT = """
            name: tickit
            title: Ticket sales
            schedule: "0 6 * * *"
            steps:
              - {name: crawl, type: crawl, datasets: [tickit.*], retries: 2, timeout: 5m}
              - {name: build, type: models, models: ["tickit_analytics.*"], after: [crawl]}
            """;

    @Test
    void readsGroupsWithTheirDefaults() {
        Pipeline pipeline = Pipeline.parse(TEXT, FILE);
        assertThat(pipeline.title()).isEqualTo("Ticket sales");
        assertThat(pipeline.schedule()).isEqualTo("0 6 * * *");
        assertThat(pipeline.groups().getFirst().retries()).isEqualTo(2);
        assertThat(pipeline.groups().getFirst().timeout()).isEqualTo(Duration.ofMinutes(5));
        assertThat(pipeline.groups().getLast().timeout()).isEqualTo(Duration.ofHours(1));
        assertThat(pipeline.groups().getLast().after()).containsExactly("crawl");
    }

    @Test
    void refusesWhatCannotRun() {
        refuses(TEXT.replace("type: crawl", "type: crawls"), "line 5: the step crawl has the type crawls; use crawl, contracts or models.");
        refuses(TEXT.replace("after: [crawl]", "after: [crowl]"), "comes after crowl, which does not exist");
        refuses(TEXT.replace("name: build", "name: crawl"), "two steps are named crawl");
        refuses(TEXT.replace("5m", "five"), "timeout five");
        refuses(TEXT.replace("retries: 2", "retries: 99"), "99 retries");
        refuses(TEXT.replace("datasets:", "models:"), "the step crawl has no datasets");
        refuses("name: x", "steps is missing");
        refuses("title: x", "name is missing");
        refuses("", "cannot be read at line 1");
        refuses("{", "cannot be read at line");
    }

    private static void refuses(String text, String message) {
        assertThatThrownBy(() -> Pipeline.parse(text, FILE)).hasMessageContaining("config/pipelines/tickit.yaml").hasMessageContaining(message);
    }
}
