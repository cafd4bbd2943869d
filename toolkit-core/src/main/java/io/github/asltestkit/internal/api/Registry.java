package io.github.asltestkit.internal.api;

import io.github.asltestkit.integration.StepFunctionsException;
import io.github.asltestkit.internal.api.RegisteredMachine.Alias;
import io.github.asltestkit.internal.api.RegisteredMachine.Version;
import io.github.asltestkit.internal.execution.Engine;
import io.github.asltestkit.internal.message.KnownNames;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The state machines and the Activities that exist, by their ARNs. */
final class Registry {

    /** An Activity. */
    record Activity(String arn, String name, long createdMillis, Map<String, String> tags) {}

    /**
     * What an ARN of a state machine stands for.
     *
     * @param version set where the ARN names it
     */
    record Target(RegisteredMachine machine, @Nullable Version version) {
        Revision revision() {
            return version == null ? machine.revision() : version.revision();
        }
    }

    private final Engine engine;
    private final Map<String, RegisteredMachine> machines = new LinkedHashMap<>();
    private final Map<String, Activity> activities = new LinkedHashMap<>();

    Registry(Engine engine) {
        this.engine = engine;
    }

    Engine engine() {
        return engine;
    }

    long now() {
        return engine.nowMillis();
    }

    Collection<RegisteredMachine> machines() {
        return machines.values();
    }

    @Nullable
    RegisteredMachine find(String unqualifiedArn) {
        return machines.get(unqualifiedArn);
    }

    /** Makes a state machine, or what it has become, known to whoever starts executions. */
    void put(RegisteredMachine machine) {
        machines.put(machine.arn(), machine);
        engine.register(machine.revision().machine());
    }

    void remove(RegisteredMachine machine) {
        machines.remove(machine.arn());
        engine.unregister(machine.arn());
        machine.versions().forEach(version -> engine.unregister(version.arn()));
        machine.aliases().values().forEach(alias -> engine.unregister(alias.arn()));
    }

    /**
     * The state machine of an ARN without a version or alias.
     *
     * @throws StepFunctionsException InvalidArn or StateMachineDoesNotExist
     */
    RegisteredMachine machine(String arn) {
        RegisteredMachine found = machines.get(Arn.of(arn, "stateMachine").text());
        if (found == null) {
            throw machineDoesNotExist(arn);
        }
        return found;
    }

    /**
     * What an ARN stands for, with or without a version.
     *
     * @throws StepFunctionsException InvalidArn or StateMachineDoesNotExist
     */
    Target target(String arn) {
        Arn parsed = Arn.of(arn, "stateMachine");
        RegisteredMachine machine = machines.get(parsed.unqualified());
        Version version = machine == null || parsed.qualifier() == null ? null : machine.version(parsed.qualifier());
        if (machine == null || (parsed.qualifier() != null && version == null)) {
            throw machineDoesNotExist(arn);
        }
        return new Target(machine, version);
    }

    /** The alias that an ARN names, or null where it names none. */
    @Nullable
    Alias alias(String arn) {
        Arn parsed = Arn.of(arn, "stateMachine");
        RegisteredMachine machine = machines.get(parsed.unqualified());
        return machine == null || parsed.qualifier() == null
                ? null
                : machine.aliases().get(parsed.qualifier());
    }

    /** Whether an ARN is that of a state machine, one of its versions or aliases, an execution, a Map Run or an Activity. */
    boolean has(String arn) {
        return activities.containsKey(arn)
                || machines.keySet().stream().anyMatch(machine -> arn.equals(machine) || arn.startsWith(machine + ":"))
                || engine.execution(arn) != null
                || engine.mapRun(arn) != null;
    }

    Map<String, Activity> activities() {
        return activities;
    }

    /**
     * The Activity of an ARN.
     *
     * @throws StepFunctionsException InvalidArn or ActivityDoesNotExist
     */
    Activity activity(String arn) {
        Activity found = activities.get(Arn.of(arn, "activity").text());
        if (found == null) {
            throw StepFunctionsException.activityDoesNotExist(arn)
                    .withAdvice(KnownNames.facts("Activities", arn, activities.keySet()));
        }
        return found;
    }

    StepFunctionsException machineDoesNotExist(String arn) {
        return StepFunctionsException.stateMachineDoesNotExist(arn)
                .withAdvice(KnownNames.facts("state machines", arn, machines.keySet()));
    }
}
