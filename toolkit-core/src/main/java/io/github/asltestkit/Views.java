package io.github.asltestkit;

import io.github.asltestkit.definition.StateType;
import io.github.asltestkit.internal.execution.ExecutionRun;
import io.github.asltestkit.internal.execution.Machine;
import io.github.asltestkit.internal.execution.MapRunFacts;
import io.github.asltestkit.mock.Mocks;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** How a harness shows what its engine runs: an execution is the same object whenever it is asked for. */
final class Views {
    private final Session session;
    private final Mocks mocks;
    private final Supplier<StateMachine> own;
    private final Map<Machine, StateMachine> machines = new LinkedHashMap<>(2);
    private final Map<ExecutionRun, LiveExecution> executions = new HashMap<>(2);

    /** @param own the machine of executions whose machine is unknown */
    Views(Session session, Mocks mocks, Supplier<StateMachine> own) {
        this.session = session;
        this.mocks = mocks;
        this.own = own;
    }

    /** Says which state machine the executions of an engine's machine are shown with. */
    void know(Machine machine, StateMachine shown) {
        machines.put(machine, shown);
    }

    /** The types of the states of all machines by their names, nested ones too; of two states of one name, a Task counts. */
    Map<String, String> stateTypes() {
        Map<String, String> types = new LinkedHashMap<>();
        String task = StateType.TASK.aslName();
        machines.values()
                .forEach(machine -> machine.definition()
                        .states()
                        .allStates()
                        .forEach(state -> types.merge(
                                state.name(), state.type().aslName(), (one, other) -> one.equals(task) ? one : other)));
        return types;
    }

    LiveExecution of(ExecutionRun run) {
        return executions.computeIfAbsent(run, r -> new LiveExecution(session, mocks, machineOf(run), run, this::of));
    }

    /** An execution is kept no longer. */
    void forget(ExecutionRun run) {
        executions.remove(run);
    }

    MapRun of(MapRunFacts run) {
        return new LiveMapRun(session, run, this::of);
    }

    private StateMachine machineOf(ExecutionRun run) {
        MapRunFacts mapRun = run.mapRun();
        StateMachine shown =
                mapRun == null ? machines.get(run.machine()) : StateMachine.ofChildren(mapRun.childMachine());
        return shown == null ? own.get() : shown;
    }
}
