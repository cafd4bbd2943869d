package io.github.asltestkit.internal.execution;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.integration.StepFunctionsException;
import io.github.asltestkit.integration.TaskCall;
import io.github.asltestkit.integration.TaskIntegration;
import io.github.asltestkit.integration.TaskReaction;
import io.github.asltestkit.internal.execution.Frame.MapItem;
import io.github.asltestkit.internal.program.Step;
import io.github.asltestkit.internal.schedule.EventQueue;
import io.github.asltestkit.internal.schedule.Timer;
import io.github.asltestkit.s3.VirtualS3;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs executions on one virtual clock. Frames that can step do so in the order in which they became ready, before any
 * timer of the same instant; timers fire in the order of (instant, sequence). Not thread-safe: whoever drives it holds
 * its harness's lock.
 */
public final class Engine {
    private final EngineOptions options;
    private final TaskIntegration integration;
    private final Ids ids;
    private final Interpreter interpreter = new Interpreter(this);
    private final EventQueue queue = new EventQueue();
    private final Deque<Runnable> ready = new ArrayDeque<>();
    private final List<ExecutionRun> executions = new ArrayList<>();
    private final Map<String, ExecutionRun> executionsByArn = new HashMap<>();
    private final Map<String, Machine> machines = new LinkedHashMap<>();
    private final Map<String, TaskAttempt> tokens = new HashMap<>();
    private final Map<String, Integer> namesGiven = new HashMap<>();
    private final ActivityQueues activities = new ActivityQueues();
    private final ExecutionStarts starts = new ExecutionStarts(this);
    private final SfnCalls nested = new SfnCalls(this);
    private final VirtualS3 s3 = new VirtualS3(this::now);
    private final Map<String, MapRunActivity> mapRuns = new LinkedHashMap<>();
    private Consumer<MapRunActivity> onProgress = run -> {};

    private Runnable onChange = () -> {};
    private long nowMillis;
    private long nextCallId = 1;
    private long steps;
    private boolean stepping;

    public Engine(EngineOptions options, TaskIntegration integration) {
        this.options = options;
        this.integration = integration;
        this.ids = new Ids(options.seed());
        this.nowMillis = options.start().toEpochMilli();
    }

    // ---- machines and executions -----------------------------------------------------------------------------

    /** Makes a machine known, so that executions can start one another. */
    public void register(Machine machine) {
        machines.put(machine.arn(), machine);
    }

    /** Makes a machine known by the ARN of a version or an alias. */
    public void register(String qualifiedArn, Machine machine) {
        machines.put(qualifiedArn, machine);
    }

    /** No execution can start the machine of this ARN any longer. */
    public void unregister(String arn) {
        machines.remove(arn);
    }

    /** The machine of an ARN, or null. */
    public @Nullable Machine machine(String arn) {
        return machines.get(arn);
    }

    /** The machines known here, in the order in which they were registered. */
    public List<Machine> machines() {
        return List.copyOf(machines.values());
    }

    /**
     * Starts an execution; it steps when the engine is next driven.
     *
     * @param name its name, or null for one made from the seed
     * @param inputAsGiven the input as the caller wrote it: text, or the same tree as {@code input}
     */
    public ExecutionRun start(Machine machine, @Nullable String name, JsonNode input, Object inputAsGiven) {
        String executionName = name == null ? nextName(machine) : name;
        ExecutionRun run = new ExecutionRun(
                this, machine, executionName, executionArn(machine, executionName), input, inputAsGiven);
        executions.add(run);
        executionsByArn.put(run.arn(), run);
        interpreter.start(run);
        return run;
    }

    private String nextName(Machine machine) {
        int number = namesGiven.merge(machine.name(), 1, Integer::sum);
        return ids.uuid("execution " + machine.name() + " " + number);
    }

    /** The ARN of an execution of a name. */
    public String executionArn(Machine machine, String name) {
        String arn = arn(machine.express() ? "express" : "execution", machine.name() + ":" + name);
        return machine.express() ? arn + ":" + ids.uuid("express " + machine.name() + " " + name) : arn;
    }

    /** The ARN of a machine of a name in this engine's account and region. */
    public String machineArn(String name) {
        return arn("stateMachine", name);
    }

    String arn(String kind, String name) {
        return "arn:" + options.partition() + ":states:" + options.region() + ":" + options.account() + ":" + kind + ":"
                + name;
    }

    /** The ARN of an Activity of a name in this engine's account and region. */
    public String activityArn(String name) {
        return arn("activity", name);
    }

    /** All executions but the child executions of Map Runs, in the order in which they were started. */
    public List<ExecutionRun> executions() {
        return List.copyOf(executions);
    }

