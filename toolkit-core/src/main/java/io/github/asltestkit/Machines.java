package io.github.asltestkit;

import io.github.asltestkit.integration.StepFunctionsException;
import io.github.asltestkit.internal.execution.Engine;
import io.github.asltestkit.internal.execution.Machine;
import io.github.asltestkit.internal.message.KnownNames;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The state machines of a harness by their names. */
final class Machines {
    private final Session session;
    private final Engine engine;
    private final Views views;
    private final HarnessApi api;
    private final Map<String, StateMachine> byName = new LinkedHashMap<>(2);

    Machines(Session session, Views views, HarnessApi api) {
        this.session = session;
        this.engine = session.engine();
        this.views = views;
        this.api = api;
    }

    /** Makes a machine known; one of the same name takes its place. */
    void add(StateMachine machine) {
        session.moveOn(() -> {
            Machine known = of(machine);
            byName.put(machine.name(), machine);
            engine.register(known);
            views.know(known, machine);
            api.adopt(known, machine);
        });
    }

    /** All of them, in the order in which they became known. */
    List<StateMachine> all() {
        return List.copyOf(byName.values());
    }

    /** What the engine runs. */
    Machine of(StateMachine machine) {
        return new Machine(
                engine.machineArn(machine.name()),
                machine.name(),
                machine.type() == StateMachineType.EXPRESS,
                machine.program());
    }

    /**
     * The machine of a name.
     *
     * @throws StepFunctionsException StateMachineDoesNotExist
     */
    Machine named(String name) {
        StateMachine machine = byName.get(name);
        if (machine == null) {
            throw StepFunctionsException.stateMachineDoesNotExist(engine.machineArn(name))
                    .withAdvice(KnownNames.facts("state machines", name, byName.keySet())
                            + "\nMake another one known with harness.add(...), or with @FurtherMachine.");
        }
        return of(machine);
    }
}
