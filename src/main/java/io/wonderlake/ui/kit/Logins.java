package io.wonderlake.ui.kit;

import io.wonderlake.lake.aws.Prompts;
import io.wonderlake.work.Failure;
import io.wonderlake.work.Job;
import io.wonderlake.work.Jobs;
import io.wonderlake.work.Outcome;
import io.wonderlake.work.Strings;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Logs in to lakes from the window, one at a time, and asks for what only the person there knows. `start`, `answer` and `cancel` are called on
/// the UI thread, the prompts on any other.
public final class Logins implements Prompts {
    private final Executor uiThread;
    private final ReentrantLock asking = new ReentrantLock();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(this, "state", new State.Idle());
    private Optional<Attempt> running = Optional.empty();
    private Optional<CompletableFuture<Optional<String>>> open = Optional.empty();
    private boolean closed;

    /// What the window should show.
    public sealed interface State {
        record Idle() implements State { }

        record Working(String lake) implements State { }

        /// The digits of a device are wanted.
        record Code(Prompts.Device device) implements State { }

        /// A login is to be confirmed in the browser.
        record Browser(Prompts.Login login) implements State { }

        record Refused(String lake, Failure failure) implements State { }
    }

    /// One login and what it was for.
    private record Attempt(String lake, Job job, Jobs jobs, Consumer<Job> work, Runnable then) { }

    public Logins(Executor uiThread) {
        this.uiThread = uiThread;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Logs in with `work`, which blocks, and afterwards does `then`. Nothing happens while another login is under way.
    public void start(String lake, Jobs jobs, Consumer<Job> work, Runnable then) {
        if (running.filter(attempt -> state.get() instanceof State.Working || state.get() instanceof State.Browser || state.get() instanceof State.Code).isPresent()) {
            return;
        }
        Attempt attempt = new Attempt(lake, new Job(Strings.text("kit.login.job", lake)), jobs, work, then);
        running = Optional.of(attempt);
        state.set(new State.Working(lake));
        jobs.start(attempt.job(), () -> {
            work.accept(attempt.job());
            return lake;
        }, outcome -> finish(attempt, outcome));
    }

    /// Tries once more what was refused.
    public void again() {
        running.ifPresent(before -> {
            running = Optional.empty();
            start(before.lake(), before.jobs(), before.work(), before.then());
        });
    }

    /// The digits that were asked for.
    public void answer(String digits) {
        open.ifPresent(question -> question.complete(Optional.of(digits)));
        goOn();
    }

    /// The person does not want to.
    public void cancel() {
        open.ifPresent(question -> question.complete(Optional.empty()));
        open = Optional.empty();
        running.ifPresent(attempt -> attempt.job().cancel());
        running = Optional.empty();
        state.set(new State.Idle());
    }

    /// From now on there is nobody to ask.
    public void close() {
        closed = true;
        cancel();
    }

    private void finish(Attempt attempt, Outcome<String> outcome) {
        if (running.filter(now -> now == attempt).isEmpty()) {
            return;
        }
        switch (outcome) {
            case Outcome.Done<String> _ -> {
                running = Optional.empty();
                state.set(new State.Idle());
                attempt.then().run();
            }
            case Outcome.Failed<String>(Failure failure) -> state.set(new State.Refused(attempt.lake(), failure));
            case Outcome.Cancelled<String>() -> cancel();
        }
    }

    private void goOn() {
        open = Optional.empty();
        state.set(running.<State>map(attempt -> new State.Working(attempt.lake())).orElseGet(State.Idle::new));
    }

    @Override
    public Optional<String> tokenCode(Prompts.Device device) {
        CompletableFuture<Optional<String>> question = new CompletableFuture<>();
        try {
            asking.lockInterruptibly();
            try {
                uiThread.execute(() -> ask(device, question));
                return question.get();
            } finally {
                asking.unlock();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            uiThread.execute(() -> withdraw(question));
            return Optional.empty();
        } catch (ExecutionException error) {
            throw new IllegalStateException(error);
        }
    }

    private void ask(Prompts.Device device, CompletableFuture<Optional<String>> question) {
        if (closed) {
            question.complete(Optional.empty());
        } else {
            open = Optional.of(question);
            state.set(new State.Code(device));
        }
    }

    private void withdraw(CompletableFuture<Optional<String>> question) {
        if (open.filter(now -> now == question).isPresent()) {
            goOn();
        }
    }

    @Override
    public boolean showLogin(Prompts.Login login) {
        uiThread.execute(() -> {
            if (running.isPresent()) {
                state.set(new State.Browser(login));
            }
        });
        return true;
    }
}
