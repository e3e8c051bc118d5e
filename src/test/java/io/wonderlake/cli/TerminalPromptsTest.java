package io.wonderlake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.wonderlake.lake.aws.Prompts;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Without a terminal, as a script sees it.
class TerminalPromptsTest {
    private static final String DEVICE = "arn:aws:iam::123456789012:mfa/ann";

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void takesTheCodeFromTheInputAndDoesNotRepeatIt() {
        assertThat(ask("654321\n", false)).contains("654321");
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("Code of " + DEVICE + " for the AWS profile acme:").doesNotContain("654321", "not right");
    }

    @Test
    void saysThatTheLastCodeWasWrong() {
        ask("654321\n", true);
        assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("That code was not right.");
    }

    @Test
    void hasNoAnswerWhereTheInputEnds() {
        assertThat(ask("", false)).isEmpty();
    }

    @Test
    void showsWhereToLogInAndWithWhichCode() {
        boolean seen = new TerminalPrompts(err).showLogin(new Prompts.Login("acme", URI.create("https://device.example/"), URI.create("https://device.example/?user_code=ABCD"), "ABCD",
                Instant.EPOCH));
        assertThat(seen).isTrue();
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("https://device.example/?user_code=ABCD", "the code ABCD");
    }

    private Optional<String> ask(String input, boolean again) {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
        try {
            return new TerminalPrompts(err).tokenCode(new Prompts.Device("acme", DEVICE, again));
        } finally {
            System.setIn(before);
        }
    }
}
