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
    private final Map<String, Known> byName = new LinkedHashMap<>(2);

    /** @param run what the engine runs of it */
    private record Known(StateMachine machine, Machine run) {}

    Machines(Session session, Views views, HarnessApi api) {
        this.session = session;
        this.engine = session.engine();
        this.views = views;
        this.api = api;
    }

    /** Makes a machine known; one of the same name takes its place. */
    void add(StateMachine machine) {
        session.moveOn(() -> {
            Machine run = made(machine);
            byName.put(machine.name(), new Known(machine, run));
            engine.register(run);
            views.know(run, machine);
            api.adopt(run, machine);
        });
    }

    /** All of them, in the order in which they became known. */
    List<StateMachine> all() {
        return byName.values().stream().map(Known::machine).toList();
    }

    /** What the engine runs. */
    @SuppressWarnings("ReferenceEquality") // A machine of the same name may have taken its place.
    Machine of(StateMachine machine) {
        Known known = byName.get(machine.name());
        return known != null && known.machine == machine ? known.run : made(machine);
    }

    private Machine made(StateMachine machine) {
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
        Known known = byName.get(name);
        if (known == null) {
            throw StepFunctionsException.stateMachineDoesNotExist(engine.machineArn(name))
                    .withAdvice(KnownNames.facts("state machines", name, byName.keySet())
                            + "\nMake another one known with harness.add(...), or with @FurtherMachine.");
        }
        return known.run;
    }
}
