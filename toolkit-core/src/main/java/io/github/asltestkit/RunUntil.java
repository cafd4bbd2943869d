package io.github.asltestkit;

import static org.apiguardian.api.API.Status.MAINTAINED;

import io.github.asltestkit.history.HistoryEvent;
import io.github.asltestkit.inspection.ExecutionInspection;
import io.github.asltestkit.integration.TaskCall;
import io.github.asltestkit.internal.message.DidYouMean;
import io.github.asltestkit.internal.message.Facts;
import io.github.asltestkit.internal.message.FoldedPath;
import io.github.asltestkit.internal.message.StateNames;
import io.github.asltestkit.internal.message.Text;
import io.github.asltestkit.internal.message.Times;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Skips time until a condition holds for an execution, and no further: the second half of
 * {@link StateMachineHarness#runUntil(Execution)}. The condition is checked before time moves, and again after each timer that
 * has fired, with all that followed from it at the same instant. If it holds already, the clock does not move.
 *
 * <p>Each method throws an {@link AssertionError} that says how far the execution got, if it ends before that, or waits
 * for something no timer can bring about.
 */
@API(status = MAINTAINED, since = "0.1")
public final class RunUntil {
    private final Session session;
    private final LiveExecution execution;
    private final Driver driver;

    /** Skips time until a condition holds; false where that comes to an end before. */
    @FunctionalInterface
    interface Driver {
        boolean until(BooleanSupplier condition);
    }

    RunUntil(Session session, LiveExecution execution, Driver driver) {
        this.session = session;
        this.execution = execution;
        this.driver = driver;
    }

    /**
     * Until a state has been entered since the execution's start.
     *
     * @param state its name, wherever it is nested, or its path, such as {@code ForEachOrder[3]/Charge}
     * @return the execution
     * @throws IllegalArgumentException if the definition has no such state
     */
    public Execution stateEntered(String state) {
        return stateEntered(state, 1);
    }

    /**
     * Until a state has been entered so many times since the execution's start; a retry does not enter it again.
     *
     * @param state its name, wherever it is nested, or its path
     * @param times 1 for the first time
     * @return the execution
     * @throws IllegalArgumentException if the definition has no such state
     */
    public Execution stateEntered(String state, int times) {
        checkName(state);
        BooleanSupplier entered = new BooleanSupplier() {
            private int seen;
            private boolean holds;

            @Override
            public boolean getAsBoolean() {
                List<HistoryEvent> events = execution.history().events();
                boolean news = events.subList(seen, events.size()).stream()
                        .anyMatch(event -> event.type().apiName().endsWith("StateEntered"));
                seen = events.size();
                if (!holds && news) {
                    holds = ExecutionInspection.of(execution.history(), execution.definition())
                                    .visits(state)
                                    .size()
                            >= times;
                }
                return holds;
            }
        };
        until(entered, state + " entered" + (times == 1 ? "" : " " + times + " times"));
        return execution;
    }

    /**
     * Until a task of a state waits for its task token: the service has taken the message, or the Activity task waits for its
     * worker.
     *
     * @param state its name, wherever it is nested, or its path
     * @return the token
     * @throws IllegalArgumentException if the definition has no such state
     */
    public String tokenIssued(String state) {
        checkName(state);
        until(() -> token(state) != null, "a task token of " + state + " to return");
        return execution.taskToken(state);
    }

    private @Nullable String token(String state) {
        for (PendingTask task : execution.pendingTasks()) {
            TaskCall call = task.call();
            if (StateNames.matches(state, call.stateName(), call.statePath())) {
                return call.taskToken();
            }
        }
        return null;
    }

    /**
     * Until a condition holds.
     *
     * @param description what it asks, for the message
     * @param condition is asked often, and must change nothing
     * @return the execution
     */
    public Execution condition(String description, Predicate<? super Execution> condition) {
        until(() -> condition.test(execution), description);
        return execution;
    }

    private void until(BooleanSupplier condition, String expected) {
        if (!session.drive(() -> driver.until(condition))) {
            throw new AssertionError(session.call(() -> message(expected)));
        }
    }

    private void checkName(String state) {
        String path = state.replaceAll("\\[\\d+]", "");
        String name = path.substring(path.lastIndexOf('/') + 1);
        Set<String> known = execution.definition().stateNames();
        if (!known.contains(name) && !known.contains(state)) {
            String hint = DidYouMean.hint(name, known);
            throw new IllegalArgumentException(execution.definition().source().name() + " has no state \"" + name + "\""
                    + (hint == null ? "." : ": " + hint) + "\n\n  states: " + Text.listed(known));
        }
    }

    private String message(String expected) {
        String subject = "Execution of " + execution.definition().source().name();
        boolean running = execution.stoppedAt() == null;
        String error = execution.error() == null ? "" : " with " + execution.error();
        List<String> path = ExecutionInspection.of(execution.history(), execution.definition())
                .path();
        Facts facts = new Facts()
                .whole("expected", expected)
                .whole("but was", execution.status() + error + " at +" + Times.text(execution.elapsed()))
                .wrapped("path", FoldedPath.of(path));
        if (running) {
            facts.wrapped(
                    "waits for",
                    Text.listed(
                            execution.pendingTasks().stream()
                                    .map(task -> task.call().statePath() + ", attempt "
                                            + task.call().attempt())
                                    .toList(),
                            "; "));
        }
        return subject
                + (running ? " is waiting for something no timer can bring about." : " ended before that happened.")
                + "\n\n"
                + facts.text()
                + (running
                        ? "\nEnd the task from the test (sendTaskSuccess, a job's succeed, an Activity's worker), or script its"
                                + " end\nwith the mock (callbackSucceedsAfter, jobSucceedsAfter)."
                        : "");
    }
}
