package io.github.asltestkit;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.explore.Choice;
import io.github.asltestkit.explore.Plan;
import io.github.asltestkit.http.HttpRoutes;
import io.github.asltestkit.integration.TaskCall;
import io.github.asltestkit.integration.TaskIntegration;
import io.github.asltestkit.integration.TaskReaction;
import io.github.asltestkit.integration.UnmockedCallException;
import io.github.asltestkit.internal.diff.Side;
import io.github.asltestkit.internal.execution.ExecutionRun;
import io.github.asltestkit.internal.execution.StepLimitException;
import io.github.asltestkit.internal.explore.OneMoreFault;
import io.github.asltestkit.internal.explore.PlannedWorld;
import io.github.asltestkit.internal.explore.RunRecord;
import io.github.asltestkit.internal.explore.World.Turning;
import io.github.asltestkit.mock.FieldValidation;
import io.github.asltestkit.mock.Mocks;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One side of a behaviour diff: each run in a harness of its own. The mocks of the test answer first, then what is made up; what
 * the other side got overrides both.
 */
final class ComparedMachine implements Side {
    /** A loop that still calls after so many calls goes on for ever, as far as anybody needs to know. */
    private static final int MOST_CALLS = 200;

    private final StateMachine machine;
    private final HarnessOptions options;
    private final Consumer<? super StateMachineHarness> script;
    private final OneMoreFault faults;

    ComparedMachine(StateMachine machine, HarnessOptions options, Consumer<? super StateMachineHarness> script) {
        this.machine = machine;
        this.options = options.of(machine);
        this.script = script;
        this.faults = new OneMoreFault(world(JsonInput.ofText("{}")));
    }

    private ExplorationWorld world(JsonInput input) {
        return ExplorationWorld.of(machine, List.of(machine), options, input, null, harness -> {});
    }

    @Override
    public Definition definition() {
        return machine.definition();
    }

    @Override
    public boolean isBilledByTransition() {
        return machine.type() == StateMachineType.STANDARD;
    }

    @Override
    public List<Choice> faults(RunRecord run) {
        return faults.of(run);
    }

    @Override
    public Ran run(
            JsonNode input,
            Plan plan,
            Voice overriding,
            Function<TaskCall, TaskReaction> otherwise,
            List<Stored> stored) {
        HttpRoutes http = new HttpRoutes(options.region());
        Mocks mocks = new Mocks(http, machine.serviceModels(), options.fieldValidation());
        Map<String, Definition> definitions = new HashMap<>();
        PlannedWorld planned = new PlannedWorld(mocks, plan, Turning.BY_THE_ENGINE, machine.name(), definitions);
        StateMachineHarness harness =
                StateMachineHarness.exploring(machine, options, mocks, http, new Counted(planned));
        mocks.mockCalls("what nobody answers", call -> !isOfOtherMachine(call, harness))
                .withFieldValidation(FieldValidation.NONE)
                .lenient()
                .answers(otherwise);
        stored.forEach(object -> harness.s3().bucket(object.bucket()).put(object.key(), object.text()));
        script.accept(harness);
        mocks.mockCalls("what the other side got", overriding.isAsked())
                .withFieldValidation(FieldValidation.NONE)
                .lenient()
                .answers(overriding.answer());
        harness.machines().forEach(known -> definitions.put(known.name(), known.definition()));
        JsonInput given = JsonInput.ofObject(input);
        String stopped = null;
        try {
            harness.runForExploration(given);
        } catch (UnmockedCallException endless) {
            stopped = "makes calls without end";
        } catch (StepLimitException endless) {
            stopped = "loops without end";
        }
        ExecutionRun run = ((LiveExecution) harness.executions().get(0)).run();
        return new Ran(world(given).record(plan, planned, harness, run), stopped);
    }

    /** A machine that the script has added may be started for real. */
    private static boolean isOfOtherMachine(TaskCall call, StateMachineHarness harness) {
        return call.resource().service().equals("states") && harness.machines().size() > 1;
    }

    /** Stops a run that calls without end. */
    private static final class Counted implements TaskIntegration {
        private final PlannedWorld world;
        private int calls;

        Counted(PlannedWorld world) {
            this.world = world;
        }

        @Override
        public boolean answers(TaskCall call) {
            return world.answers(call);
        }

        @Override
        public TaskReaction call(TaskCall call) {
            if (++calls > MOST_CALLS) {
                throw new UnmockedCallException("The run has made " + MOST_CALLS + " calls");
            }
            return world.call(call);
        }

        @Override
        public void answered(TaskCall call, TaskReaction reaction) {
            world.answered(call, reaction);
        }

        @Override
        public CancelOutcome cancel(TaskCall call, AbortReason reason) {
            return world.cancel(call, reason);
        }

        @Override
        public void forget(String executionArn) {
            world.forget(executionArn);
        }
    }
}
