package io.github.asltestkit.internal.execution;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.integration.StepFunctionsException;
import io.github.asltestkit.integration.TaskCall;
import io.github.asltestkit.integration.TaskIntegration;
import io.github.asltestkit.integration.TaskReaction;
import io.github.asltestkit.internal.program.Step;
import io.github.asltestkit.internal.schedule.Timer;
import io.github.asltestkit.internal.schedule.Turns;
import io.github.asltestkit.internal.spec.Quotas;
import io.github.asltestkit.internal.spec.S3Actions;
import io.github.asltestkit.s3.VirtualS3;
import java.time.Instant;
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
public final class Engine implements MapRunHost, TaskHost {
    private final EngineOptions options;
    private final TaskIntegration integration;
    private final Ids ids;
    private final Arns arns;
    private final EventLoop loop;
    private final Executions executions;
    private final TaskTokens tokens;
    private final Map<String, Machine> machines = new LinkedHashMap<>(2);
    private final Interpreter interpreter;
    private final ExecutionLife life;
    private final ActivityQueues activities = new ActivityQueues();
    private Consumer<MapRunFacts> onProgress = run -> {};
    private Consumer<ExecutionRun> onForgotten = run -> {};
    private RunListener listener = RunListener.NONE;
    private ApiCalls api = ApiCalls.NONE;
    private @Nullable VirtualS3 s3;
    private long nextCallId = 1;

    public Engine(EngineOptions options, TaskIntegration integration) {
        this.options = options;
        this.integration = integration;
        this.ids = new Ids(options.seed());
        this.arns = Arns.of(options, ids);
        this.executions = new Executions();
        this.tokens = new TaskTokens(ids, options.account());
        this.loop = new EventLoop(options.start().toEpochMilli(), options.stepLimit(), executions::abandon);
        this.interpreter = new Interpreter(loop, this);
        this.life = new ExecutionLife(loop, interpreter);
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
        return start(machine, name, input, inputAsGiven, Part.WHOLE);
    }

    /** As {@link #start(Machine, String, JsonNode, Object)}, of a part of the machine alone. */
    public ExecutionRun start(Machine machine, @Nullable String name, JsonNode input, Object inputAsGiven, Part part) {
        int number = name == null ? executions.nextNumber(machine) : 0;
        ExecutionRun run = new ExecutionRun(this, machine, name, number, input, inputAsGiven);
        run.part = part;
        run.root.variables.assign(part.variables());
        executions.add(run);
        life.start(run);
        return run;
    }

    /** The ARN of an execution of a name. */
    public String executionArn(Machine machine, String name) {
        return arns.execution(machine, name);
    }

    /** The ARN of a machine of a name in this engine's account and region. */
    public String machineArn(String name) {
        return arn("stateMachine", name);
    }

    String arn(String kind, String name) {
        return arns.of(kind, name);
    }

    /** The ARN of an Activity of a name in this engine's account and region. */
    public String activityArn(String name) {
        return arn("activity", name);
    }

    /** All executions but the child executions of Map Runs, in the order in which they were started. */
    public List<ExecutionRun> executions() {
        return executions.all();
    }

    /** The executions that run, and after them the child executions of Map Runs that do. */
    public List<ExecutionRun> openExecutions() {
        return executions.open();
    }

