package io.wonderlake.cli;

import io.wonderlake.settings.Keychain;
import io.wonderlake.work.Failure;
import io.wonderlake.work.FailureException;
import io.wonderlake.work.Strings;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import picocli.CommandLine;

/// All commands of Wonderlake. Exit code 0: done, 1: failed, 2: wrong use.
public final class CommandLineProgram {
    private final CommandLine commands;
    private final Output output;

    public CommandLineProgram(Lakes lakes, Windows windows, OutputStream out, OutputStream err) {
        output = new Output(out, writer(out), writer(err), new CompletableFuture<>());
        commands = new CommandLine(new Wonderlake(lakes, windows));
        commands.addSubcommand(new SampleCommand(lakes, output))
                .addSubcommand(new RunCommand(lakes, output))
                .addSubcommand(new RunsCommand(lakes, output))
                .addSubcommand(new LogsCommand(lakes, output))
                .addSubcommand(new StopCommand(lakes, output))
                .addSubcommand(new QueryCommand(lakes, output))
                .addSubcommand(new LsCommand(lakes, output))
                .addSubcommand(new CatCommand(lakes, output))
                .addSubcommand(new PutCommand(lakes, output))
                .addSubcommand(new GetCommand(lakes, output))
                .addSubcommand(new ProbeCommand(lakes, output))
                .addSubcommand(new TablesCommand(lakes, output))
                .addSubcommand(new DescribeCommand(lakes, output))
                .addSubcommand(new SearchCommand(lakes, output))
                .addSubcommand(new ReindexCommand(lakes, output))
                .addSubcommand(new DoctorCommand(lakes, output))
                .addSubcommand(new LoginCommand(lakes, new TerminalPrompts(err), output))
                .addSubcommand(new PasswordCommand(lakes, new Keychain(), output))
                .addSubcommand(new TourCommand(lakes, windows, output));
        commands.setResourceBundle(Strings.bundle());
        commands.setCaseInsensitiveEnumValuesAllowed(true);
        commands.setUsageHelpAutoWidth(true);
        commands.setOut(output.out()).setErr(output.err());
        commands.setExecutionExceptionHandler((error, command, _) -> {
            if (error instanceof CancellationException) {
                output.err().println(Strings.text("cli.cancelled"));
                return LakeCommand.FAILED;
            }
            boolean verbose = System.getenv("WONDERLAKE_VERBOSE") != null || command.getMixins().get("options") instanceof LakeOptions options && options.verbose;
            output.failure(error instanceof FailureException known ? known.failure() : Failure.of(error), verbose);
            return LakeCommand.FAILED;
        });
    }

    private static PrintWriter writer(OutputStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), false);
    }

    /// Runs one command and returns its exit code. Nothing is thrown.
    public int run(String... arguments) {
        int code = commands.execute(arguments);
        commands.getOut().flush();
        commands.getErr().flush();
        output.ended().complete(code);
        return code;
    }
}