    /** The executions that run, and after them the child executions of Map Runs that do. */
    public List<ExecutionRun> openExecutions() {
        List<ExecutionRun> open = new ArrayList<>(executions);
        mapRuns.values().forEach(mapRun -> open.addAll(mapRun.children()));
        open.removeIf(run -> !run.isRunning());
        return open;
    }

    /** The execution of an ARN, the latest one where a name was used again; or null. */
    public @Nullable ExecutionRun execution(String arn) {
        ExecutionRun known = executionsByArn.get(arn);
        return known != null || !arn.contains("/") ? known : childExecution(arn);
    }

    private @Nullable ExecutionRun childExecution(String arn) {
        for (MapRunActivity mapRun : mapRuns.values()) {
            for (ExecutionRun child : mapRun.children()) {
                if (child.arn().equals(arn)) {
                    return child;
                }
            }
        }
        return null;
    }

    /**
     * StartExecution, with the service's own checks.
     *
     * @param name its name, or null for one made from the seed
     * @param input the input as text
     * @return the execution, which steps when the engine is next driven; a STANDARD machine's running execution of the
     *     same name and input
     * @throws StepFunctionsException InvalidName, InvalidExecutionInput, ExecutionAlreadyExists or ValidationException, as
     *     the service does
     */
    public ExecutionRun startExecution(Machine machine, @Nullable String name, String input) {
        return starts.start(machine, name, input);
    }

    /**
     * StopExecution: does nothing to an execution that has ended.
     *
     * @throws StepFunctionsException InvalidArn for an EXPRESS execution, ValidationException where the error or the cause
     *     is too long, as the service does
     */
    public void stop(ExecutionRun run, @Nullable String error, @Nullable String cause) {
        refuseExpress(run);
        checkFailure(error, cause);
        doNow(() -> {
            if (run.isRunning()) {
                interpreter.stop(run, error, cause);
            }
        });
    }

    /**
     * RedriveExecution.
     *
     * @throws StepFunctionsException ExecutionNotRedrivable, InvalidArn for an EXPRESS execution, as the service does
     */
    public void redrive(ExecutionRun run) {
        refuseExpress(run);
        String reason = Redrives.notRedrivable(run, nowMillis);
        if (reason != null) {
            throw new StepFunctionsException("ExecutionNotRedrivable", "Execution Not Redrivable: '" + reason + "'");
        }
        doNow(() -> interpreter.redrive(run));
    }

    /** Why an execution cannot be redriven, in the words of {@code redriveStatusReason}; null where it can. */
    public @Nullable String notRedrivable(ExecutionRun run) {
        return Redrives.notRedrivable(run, nowMillis);
    }

    private static void refuseExpress(ExecutionRun run) {
        if (run.express) {
            throw StepFunctionsException.invalidArn("Resource type not valid in this context: express");
        }
    }

    private static void checkFailure(@Nullable String error, @Nullable String cause) {
        if (error != null && error.length() > Limits.ERROR_LENGTH) {
            throw StepFunctionsException.tooLong("error", Limits.ERROR_LENGTH);
        }
        if (cause != null && cause.length() > Limits.CAUSE_LENGTH) {
            throw StepFunctionsException.tooLong("cause", Limits.CAUSE_LENGTH);
        }
    }

    // ---- time ------------------------------------------------------------------------------------------------

    public Instant now() {
        return EventQueue.instant(nowMillis);
    }

    public long nowMillis() {
        return nowMillis;
    }

    /** Sets a timer some time from now. */
    Timer timer(long delayMillis, Timer.Kind kind, Timer.Reason reason, Runnable action) {
        return queue.schedule(nowMillis + delayMillis, kind, reason, action);
    }

    /** The timers that wait, in the order in which they will fire. */
    public List<Timer> pendingTimers() {
        return queue.pending();
    }

    /** Something can step now. */
    void ready(Runnable step) {
        ready.add(step);
    }

    /** Does all that can be done without the clock moving. */
    public void settle() {
        doNow(() -> {});
    }

    /** Does something, then all that can be done without the clock moving. */
    private void doNow(Runnable first) {
        drive(first);
        if (!stepping) {
            fireUntil(nowMillis);
        }
    }

    private void fireUntil(long millis) {
        Timer next = queue.peek();
        while (next != null && next.dueMillis() <= millis) {
            fireNext();
            next = queue.peek();
        }
    }

    /** Moves the clock to an instant and does all that falls due on the way. */
    public void advanceTo(long millis) {
        settle();
        fireUntil(millis);
        nowMillis = Math.max(nowMillis, millis);
        onChange.run();
    }

    /** Moves the clock to the next timer's instant and does all that is due then; false where there is no timer. */
    public boolean advanceToNextEvent() {
        settle();
        Timer next = queue.peek();
        if (next == null) {
            return false;
        }
        advanceTo(next.dueMillis());
        return true;
    }