    /** The execution of an ARN, the latest one where a name was used again; or null. */
    public @Nullable ExecutionRun execution(String arn) {
        return executions.find(arn);
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
    public StartedExecution startExecution(Machine machine, @Nullable String name, String input) {
        return new ExecutionStarts(this).start(machine, name, input);
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
        loop.doNow(() -> {
            if (run.isRunning()) {
                life.stop(run, error, cause);
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
        String reason = Redrives.notRedrivable(run, nowMillis());
        if (reason != null) {
            throw new StepFunctionsException("ExecutionNotRedrivable", "Execution Not Redrivable: '" + reason + "'");
        }
        loop.doNow(() -> life.redrive(run));
    }

    /** Why an execution cannot be redriven, in the words of {@code redriveStatusReason}; null where it can. */
    public @Nullable String notRedrivable(ExecutionRun run) {
        return Redrives.notRedrivable(run, nowMillis());
    }

    private static void refuseExpress(ExecutionRun run) {
        if (run.express) {
            throw StepFunctionsException.invalidArn("Resource type not valid in this context: express");
        }
    }

    private static void checkFailure(@Nullable String error, @Nullable String cause) {
        if (error != null && error.length() > Quotas.ERROR_LENGTH) {
            throw StepFunctionsException.tooLong("error", Quotas.ERROR_LENGTH);
        }
        if (cause != null && cause.length() > Quotas.CAUSE_LENGTH) {
            throw StepFunctionsException.tooLong("cause", Quotas.CAUSE_LENGTH);
        }
    }

    // ---- time ------------------------------------------------------------------------------------------------

    @Override
    public Instant now() {
        return loop.now();
    }

    @Override
    public long nowMillis() {
        return loop.nowMillis();
    }

    @Override
    public EventLoop loop() {
        return loop;
    }

    /** From now on somebody chooses which of several lines of states goes on first, where they can at one instant. */
    public void takeTurns(Turns turns) {
        loop.takeTurns(turns);
    }

    /** The timers that wait, in the order in which they will fire. */
    public List<Timer> pendingTimers() {
        return loop.pendingTimers();
    }

    /** Does all that can be done without the clock moving. */
    public void settle() {
        loop.doNow(() -> {});
    }

    /** Moves the clock to an instant and does all that falls due on the way. */
    public void advanceTo(long millis) {
        loop.advanceTo(millis);
    }

    /** Whether a step is at hand: a call is being answered, say. */
    public boolean isStepping() {
        return loop.isStepping();
    }

    /** Moves the clock to the next timer's instant and does all that is due then; false where there is no timer. */
    public boolean advanceToNextEvent() {
        return loop.advanceToNextEvent();
    }

    /** Skips time until the execution has ended, or until only a person or a quota nobody declared could go on. */
    public void runToEnd(ExecutionRun run) {
        runUntil(run, () -> false);
    }

    /** As {@link #runToEnd}, but stops as soon as a condition holds: whether it does. */
    public boolean runUntil(ExecutionRun run, BooleanSupplier condition) {
        return loop.runUntil(run::isRunning, condition);
    }

    /** Whether a timer waits that somebody set: all but the quotas on executions. */
    public boolean hasWork() {
        return loop.hasWork();
    }

    /** Tells somebody, whenever the engine has done what there was to do. */
    public void onChange(Runnable told) {
        loop.onChange(told);
    }

    // ---- what a test does while executions run -----------------------------------------------------------------

    /** Who is told what happens, in the middle of a step. */
    public void listener(RunListener told) {
        listener = told;
    }

    @Override
    public RunListener listener() {
        return listener;
    }

    /** Does something outside of any step, when all that is ready has been done. */
    public void betweenSteps(Runnable action) {
        loop.betweenSteps(action);
    }

    /** Tells somebody, outside of any step, whenever all that is ready has been done. */
    public void onSettled(Runnable told) {
        loop.onSettled(told);
    }

    /** Sets a timer of a test's own, and does something outside of any step when it fires. */
    public Timer after(long delayMillis, Timer.Reason reason, Runnable action) {
        return loop.timer(delayMillis, Timer.Kind.WORK, reason, () -> loop.betweenSteps(action));
    }

    // ---- Map Runs --------------------------------------------------------------------------------------------

    @Override
    public VirtualS3 s3() {
        VirtualS3 made = s3;
        if (made == null) {
            made = new VirtualS3(this::now);
            s3 = made;
        }
        return made;
    }

    /** All Map Runs, in the order in which they were started. */
    public List<MapRunFacts> mapRuns() {
        return List.copyOf(executions.mapRuns());
    }

    /** The Map Run of an ARN, or null. */
    public @Nullable MapRunFacts mapRun(String arn) {
        return executions.mapRun(arn);
    }

    /** UpdateMapRun: a limit that is null stays as it is. */
    public void update(
            MapRunFacts run,
            @Nullable Long maxConcurrency,
            @Nullable Long toleratedCount,
            @Nullable Double toleratedPercentage) {
        MapRunActivity activity = executions.mapRun(run.arn());
        if (activity != null) {
            loop.doNow(() -> activity.update(maxConcurrency, toleratedCount, toleratedPercentage));
        }
    }

    @Override
    public void add(MapRunActivity run) {
        executions.add(run);
    }

    /** Who is told each time a child execution of a Map Run has ended. */
    public void onProgress(Consumer<MapRunFacts> listener) {
        onProgress = listener;
    }

    @Override
    public void progressed(MapRunFacts run) {
        onProgress.accept(run);
    }

    @Override
    public MapRunDetail mapRunDetail() {
        return options.mapRunDetail();
    }

    /** How many of the executions that have ended are kept; of the others, the first to end go first. */
    public void keepAtMost(long executionsThatHaveEnded) {
        executions.keepAtMost(executionsThatHaveEnded);
    }

    /** Who is told of each execution that is kept no longer. */
    public void onForgotten(Consumer<ExecutionRun> listener) {
        onForgotten = listener;
    }

    @Override
    public void ended(ExecutionRun run) {
        for (ExecutionRun gone : executions.ended(run)) {
            forget(gone);
            onForgotten.accept(gone);
        }
    }

    @Override
    public void reopened(ExecutionRun run) {
        executions.reopened(run);
    }

    @Override
    public void forget(ExecutionRun run) {
        tokens.forget(run);
        integration.forget(run.arn());
    }

    // ---- tasks -----------------------------------------------------------------------------------------------

    @Override
    public void historyIsFull(ExecutionRun run, long previousEventId) {
        life.endForFullHistory(run, previousEventId);
    }

    @Override
    public Arns arns() {
        return arns;
    }

    @Override
    public long nextCallId() {
        return nextCallId++;
    }

    /**
     * Runs one state alone.
     *
     * @param stateName a state of the machine, nested or not
     * @param roleArn the role, or null for none
     */
    public void probe(Machine machine, String stateName, JsonNode input, StateProbe probe, @Nullable String roleArn) {
        String name = ExecutionRun.nextName(ids, machine, executions.nextNumber(machine));
        String arn = arns.express(machine, name);
        ExecutionRun run = new ExecutionRun(this, machine, name, arn, roleArn, input, probe);
        run.root.variables.assign(probe.given().variables());
        executions.add(run);
        List<Step> way = machine.program().graph().wayTo(stateName);
        if (way.isEmpty()) {
            throw new IllegalStateException("The machine has no state " + stateName);
        }
        Frame frame = ProbedParent.frameBelow(interpreter, run, way.subList(0, way.size() - 1), input);
        loop.doNow(() -> {
            life.setQuota(run);
            interpreter.enterLater(frame, way.get(way.size() - 1), input);
        });
        runToEnd(run);
        probe.left(run.root.variables.all());
    }

    @Override
    public TaskReaction call(TaskCall call, TaskAttempt attempt) {
        StateWatch watch = attempt.run().watch;
        TaskReaction given = watch.reaction();
        if (given != null) {
            return given;
        }
        boolean toS3 =
                S3Actions.areAnswered(call.resource().service(), call.resource().api());
        if (!watch.answersStepFunctions(call)
                || (!toS3 && !SfnCalls.isToStepFunctions(call))
                || integration.answers(call)) {
            return integration.call(call);
        }
        TaskReaction reaction = toS3 ? new S3Calls(s3()).answer(call) : new SfnCalls(this).answer(call, attempt);
        if (reaction == null) {
            return integration.call(call);
        }
        integration.answered(call, reaction);
        return reaction;
    }

    /** Who does what states ask of Step Functions beyond executions and tokens. */
    public void answersBy(ApiCalls calls) {
        api = calls;
    }

    ApiCalls api() {
        return api;
    }

    @Override
    public TaskTokens tokens() {
        return tokens;
    }

    @Override
    public TaskIntegration integration() {
        return integration;
    }

    @Override
    public ActivityQueues activities() {
        return activities;
    }

    /**
     * SendTaskSuccess.
     *
     * @throws StepFunctionsException as the service does
     */
    public void sendTaskSuccess(String token, JsonNode output, Reporter by) {
        TaskAttempt attempt = tokens.openTask(token);
        loop.doNow(() -> attempt.succeed(output, by));
    }

    /**
     * SendTaskFailure.
     *
     * @throws StepFunctionsException as the service does
     */
    public void sendTaskFailure(String token, @Nullable String error, @Nullable String cause, Reporter by) {
        checkFailure(error, cause);
        TaskAttempt attempt = tokens.openTask(token);
        loop.doNow(() -> attempt.fail(error, cause, by));
    }

    /**
     * SendTaskHeartbeat.
     *
     * @throws StepFunctionsException as the service does
     */
    public void sendTaskHeartbeat(String token, Reporter by) {
        TaskAttempt attempt = tokens.openTask(token);
        loop.doNow(() -> attempt.heartbeat(by));
    }

    /** A worker polls an Activity: the attempt it gets, which starts with that, or null where none waits. */
    public @Nullable OpenTask pollActivity(String activityArn, @Nullable String workerName) {
        TaskAttempt attempt = activities.poll(activityArn);
        if (attempt != null) {
            loop.doNow(() -> attempt.startByWorker(workerName));
        }
        return attempt;
    }

    /** Whether a task waits for the report of a worker that nobody scripted. */
    public boolean waitsForWorker() {
        return openExecutions().stream().flatMap(run -> run.openTasks.stream()).anyMatch(OpenTask::waitsForWorker);
    }

    /** Somebody ends a task by hand. */
    public void react(OpenTask attempt, TaskReaction.Step step, Reporter by) {
        loop.doNow(() -> attempt.take(step, by));
    }

    // ---- for what runs in it -----------------------------------------------------------------------------------

    @Override
    public ExecutionLife life() {
        return life;
    }

    @Override
    public Ids ids() {
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

    @Override
    public String roleArn() {
        return options.roleArn();
    }

    @Override
    public String region() {
        return options.region();
    }
}
