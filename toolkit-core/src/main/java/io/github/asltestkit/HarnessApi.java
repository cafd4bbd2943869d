package io.github.asltestkit;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.definition.InvalidDefinitionException;
import io.github.asltestkit.diagnostic.Diagnostic;
import io.github.asltestkit.endpoint.StepFunctionsApi;
import io.github.asltestkit.integration.StepFunctionsException;
import io.github.asltestkit.internal.api.ApiHost;
import io.github.asltestkit.internal.api.StepFunctions;
import io.github.asltestkit.internal.endpoint.Served;
import io.github.asltestkit.internal.execution.Engine;
import io.github.asltestkit.internal.execution.ExecutionRun;
import io.github.asltestkit.internal.execution.Machine;
import io.github.asltestkit.internal.message.Text;
import io.github.asltestkit.time.VirtualClock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The API of a harness, made when it is first called. */
final class HarnessApi implements StepFunctionsApi, ApiHost, Served {
    private final Session session;
    private final Engine engine;
    private final Views views;
    private final VirtualClock clock;
    private final Supplier<SingleStateApi> singleState;
    private final List<Hosted> brought = new ArrayList<>(1);
    private @Nullable StepFunctions api;

    /** @param singleState TestState, made when it is first asked for */
    HarnessApi(Session session, Views views, VirtualClock clock, Supplier<SingleStateApi> singleState) {
        this.session = session;
        this.engine = session.engine();
        this.views = views;
        this.clock = clock;
        this.singleState = singleState;
        engine.answersBy((action, parameters) -> api().forStates().call(action, parameters));
    }

    /**
     * Checks that there is an Activity.
     *
     * @throws StepFunctionsException InvalidArn or ActivityDoesNotExist
     */
    void checkActivity(String arn) {
        api().checkActivity(arn);
    }

    /** A machine that the test has brought along. */
    void adopt(Machine machine, StateMachine stateMachine) {
        Hosted hosted = new Hosted(machine, stateMachine.definition());
        if (api == null) {
            brought.add(hosted);
        } else {
            api.adopt(hosted);
        }
    }

    @Override
    public JsonNode call(String operation, JsonNode request) {
        if (!isRead(operation)) {
            session.requireInUse();
        }
        return session.call(() -> api().call(operation, request));
    }

    private StepFunctions api() {
        StepFunctions made = api;
        if (made == null) {
            made = new StepFunctions(this);
            brought.forEach(made::adopt);
            brought.clear();
            api = made;
        }
        return made;
    }

    @Override
    public Engine engine() {
        return engine;
    }

    @Override
    public Hosted machine(String name, boolean express, String definition, String roleArn) {
        StateMachine made = parse(name, express, definition).withName(name);
        Machine machine = new Machine(engine.machineArn(name), name, express, made.program(), roleArn);
        views.know(machine, made);
        return new Hosted(machine, made.definition());
    }

    private static StateMachine parse(String name, boolean express, String definition) {
        return StateMachine.parse(name + ".asl.json", definition)
                .withType(express ? StateMachineType.EXPRESS : StateMachineType.STANDARD);
    }

    @Override
    public List<Diagnostic> diagnostics(String definition, boolean express) {
        try {
            return parse("definition", express, definition).diagnostics();
        } catch (InvalidDefinitionException refused) {
            return refused.diagnostics();
        }
    }

    @Override
    public JsonNode testState(JsonNode request) {
        return singleState.get().testState(request);
    }

    // ---- for the endpoint ------------------------------------------------------------------------------------

    @Override
    public VirtualClock clock() {
        return clock;
    }

    @Override
    public void onChange(Runnable told) {
        session.run(() -> engine.onChange(told));
    }

    @Override
    public <T> T asGuest(Supplier<T> request) {
        return session.asGuest(request);
    }

    @Override
    public Progress advance(String executionArn) {
        return session.drive(() -> {
            ExecutionRun run = run(executionArn);
            if (!run.isRunning()) {
                return Progress.ENDED;
            }
            if (engine.isStepping() || engine.waitsForWorker() || !engine.hasWork()) {
                return Progress.WAITS;
            }
            engine.advanceToNextEvent();
            return Progress.MOVED;
        });
    }

    @Override
    public String waitsFor(String executionArn) {
        return session.call(() -> {
            ExecutionRun run = run(executionArn);
            String tasks = Text.listed(
                    run.openTasks().stream()
                            .map(task -> task.call().statePath() + " ("
                                    + task.call().resource().arn() + "), attempt "
                                    + task.call().attempt() + ", scheduled "
                                    + task.call().scheduledAt()
                                    + (task.isStarted() ? "" : ", taken by no worker"))
                            .toList(),
                    "\n             ");
            return "  execution: " + run.name() + " of " + run.machine().name() + ", " + run.state()
                    + "\n  waits for: " + (tasks.isEmpty() ? "no task" : tasks)
                    + "\n  the clock: " + engine.now();
        });
    }

    private ExecutionRun run(String executionArn) {
        ExecutionRun run = engine.execution(executionArn);
        if (run == null) {
            throw StepFunctionsException.executionDoesNotExist(executionArn);
        }
        return run;
    }

    /** Whether an operation changes nothing, and so may come after the test. */
    private static boolean isRead(String operation) {
        return operation.startsWith("Describe")
                || operation.startsWith("List")
                || operation.startsWith("Validate")
                || operation.equals("GetExecutionHistory");
    }
}