    /** Skips time until the execution has ended, or until only a person or a quota nobody declared could go on. */
    public void runToEnd(ExecutionRun run) {
        runUntil(run, () -> false);
    }

    /** As {@link #runToEnd}, but stops as soon as a condition holds: whether it does. */
    public boolean runUntil(ExecutionRun run, BooleanSupplier condition) {
        drive(() -> {});
        while (!condition.getAsBoolean()) {
            if (!run.isRunning() || queue.peek() == null || !anyWork()) {
                return false;
            }
            fireNext();
        }
        return true;
    }

    private boolean anyWork() {
        Timer next = queue.peek();
        if (next != null && next.kind() == Timer.Kind.WORK) {
            return true;
        }
        return queue.hasWork();
    }

    private void fireNext() {
        Timer timer = queue.poll();
        if (timer != null) {
            nowMillis = Math.max(nowMillis, timer.dueMillis());
            drive(timer::fire);
        }
    }

    /**
     * Does something, then all that became ready by it. What a mock's answer asks of the same engine meanwhile is queued
     * and done after the step at hand.
     */
    void drive(Runnable first) {
        if (stepping) {
            ready.add(first);
            return;
        }
        stepping = true;
        try {
            first.run();
            Runnable step = ready.poll();
            while (step != null) {
                step.run();
                step = ready.poll();
            }
        } catch (RuntimeException | Error stopped) {
            // A call nobody mocked, or a failure of a user's own code: no execution goes on from here.
            mapRuns.values().forEach(MapRunActivity::abandon);
            executions.forEach(interpreter::abandon);
            ready.clear();
            throw stopped;
        } finally {
            stepping = false;
            steps = 0;
            onChange.run();
        }
    }

    /** Tells somebody, whenever the engine has done what there was to do. */
    public void onChange(Runnable told) {
        onChange = told;
    }

    /** Counts a state entered; a loop that neither waits nor ends trips here. */
    void countStep(ExecutionRun run, Step step) {
        if (++steps > options.stepLimit()) {
            throw new StepLimitException(
                    "Execution " + run.name() + " of " + run.machine().name() + " entered " + options.stepLimit()
                            + " states without waiting, the last one " + step.name()
                            + ". If that is no endless loop, raise the limit with HarnessOptions.withStepLimit.");
        }
    }

    /** Something has ended that was one of a finite number: what entered its states was no endless loop. */
    void stepsLedSomewhere() {
        steps = 0;
    }

    // ---- Map Runs --------------------------------------------------------------------------------------------

    /** The object store that Map states read from and write to. */
    public VirtualS3 s3() {
        return s3;
    }

    /** All Map Runs, in the order in which they were started. */
    public List<MapRunActivity> mapRuns() {
        return List.copyOf(mapRuns.values());
    }

    /** The Map Run of an ARN, or null. */
    public @Nullable MapRunActivity mapRun(String arn) {
        return mapRuns.get(arn);
    }

    /** UpdateMapRun: a limit that is null stays as it is. */
    public void update(
            MapRunActivity run,
            @Nullable Long maxConcurrency,
            @Nullable Long toleratedCount,
            @Nullable Double toleratedPercentage) {
        doNow(() -> run.update(maxConcurrency, toleratedCount, toleratedPercentage));
    }

    void add(MapRunActivity run) {
        mapRuns.put(run.arn(), run);
    }

    /** Who is told each time a child execution of a Map Run has ended. */
    public void onProgress(Consumer<MapRunActivity> listener) {
        onProgress = listener;
    }

    void progressed(MapRunActivity run) {
        onProgress.accept(run);
    }

    MapRunDetail mapRunDetail() {
        return options.mapRunDetail();
    }

    /** Of a child execution that is not kept nothing is left, nor of its calls. */
    void forget(ExecutionRun run) {
        run.tokens.forEach(tokens::remove);
        integration.forget(run.arn);
    }

    // ---- tasks -----------------------------------------------------------------------------------------------

    long nextCallId() {
        return nextCallId++;
    }

    /**
     * Runs one state alone.
     *
     * @param stateName a state of the machine, nested or not
     * @param roleArn the role, or null for none
     */
    public void probe(Machine machine, String stateName, JsonNode input, StateProbe probe, @Nullable String roleArn) {
        String name = nextName(machine);
        String arn = "arn:" + options.partition() + ":states:" + options.region() + ":" + options.account()
                + ":express:" + machine.name() + ":" + name;
        ExecutionRun run = new ExecutionRun(this, machine, name, arn, roleArn, input);
        run.probe = probe;
        run.root.variables.assign(probe.given().variables());
        executions.add(run);
        Step step = machine.program().graph().find(stateName);
        if (step == null) {
            throw new IllegalStateException("The machine has no state " + stateName);
        }
        MapItem item = probe.given().item() ? new MapItem(0, null, input, null) : null;
        Frame frame = new Frame(run, run.root.graph, run.root.variables, null, 0, item, "", 0);
        doNow(() -> interpreter.enterLater(frame, step, input));
        runToEnd(run);
        probe.left(run.root.variables.all());
    }

