package io.github.asltestkit;

import io.github.asltestkit.internal.execution.Engine;
import io.github.asltestkit.internal.execution.ExecutionRun;
import io.github.asltestkit.internal.execution.Part;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Starts the executions of a harness and moves them on. */
final class Runs {
    private final Session session;
    private final Engine engine;
    private final Views views;
    private final Machines machines;

    Runs(Session session, Views views, Machines machines) {
        this.session = session;
        this.engine = session.engine();
        this.views = views;
        this.machines = machines;
    }

    /** StartExecution: runs to the first wait. */
    Execution start(String machine, @Nullable String name, String input) {
        return toFirstWait(() ->
                engine.startExecution(machines.named(machine), name, input).run());
    }

    /** Runs an execution without a name to its first wait. */
    Execution start(StateMachine machine, JsonInput input) {
        return toFirstWait(() -> launch(machine, input, Part.whole()));
    }

    private Execution toFirstWait(Supplier<ExecutionRun> start) {
        return session.drive(() -> {
            LiveExecution execution = views.of(start.get());
            engine.settle();
            return execution;
        });
    }

    /** Runs an execution without a name to its end. */
    Execution run(StateMachine machine, JsonInput input) {
        return run(machine, input, Part.whole());
    }

    /** A part of a machine, to be run to its end or to its first wait. */
    ExecutionPart part(StateMachine machine) {
        return new ExecutionPart(
                machine.definition(),
                Part.whole(),
                (part, input, toEnd) ->
                        toEnd ? run(machine, input, part) : toFirstWait(() -> launch(machine, input, part)));
    }

    private Execution run(StateMachine machine, JsonInput input, Part part) {
        return session.drive(() -> {
            LiveExecution execution = views.of(launch(machine, input, part));
            engine.runToEnd(execution.run());
            return execution;
        });
    }

    /** As {@link #run(StateMachine, JsonInput)}, without a view of it. */
    ExecutionRun runRaw(StateMachine machine, JsonInput input) {
        return session.drive(() -> {
            ExecutionRun run = launch(machine, input, Part.whole());
            engine.runToEnd(run);
            return run;
        });
    }

    private ExecutionRun launch(StateMachine machine, JsonInput input, Part part) {
        input.checkSize();
        return engine.start(machines.of(machine), null, input.tree(), input.asGiven(), part);
    }

    Execution runToEnd(Execution execution) {
        return session.drive(() -> {
            engine.runToEnd(own(execution).run());
            return execution;
        });
    }

    RunUntil runUntil(Execution execution) {
        session.requireInUse();
        LiveExecution live = own(execution);
        return new RunUntil(session, live, condition -> engine.runUntil(live.run(), condition));
    }

    void stop(Execution execution, @Nullable String error, @Nullable String cause) {
        session.moveOn(() -> engine.stop(own(execution).run(), error, cause));
    }

    void redrive(Execution execution) {
        session.moveOn(() -> engine.redrive(own(execution).run()));
    }

    /** All but the child executions of Map Runs, in the order in which they were started. */
    List<Execution> all() {
        return session.call(
                () -> engine.executions().stream().<Execution>map(views::of).toList());
    }

    private LiveExecution own(Execution execution) {
        if (execution instanceof LiveExecution live && live.isOf(session)) {
            return live;
        }
        throw new IllegalArgumentException("The execution " + execution.name() + " of "
                + execution.stateMachine().name()
                + " is not one of this harness: it has a clock of its own. Ask the harness"
                + " that started it.");
    }
}
