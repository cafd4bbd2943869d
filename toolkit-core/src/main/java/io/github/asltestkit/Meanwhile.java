package io.github.asltestkit;

import static org.apiguardian.api.API.Status.MAINTAINED;

import io.github.asltestkit.integration.TaskCall;
import io.github.asltestkit.internal.execution.ExecutionRun;
import io.github.asltestkit.internal.execution.RunListener;
import io.github.asltestkit.internal.message.CallSite;
import io.github.asltestkit.internal.message.KnownNames;
import io.github.asltestkit.internal.message.StateNames;
import io.github.asltestkit.internal.message.Times;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What a test does while executions run: at a time on the virtual clock, when a state is entered, when a task token is issued,
 * or when a condition holds. So one {@code run} can have a person approve after seven minutes, or stop an execution as soon as
 * it ships.
 *
 * <p>An action runs on the thread that moves the executions on, when all that could be done at that instant has been done. It
 * may use the harness as the test does: return tokens, end jobs, stop executions, give mocks, assert. What it throws, an
 * assertion's error say, goes to whoever moves the executions on ({@code run}, the clock).
 *
 * <p>An action that never ran fails the test when it ends, as an unused mock does, unless it is
 * {@link PlannedAction#lenient()}.
 */
@API(status = MAINTAINED, since = "0.1")
public final class Meanwhile {
    private final Session session;
    private final Views views;
    private final List<PlannedAction> planned = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private final List<Token> tokens = new ArrayList<>();
    private final List<Condition> conditions = new ArrayList<>();

    private record Entry(String state, PlannedAction plan, Consumer<? super Execution> action) {}

    private record Token(String state, PlannedAction plan, BiConsumer<? super String, ? super TaskCall> action) {}

    /** @param met the executions in which it has held already */
    private record Condition(
            Predicate<? super Execution> predicate,
            PlannedAction plan,
            Consumer<? super Execution> action,
            Set<ExecutionRun> met) {}

    Meanwhile(Session session, Views views) {
        this.session = session;
        this.views = views;
    }

    /**
     * Does something after a time, counted from now on the virtual clock.
     *
     * @param delay whole milliseconds, not negative
     * @throws IllegalArgumentException if the delay is negative, or no time that the clock can count
     */
    public PlannedAction after(Duration delay, Runnable action) {
        Times.checked("The delay of an action", delay);
        return session.move(() -> {
            PlannedAction plan = plan("after " + Times.text(delay));
            session.engine().after(delay.toMillis(), () -> "an action of the test, " + plan.text(), () -> {
                plan.ran();
                action.run();
            });
            return plan;
        });
    }

    /**
     * Does something each time a state has been entered, in whichever execution.
     *
     * @param state its name, wherever it is nested, or its path, such as {@code ForEachOrder[3]/Charge}
     * @param action gets the execution
     * @throws IllegalArgumentException if no machine of the harness has such a state
     */
    public PlannedAction whenEntered(String state, Consumer<? super Execution> action) {
        return session.move(() -> {
            PlannedAction plan = plan("when " + known(state) + " is entered");
            entries.add(new Entry(state, plan, action));
            return plan;
        });
    }

    /**
     * Does something each time a task of a state waits for its task token: the service has taken the message, or the Activity
     * task waits for its worker.
     *
     * @param state its name, wherever it is nested, or its path
     * @param action gets the token and the call
     * @throws IllegalArgumentException if no machine of the harness has such a state
     */
    public PlannedAction whenTokenIssued(String state, BiConsumer<? super String, ? super TaskCall> action) {
        return session.move(() -> {
            PlannedAction plan = plan("when a task of " + known(state) + " waits for its token");
            tokens.add(new Token(state, plan, action));
            return plan;
        });
    }

    /**
     * Does something once in each execution, when a condition first holds there. Child executions of distributed Maps are not
     * asked.
     *
     * @param description what the condition asks, for messages
     * @param condition is asked often, and must change nothing
     * @param action gets the execution
     */
    public PlannedAction when(
            String description, Predicate<? super Execution> condition, Consumer<? super Execution> action) {
        return session.move(() -> {
            PlannedAction plan = plan("when " + description);
            conditions.add(new Condition(condition, plan, action, new HashSet<>()));
            session.engine().onSettled(this::askConditions);
            return plan;
        });
    }

    private PlannedAction plan(String text) {
        session.engine().listener(listener);
        PlannedAction plan = new PlannedAction(text, CallSite.here());
        planned.add(plan);
        return plan;
    }

    private String known(String state) {
        Set<String> names = views.stateTypes().keySet();
        String path = StateNames.withoutIndexes(state);
        if (!names.contains(state) && !names.contains(path.substring(path.lastIndexOf('/') + 1))) {
            throw new IllegalArgumentException(
                    "No state is named \"" + state + "\".\n\n" + KnownNames.facts("states", state, names));
        }
        return state;
    }

    /** The execution of an ARN; null if the harness has let it go. */
    private @Nullable LiveExecution execution(String arn) {
        ExecutionRun run = session.engine().execution(arn);
        return run == null ? null : views.of(run);
    }

    private void askConditions() {
        for (Condition condition : List.copyOf(conditions)) {
            for (ExecutionRun run : session.engine().executions()) {
                Execution execution = views.of(run);
                if (!condition.met().contains(run) && condition.predicate().test(execution)) {
                    condition.met().add(run);
                    session.engine().betweenSteps(() -> {
                        condition.plan().ran();
                        condition.action().accept(execution);
                    });
                }
            }
        }
    }

    private final RunListener listener = new RunListener() {
        @Override
        public void entered(String executionArn, String stateName, String statePath) {
            for (Entry entry : entries) {
                if (StateNames.matches(entry.state(), stateName, statePath)) {
                    session.engine().betweenSteps(() -> {
                        LiveExecution execution = execution(executionArn);
                        if (execution != null) {
                            entry.plan().ran();
                            entry.action().accept(execution);
                        }
                    });
                }
            }
        }

        @Override
        public void issued(TaskCall call) {
            for (Token token : tokens) {
                if (StateNames.matches(token.state(), call.stateName(), call.statePath())) {
                    session.engine().betweenSteps(() -> {
                        LiveExecution execution = execution(call.executionArn());
                        String issued = call.taskToken();
                        if (issued != null && execution != null && execution.task(call.id()) != null) {
                            token.plan().ran();
                            token.action().accept(issued, call);
                        }
                    });
                }
            }
        }
    };

    /** The text of the actions that never ran and are not lenient; null where there are none. */
    @Nullable
    String neverRan() {
        List<PlannedAction> never =
                planned.stream().filter(PlannedAction::isMissing).toList();
        if (never.isEmpty()) {
            return null;
        }
        StringBuilder text = new StringBuilder(
                never.size() == 1
                        ? "An action of the test never ran.\n"
                        : never.size() + " actions of the test never ran.\n");
        never.forEach(plan -> text.append("\n  ")
                .append(plan.text())
                .append("  -> at ")
                .append(plan.site().text())
                .append('\n'));
        return text.append("\n  Remove what is not needed, or mark it lenient() where it may stay undone.\n")
                .toString();
    }
}