    /** Asks the world; where nobody there answers, Step Functions itself, if the call is about what this engine knows. */
    TaskReaction call(TaskCall call, TaskAttempt attempt) {
        StateProbe probe = attempt.run().probe;
        if (probe != null) {
            return probe.given().mocked() ? probe.reaction() : integration.call(call);
        }
        if (!SfnCalls.isToStepFunctions(call) || integration.answers(call)) {
            return integration.call(call);
        }
        TaskReaction reaction = nested.answer(call, attempt);
        if (reaction == null) {
            return integration.call(call);
        }
        integration.answered(call, reaction);
        return reaction;
    }

    /** Whether a token is one of this engine's, dead or alive. */
    boolean hasIssued(String token) {
        return tokens.containsKey(token);
    }

    TaskIntegration integration() {
        return integration;
    }

    ActivityQueues activities() {
        return activities;
    }

    String issueToken(TaskAttempt attempt, String use) {
        String token = ids.token(options.account(), use);
        tokens.put(token, attempt);
        attempt.run().tokens.add(token);
        return token;
    }

    /** The task that a token completes, checked as the service checks it. */
    private TaskAttempt taskOf(String token) {
        if (token.isEmpty() || token.length() > TaskAttempt.MAX_TOKEN_LENGTH) {
            throw StepFunctionsException.invalidToken();
        }
        String account = Ids.accountOf(token).orElseThrow(StepFunctionsException::invalidToken);
        if (!account.equals(options.account())) {
            throw StepFunctionsException.invalidToken();
        }
        TaskAttempt attempt = tokens.get(token);
        if (attempt == null) {
            throw StepFunctionsException.taskDoesNotExist();
        }
        if (!attempt.isOpen()) {
            throw StepFunctionsException.taskTimedOut();
        }
        return attempt;
    }

    /**
     * SendTaskSuccess.
     *
     * @throws StepFunctionsException as the service does
     */
    public void sendTaskSuccess(String token, JsonNode output, Reporter by) {
        TaskAttempt attempt = taskOf(token);
        doNow(() -> attempt.succeed(output, by));
    }

    /**
     * SendTaskFailure.
     *
     * @throws StepFunctionsException as the service does
     */
    public void sendTaskFailure(String token, @Nullable String error, @Nullable String cause, Reporter by) {
        checkFailure(error, cause);
        TaskAttempt attempt = taskOf(token);
        doNow(() -> attempt.fail(error, cause, by));
    }

    /**
     * SendTaskHeartbeat.
     *
     * @throws StepFunctionsException as the service does
     */
    public void sendTaskHeartbeat(String token, Reporter by) {
        TaskAttempt attempt = taskOf(token);
        doNow(() -> attempt.heartbeat(by));
    }

    /** A worker polls an Activity: the attempt it gets, which starts with that, or null where none waits. */
    public @Nullable TaskAttempt pollActivity(String activityArn, @Nullable String workerName) {
        TaskAttempt attempt = activities.poll(activityArn);
        if (attempt != null) {
            doNow(() -> attempt.startByWorker(workerName));
        }
        return attempt;
    }

    /** Whether a timer waits that somebody set: all but the quotas on executions. */
    public boolean hasWork() {
        return anyWork();
    }

    /** Whether a task waits for the report of a worker that nobody scripted. */
    public boolean waitsForWorker() {
        return openExecutions().stream().flatMap(run -> run.openTasks.stream()).anyMatch(TaskAttempt::waitsForWorker);
    }

    /** Somebody ends a task by hand. */
    public void react(TaskAttempt attempt, TaskReaction.Step step, Reporter by) {
        doNow(() -> attempt.take(step, by));
    }

    // ---- for the interpreter ---------------------------------------------------------------------------------

    Interpreter interpreter() {
        return interpreter;
    }

    Ids ids() {
        return ids;
    }

    /** A UUID for a use: a function of the seed. */
    public String uuid(String use) {
        return ids.uuid(use);
    }

    /** The seed of a choice for a use: a function of the engine's seed. */
    public long seed(String use) {
        return ids.seed(use);
    }

    /** The role of machines that were given none. */
    public String roleArn() {
        return "arn:" + options.partition() + ":iam::" + options.account() + ":role/" + options.roleName();
    }

    String region() {
        return options.region();
    }
}
