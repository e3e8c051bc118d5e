package io.wonderlake;

import io.wonderlake.cli.CommandLineProgram;
import io.wonderlake.cli.TerminalPrompts;
import io.wonderlake.settings.UserFolders;
import java.util.logging.Level;
import java.util.logging.Logger;

/// Starts Wonderlake: the window without arguments, otherwise one command.
public final class Main {
    private Main() {
    }

    public static void main(String[] arguments) {
        if (System.getenv("WONDERLAKE_VERBOSE") == null) {
            System.setProperty("java.util.logging.SimpleFormatter.format", "%5$s%n");
        }
        Logger.getLogger("").setLevel(Level.WARNING);
        UserFolders folders = UserFolders.ofThisUser();
        AppContext context = new AppContext(folders);
        context.prompts(new TerminalPrompts(System.err));
        System.exit(new CommandLineProgram(context, new WindowProgram(context, folders), System.out, System.err).run(arguments));
    }
}
