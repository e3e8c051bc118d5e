package io.wonderlake.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// One line that is not shown while it is typed; where no terminal is, the first line of the input.
final class HiddenLine {
    private HiddenLine() {
    }

    /// Empty when the input ends, or when the thread is interrupted while it waits.
    static Optional<String> read(Output output, String prompt) {
        FutureTask<Optional<String>> line = new FutureTask<>(reader(output, prompt));
        // a read of the terminal cannot be interrupted, waiting for another thread can
        Thread.ofPlatform().daemon().name("terminal").start(line);
        try {
            return line.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException closed) {
            return Optional.empty();
        }
    }

    private static Callable<Optional<String>> reader(Output output, String prompt) {
        Console console = System.console();
        if (console != null && console.isTerminal()) {
            return () -> Optional.ofNullable(console.readPassword("%s ", prompt)).map(String::new);
        }
        return () -> {
            output.err().println(prompt);
            output.err().flush();
            return line();
        };
    }

    private static Optional<String> line() throws IOException {
        return Optional.ofNullable(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine());
    }
}
