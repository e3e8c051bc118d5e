package io.wonderlake.cli;

import io.wonderlake.work.Failure;
import io.wonderlake.workspace.Workspace;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/// A command that works on an opened lake. Ends with 0 when it did what was asked, 1 when that failed, 2 when it was called wrongly.
abstract class LakeCommand implements Callable<Integer> {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int WRONG_USE = 2;

    @Mixin
    LakeOptions options = new LakeOptions();

    private final Lakes lakes;
    private final Output output;

    LakeCommand(Lakes lakes, Output output) {
        this.lakes = lakes;
        this.output = output;
    }

    @Override
    public Integer call() {
        Optional<Failure> wrong = misuse();
        if (wrong.isPresent()) {
            output.failure(wrong.get(), options.verbose);
            return WRONG_USE;
        }
        try (Workspace lake = options.open(lakes)) {
            return run(lake);
        }
    }

    /// What is wrong with the arguments as they stand together, before any lake is opened.
    Optional<Failure> misuse() {
        return Optional.empty();
    }

    abstract int run(Workspace lake);

    Output output() {
        return output;
    }

    boolean json() {
        return options.json;
    }

    void line(String text) {
        output.line(text);
    }
}
