package io.wonderlake.cli;

import io.wonderlake.lake.aws.Prompts;
import io.wonderlake.work.Strings;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Asks on the terminal. What is asked goes where failures go, so that it never stands in an answer.
public final class TerminalPrompts implements Prompts {
    private final Output output;

    public TerminalPrompts(OutputStream err) {
        PrintWriter writer = new PrintWriter(new OutputStreamWriter(err, StandardCharsets.UTF_8), true);
        this.output = new Output(err, writer, writer, new CompletableFuture<>());
    }

    @Override
    public Optional<String> tokenCode(Device device) {
        if (device.again()) {
            output.err().println(Strings.text("cli.code.again"));
        }
        return HiddenLine.read(output, Strings.text("cli.code", device.serial(), device.profile()));
    }

    @Override
    public boolean showLogin(Login login) {
        output.err().println(Strings.text("cli.login.open", login.profile(), login.pageWithCode(), login.code()));
        output.err().flush();
        return true;
    }
}
