package io.github.asltestkit;

import static org.apiguardian.api.API.Status.MAINTAINED;

import io.github.asltestkit.endpoint.StepFunctionsApi;
import io.github.asltestkit.endpoint.StepFunctionsEndpoint;
import io.github.asltestkit.explore.Exploration;
import io.github.asltestkit.history.ExecutionStatus;
import io.github.asltestkit.http.HttpRoutes;
import io.github.asltestkit.integration.StepFunctionsException;
import io.github.asltestkit.integration.TaskCall;
import io.github.asltestkit.integration.TaskIntegration;
import io.github.asltestkit.internal.endpoint.RunningEndpoint;
import io.github.asltestkit.internal.execution.Engine;
import io.github.asltestkit.internal.execution.ExecutionRun;
import io.github.asltestkit.internal.explore.LiveExploration;
import io.github.asltestkit.internal.schedule.Turns;
import io.github.asltestkit.mock.CallJournal;
import io.github.asltestkit.mock.Mock;
import io.github.asltestkit.mock.Mocks;
import io.github.asltestkit.mock.ServiceModels;
import io.github.asltestkit.s3.VirtualS3;
import io.github.asltestkit.time.VirtualClock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Runs executions of one or more state machines in process, on one virtual clock, with scripted answers to their calls.
 *
 * <p>A harness is confined by one lock: whoever calls it runs the engine's steps on its own thread. Two harnesses share
 * nothing that changes.
 *
 * <p>Methods that advance an execution, including those of the clock, throw the errors of the test, which AWS has no
 * counterpart for: an {@link io.github.asltestkit.integration.UnmockedCallException} for a call without a mock, a
 * {@link io.github.asltestkit.mock.MockException} for an impossible mock, an {@link IllegalStateException} for a loop that
 * never waits ({@link HarnessOptions#withStepLimit}), and whatever the code of an answer throws. No Catch of the definition
 * sees them. They end all executions of the harness as ABORTED.
 */
@API(status = MAINTAINED, since = "0.1")
public final class StateMachineHarness {
    private static final long KEPT_BY_AN_ENDPOINT = 10_000;

    private final Session session;
    private final Engine engine;
    private final HarnessClock clock;
    private final Views views;
    private final Machines machines;
    private final Runs runs;
    private final Workers workers;
    private final @Nullable StateMachine machine;
    private final Mocks mocks;
    private final HttpRoutes http;
    private final HarnessOptions options;
    private final TaskIntegration integration;
    private final HarnessApi api;
    private @Nullable Meanwhile meanwhileOrNull;
    private Consumer<? super Exploration.Progress> onExplorationProgress = told -> {};
    private final List<Exploration> explorations = new CopyOnWriteArrayList<>();
    private @Nullable SingleStateApi stateApiOrNull;
    private @Nullable StepFunctionsEndpoint endpoint;

    private StateMachineHarness(
            @Nullable StateMachine machine,
            HarnessOptions options,
            Mocks mocks,
            HttpRoutes http,
            TaskIntegration integration) {
        this.machine = machine;
        this.mocks = mocks;
        this.http = http;
        this.options = options;
        this.integration = integration;
        this.session = new Session(options, integration);
        this.engine = session.engine();
        this.clock = new HarnessClock(session);
        this.views = new Views(session, mocks, this::stateMachine);
        this.api = new HarnessApi(session, views, clock, this::stateApi);
        this.machines = new Machines(session, views, api);
        this.runs = new Runs(session, views, machines);
        this.workers = new Workers(session, api);
        engine.keepAtMost(options.keptExecutions());
        engine.onForgotten(views::forget);
        mocks.stateTypes(views::stateTypes);
        mocks.checkBeforeMocking(session::requireInUse);
        if (machine != null) {
            machines.add(machine);
        }
    }

    /** A harness with default options, whose calls are answered by its {@link #mocks()}. */
    public static StateMachineHarness create(StateMachine machine) {
        return create(machine, HarnessOptions.defaults());
    }

    /** A harness whose calls are answered by its {@link #mocks()}. */
    public static StateMachineHarness create(StateMachine machine, HarnessOptions options) {
        HarnessOptions complete = options.of(machine);
        HttpRoutes http = new HttpRoutes(complete.region());
        Mocks mocks = new Mocks(http, machine.serviceModels(), complete.fieldValidation());
        mocks.declareResults(complete.resultSchemas());
        return new StateMachineHarness(machine, complete, mocks, http, mocks);
    }

    /** A harness whose calls are answered by an integration of the caller's own, not by its mocks. */
    public static StateMachineHarness create(
            StateMachine machine, HarnessOptions options, TaskIntegration integration) {
        HarnessOptions complete = options.of(machine);
        return new StateMachineHarness(machine, complete, new Mocks(), new HttpRoutes(complete.region()), integration);
    }

    /**
     * A harness without a state machine of its own: its machines are added, or created through its API.
     *
     * @see #add(StateMachine)
     * @see #api()
     */
    public static StateMachineHarness empty(HarnessOptions options) {
        HttpRoutes http = new HttpRoutes(options.region());
        Mocks mocks = new Mocks(http, ServiceModels.onClassPath(), options.fieldValidation());
        mocks.declareResults(options.resultSchemas());
        return new StateMachineHarness(null, options, mocks, http, mocks);
    }

    /** A harness without a state machine of its own, whose calls are answered by an integration of the caller's. */
    public static StateMachineHarness empty(HarnessOptions options, TaskIntegration integration) {
        return new StateMachineHarness(null, options, new Mocks(), new HttpRoutes(options.region()), integration);
    }

    /** A harness for one run of an exploration: its mocks script, and a world between them and the engine lets calls go wrong. */
    static StateMachineHarness exploring(
            StateMachine machine, HarnessOptions options, Mocks mocks, HttpRoutes http, TaskIntegration world) {
        return new StateMachineHarness(machine, options, mocks, http, world);
    }

    /** The Step Functions API of this harness, called from Java: requests and answers in the API's JSON. */
    public StepFunctionsApi api() {
        return api;
    }

    /**
     * The Step Functions API of this harness on a free port of the loopback interface, for real clients and workers.
     * Started with the first call, and stopped by {@link #close()}; {@code @WithEndpoint} does both for a test. From then on
     * the harness keeps at most 10,000 executions that have ended, as {@link HarnessOptions#withKeptExecutions} says.
     */
    public StepFunctionsEndpoint endpoint() {
        return session.call(() -> {
            StepFunctionsEndpoint running = endpoint;
            if (running == null) {
                session.requireInUse();
                running = RunningEndpoint.start(api, Fronts.best());
                engine.keepAtMost(Math.min(options.keptExecutions(), KEPT_BY_AN_ENDPOINT));
                endpoint = running;
            }
            return running;
        });
    }

    /** Stops the {@link #endpoint()}, if there is one. A harness without one need not be closed. */
    public void close() {
        StepFunctionsEndpoint running = session.find(() -> endpoint);
        if (running != null) {
            running.close();
        }
    }

    /**
     * Ends the use of this harness and closes it. What happened can be read on; whatever would mock a call, start an execution
     * or move one on is refused with an {@link IllegalStateException}. {@code @StateMachineTest} does so after each test.
     *
     * @param test what it was used by, for the message, such as {@code OrderTest.a_busy_bank}
     */
    public void endWith(String test) {
        close();
        session.endWith(test);
    }

    /** The scripted answers to the calls of this harness, and the journal of those calls. */
    public Mocks mocks() {
        return mocks;
    }

    /** Where HTTP Tasks that no mock answers are really sent; nowhere, as long as it has no route. */
    public HttpRoutes http() {
        session.requireInUse();
        return http;
    }

    /** The buckets that distributed Map states read their items from and write their results to. */
    public VirtualS3 s3() {
        return engine.s3();
    }

    /** Mocks the calls of a state; see {@link Mocks#mock(String)}. */
    public Mock mock(String state) {
        return mocks.mock(state);
    }

    /** Mocks the calls of a resource; see {@link Mocks#mockResource(String)}. */
    public Mock mockResource(String resource) {
        return mocks.mockResource(resource);
    }

    /** Mocks a Lambda function; see {@link Mocks#mockLambda(String)}. */
    public Mock mockLambda(String functionName) {
        return mocks.mockLambda(functionName);
    }

    /** Mocks an action of a service; see {@link Mocks#mockService(String, String)}. */
    public Mock mockService(String service, String action) {
        return mocks.mockService(service, action);
    }

    /** Mocks the calls that a predicate accepts; see {@link Mocks#mockCalls(String, Predicate)}. */
    public Mock mockCalls(String description, Predicate<? super TaskCall> predicate) {
        return mocks.mockCalls(description, predicate);
    }

    /**
     * The calls of all executions so far, in the order in which they were made; none where the harness was created with an
     * integration of the caller's own.
     */
    public CallJournal calls() {
        return session.call(() -> mocks.journal(options.start()));
    }

    /**
     * Tests a state of the machine alone, nested or not. A Task that is given neither a result nor an error asks this
     * harness's mocks, which see the call as that of an execution of its own.
     *
     * @throws IllegalArgumentException if the machine has no such state
     */
    public SingleState singleState(String stateName) {
        return session.move(() -> SingleState.of(stateMachine(), stateName, stateApi()));
    }

    SingleStateApi stateApi() {
        SingleStateApi made = stateApiOrNull;
        if (made == null) {
            made = new SingleStateApi(options, integration, http);
            stateApiOrNull = made;
        }
        return made;
    }

    /** Makes another machine known, so that executions can start it by its ARN; one of the same name takes its place. */
    public void add(StateMachine other) {
        machines.add(other);
    }

    /**
     * The machine that the harness was made for.
     *
     * @throws IllegalStateException if it was made without one
     */
    public StateMachine stateMachine() {
        StateMachine own = machine;
        if (own == null) {
            throw new IllegalStateException(
                    "This harness was made without a state machine of its own. Start one of those"
                            + " that were added with startExecution(machine, name, input).");
        }
        return own;
    }

    /**
     * The ARN of the machine that the harness was made for, with the account and region of the options: what code under test
     * passes to StartExecution, such as {@code arn:aws:states:us-east-1:123456789012:stateMachine:order}.
     *
     * @throws IllegalStateException if it was made without one
     */
    public String stateMachineArn() {
        return engine.machineArn(stateMachine().name());
    }

    /** The virtual clock of all executions of this harness. */
    public VirtualClock clock() {
        return clock;
    }

    /** Runs with the input of the harness's options, which is an empty object if nothing else was said. */
    public Execution run() {
        return run(options.input());
    }

    /**
     * Starts an execution and skips time until it has ended, or until all that is left to wait for is a task that nobody
     * scripted, with no timer but the quota on executions; then it is handed back running, and says what it waits for. In the
     * answer to a call of the same harness time cannot be skipped: {@link #start(String)} an execution there.
     *
     * @param input JSON text
     * @throws IllegalArgumentException if the text is not JSON
     * @throws StepFunctionsException ValidationException, if the input is longer than the 262,144 bytes of StartExecution
     */
    public Execution run(String input) {
        return runs.run(stateMachine(), JsonInput.ofText(input));
    }

    /**
     * As {@link #run(String)}, with the JSON of a file (a {@link java.nio.file.Path}), a tree, a map, a list or a bean.
     *
     * @param input the input; a tree is shared, and must not be changed any more
     * @throws IllegalArgumentException if the file cannot be read, or what is given is no JSON
     */
    public Execution run(Object input) {
        return runs.run(stateMachine(), JsonInput.ofObject(input));
    }

    /**
     * As {@link #run(Object)}, with an execution name: {@code $$.Execution.Name} of the definition, which often becomes an
     * idempotency key.
     *
     * @param executionName 1 to 80 characters, which a STANDARD machine's executions keep for 90 days after their end
     * @param input JSON text, a file, a tree, a map, a list or a bean
     * @throws IllegalArgumentException if the file cannot be read, or what is given is no JSON
     * @throws StepFunctionsException ExecutionAlreadyExists, InvalidName, or ValidationException
     */
    public Execution runNamed(String executionName, Object input) {
        return runToEnd(startNamed(executionName, input));
    }

    /** As {@link #start(Object)}, with an execution name; see {@link #runNamed(String, Object)}. */
    public Execution startNamed(String executionName, Object input) {
        String json = JsonInput.ofObject(input).tree().toString();
        return startExecution(stateMachine().name(), executionName, json);
    }

    /** Starts with the input of the harness's options, which is an empty object if nothing else was said. */
    public Execution start() {
        return start(options.input());
    }

    /**
     * Starts an execution and runs it to its first wait; the clock does not move.
     *
     * @param input JSON text
     * @throws IllegalArgumentException if the text is not JSON
     * @throws StepFunctionsException ValidationException, if the input is longer than the 262,144 bytes of StartExecution
     */
    public Execution start(String input) {
        return runs.start(stateMachine(), JsonInput.ofText(input));
    }

    /**
     * As {@link #start(String)}, with the JSON of a file (a {@link java.nio.file.Path}), a tree, a map, a list or a bean.
     *
     * @param input the input; a tree is shared, and must not be changed any more
     * @throws IllegalArgumentException if the file cannot be read, or what is given is no JSON
     */
    public Execution start(Object input) {
        return runs.start(stateMachine(), JsonInput.ofObject(input));
    }

    /**
     * Starts an execution of one of the harness's machines under a name, and runs it to its first wait, as StartExecution
     * does. A STANDARD machine's running execution of the same name and input is handed back as it is.
     *
     * @param stateMachineName the machine's name
     * @param executionName the execution's name, 1 to 80 characters, which a STANDARD machine's executions keep for 90 days
     *     after their end; null for one made from the seed
     * @param input JSON text
     * @throws StepFunctionsException StateMachineDoesNotExist, ExecutionAlreadyExists, InvalidName, InvalidExecutionInput
     *     or ValidationException
     * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_StartExecution.html">StartExecution</a>
     */
    public Execution startExecution(String stateMachineName, @Nullable String executionName, String input) {
        return runs.start(stateMachineName, executionName, input);
    }

    /**
     * A part of the machine that is run alone, which AWS cannot do: {@code harness.part().startingAt("Ship").run(order)}. With
     * nothing else said, it is the whole machine.
     */
    public ExecutionPart part() {
        return runs.part(stateMachine());
    }

    /**
     * Every way in which a run with this input can go wrong, from the mocks that are given so far: each call with each fault that
     * AWS could give it. Each run has a harness of its own with a fresh copy of the mocks; nothing happens in this harness.
     *
     * @param input as {@link #run(Object)} takes it
     * @return what says how far to go; it runs when it is first asked about
     * @throws IllegalArgumentException if the input is no JSON, or the file cannot be read
     * @throws io.github.asltestkit.mock.MockException if a mock is unfinished, or cannot be copied because its answer is code
     *     that may hold state of its own; {@link #explore(Object, Consumer)} takes such a script
     * @throws IllegalStateException if the harness has an integration of its own, routes for HTTP Tasks, or objects in S3
     */
    public Exploration explore(Object input) {
        session.requireInUse();
        ExplorationWorld.checkCopied(integration.equals(mocks), http, s3());
        return explore(input, mocks.copy(null), null);
    }

    /**
     * As {@link #explore(Object)}, with a script that is made anew for each run.
     *
     * @param input as {@link #run(Object)} takes it
     * @param script gives the mocks of one run, and its routes and objects; what it uses must be the same each time. It is called
     *     once for each run
     * @throws IllegalArgumentException if the input is no JSON, or the file cannot be read
     */
    public Exploration explore(Object input, Consumer<? super StateMachineHarness> script) {
        session.requireInUse();
        return explore(input, null, script);
    }

    private Exploration explore(
            Object input, @Nullable Mocks copy, @Nullable Consumer<? super StateMachineHarness> script) {
        JsonInput json = JsonInput.ofObject(input);
        return LiveExploration.of(
                        ExplorationWorld.of(stateMachine(), machines.all(), options, json, copy, script),
                        options.wholeExplorations(),
                        explorations::add)
                .onProgress(onExplorationProgress);
    }

    /**
     * Who is told how far the explorations of this harness are, unless an exploration names somebody itself
     * ({@link Exploration#onProgress(Consumer)}).
     */
    public void onExplorationProgress(Consumer<? super Exploration.Progress> listener) {
        onExplorationProgress = listener;
    }

    /** The explorations of this harness that have run, in that order. */
    public List<Exploration> explorations() {
        return List.copyOf(explorations);
    }

    /** How it runs. */
    HarnessOptions options() {
        return options;
    }

    /** The machines that it knows, its own among them. */
    List<StateMachine> machines() {
        return machines.all();
    }

    /** Runs as {@link #run(Object)} does, and gives what the engine has of the execution. */
    ExecutionRun runForExploration(JsonInput input) {
        return runs.runRaw(stateMachine(), input);
    }

    /** From now on somebody chooses who goes first. */
    void takeTurns(Turns turns) {
        session.run(() -> engine.takeTurns(turns));
    }

    /** The executions that run, child executions of Map Runs included. */
    List<ExecutionRun> openExecutions() {
        return session.call(engine::openExecutions);
    }

    /**
     * Skips time until the execution has ended or only a person can go on, as {@link #run(String)} does.
     *
     * @throws IllegalArgumentException if it is an execution of another harness
     */
    public Execution runToEnd(Execution execution) {
        return runs.runToEnd(execution);
    }

    /**
     * Skips time until every execution of the harness, those of nested machines included, has ended or only a person can go
     * on, in the order in which they were started.
     *
     * @return those that still run
     */
    public List<Execution> runAllToEnd() {
        executions().forEach(this::runToEnd);
        return executions().stream()
                .filter(execution -> execution.status() == ExecutionStatus.RUNNING)
                .toList();
    }

    /**
     * Who is told each time that a child execution of a Map Run has ended, such as to show how far a long one is. It is called
     * on the thread that runs the harness, and has nothing to do with the virtual clock.
     */
    public void onMapRunProgress(Consumer<? super MapRun> listener) {
        session.moveOn(() -> engine.onProgress(run -> listener.accept(views.of(run))));
    }

    /** All Map Runs, in the order in which they were started. */
    public List<MapRun> mapRuns() {
        return session.call(() -> engine.mapRuns().stream().map(views::of).toList());
    }

    /**
     * What the test does while executions run: at a time on the virtual clock, when a state is entered, when a task token is
     * issued, or when a condition holds.
     */
    public Meanwhile meanwhile() {
        return session.call(() -> {
            Meanwhile made = meanwhileOrNull;
            if (made == null) {
                made = new Meanwhile(session, views);
                meanwhileOrNull = made;
            }
            return made;
        });
    }

    /**
     * The text of what the test prepared and that never came about: mocks that were never called, mocks without an answer,
     * actions that never ran; without those that are lenient.
     *
     * @return null for nothing
     */
    public @Nullable String unused() {
        String unusedMocks = mocks.unusedMocks();
        String neverRan = session.find(() -> meanwhileOrNull == null ? null : meanwhileOrNull.neverRan());
        return unusedMocks == null ? neverRan : neverRan == null ? unusedMocks : unusedMocks + "\n" + neverRan;
    }

    /**
     * Skips time until a condition holds for an execution. The second half of the sentence names the condition.
     *
     * @throws IllegalArgumentException if it is an execution of another harness
     */
    public RunUntil runUntil(Execution execution) {
        return runs.runUntil(execution);
    }

    /**
     * All executions, nested ones too, in the order in which they were started; but for the child executions of Map Runs,
     * which {@link #mapRuns()} have.
     */
    public List<Execution> executions() {
        return runs.all();
    }

    /**
     * StopExecution: ends a running execution as ABORTED. Does nothing to one that has ended.
     *
     * @param error the error's name, at most 256 characters, or null
     * @param cause the cause, at most 32,768 characters, or null
     * @throws StepFunctionsException InvalidArn for an EXPRESS execution, or ValidationException for what is too long
     * @throws IllegalArgumentException if it is an execution of another harness
     * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_StopExecution.html">StopExecution</a>
     */
    public void stop(Execution execution, @Nullable String error, @Nullable String cause) {
        runs.stop(execution, error, cause);
    }

    /**
     * RedriveExecution: goes on with an execution that failed, was stopped or timed out, from where it stopped.
     *
     * @throws StepFunctionsException ExecutionNotRedrivable, or InvalidArn for an EXPRESS execution
     * @throws IllegalArgumentException if it is an execution of another harness
     * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_RedriveExecution.html">RedriveExecution</a>
     */
    public void redrive(Execution execution) {
        runs.redrive(execution);
    }

    /**
     * GetActivityTask: a worker takes the Activity task that has waited longest.
     *
     * @param activityArn the ARN of the Activity, as the definition names it
     * @param workerName the worker's name in the history, or null
     * @return the task; null where none waits
     * @throws StepFunctionsException InvalidArn or ActivityDoesNotExist, where no machine of the harness names the Activity and
     *     nobody has created it
     * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_GetActivityTask.html">GetActivityTask</a>
     */
    public @Nullable ActivityTask getActivityTask(String activityArn, @Nullable String workerName) {
        return workers.poll(activityArn, workerName);
    }

    /** The jobs that have been submitted and not ended, over all executions, in the order of their calls. */
    public List<Job> jobs() {
        return workers.jobs();
    }

    /**
     * SendTaskSuccess.
     *
     * @param taskToken the token of the task
     * @param output JSON text, at most 262,144 bytes
     * @throws StepFunctionsException InvalidToken, InvalidOutput, TaskDoesNotExist or TaskTimedOut
     * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_SendTaskSuccess.html">SendTaskSuccess</a>
     */
    public void sendTaskSuccess(String taskToken, String output) {
        workers.succeed(taskToken, output);
    }

    /** As {@link #sendTaskSuccess(String, String)}, with a tree, a map, a list or a bean. */
    public void sendTaskSuccess(String taskToken, Object output) {
        sendTaskSuccess(taskToken, JsonInput.ofObject(output).tree().toString());
    }

    /**
     * SendTaskFailure.
     *
     * @param taskToken the token of the task
     * @param error the error's name, at most 256 characters, or null
     * @param cause the cause, at most 32,768 characters, or null
     * @throws StepFunctionsException InvalidToken, TaskDoesNotExist, TaskTimedOut or ValidationException
     * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_SendTaskFailure.html">SendTaskFailure</a>
     */
    public void sendTaskFailure(String taskToken, @Nullable String error, @Nullable String cause) {
        workers.fail(taskToken, error, cause);
    }

    /**
     * SendTaskHeartbeat: starts the task's HeartbeatSeconds anew, and leaves its TimeoutSeconds, as recordings show; the history
     * has no event of it.
     *
     * @param taskToken the token of the task
     * @throws StepFunctionsException InvalidToken, TaskDoesNotExist or TaskTimedOut
     * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_SendTaskHeartbeat.html">SendTaskHeartbeat</a>
     */
    public void sendTaskHeartbeat(String taskToken) {
        workers.heartbeat(taskToken);
    }
}
