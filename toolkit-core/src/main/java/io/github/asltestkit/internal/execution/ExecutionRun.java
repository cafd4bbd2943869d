package io.github.asltestkit.internal.execution;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.history.EventDetails;
import io.github.asltestkit.history.ExecutionStatus;
import io.github.asltestkit.history.HistoryEvent;
import io.github.asltestkit.history.HistoryEventType;
import io.github.asltestkit.internal.json.PayloadMeter;
import io.github.asltestkit.internal.schedule.EventQueue;
import io.github.asltestkit.internal.schedule.Timer;
import io.github.asltestkit.internal.spec.Quotas;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One execution: all that changes while it runs hangs here. */
public final class ExecutionRun {
    final ExecutionHost host;
    final Machine machine;

    /** Null until somebody asks. */
    private @Nullable String arn;

    /** As {@link #arn}, of one that is given no name. */
    private @Nullable String name;

    /** The how manieth of its machine's executions without a name it is. */
    private final int number;

    final @Nullable String roleArn;
    final boolean express;
    final JsonNode input;

    /** The input as the caller wrote it, which AWS repeats in the first two events. */
    final Object inputAsGiven;

    final long startedMillis;
    final HistoryWriter history = new HistoryWriter();
    final DataFlowLog dataFlow = new DataFlowLog();
    final NoteLog notes = new NoteLog();
    final Frame root;
    final PayloadMeter meter = new PayloadMeter();
    private final @Nullable MapRunFacts mapRun;
    private final @Nullable ChildInput child;

    /** The calls that wait for an answer, in the order in which they were scheduled. */
    final List<OpenTask> openTasks = new ArrayList<>(2);

    /** The task tokens that were issued. */
    final List<String> tokens = new ArrayList<>(0);

    private final Map<String, Integer> calls = new HashMap<>(4);

    /** Which part of the machine it runs. */
    Part part = Part.WHOLE;

    /** Whoever watches its states. */
    final StateWatch watch;

    @Nullable
    Timer quota;

    @Nullable
    Timer timeout;

    /** Told once when the execution has ended. */
    private final List<Runnable> listeners = new ArrayList<>(2);

    private int depth;

    private long standstill = -1;
    private long steps;

    int redriveCount;
    long redrivenMillis;

    private ExecutionStatus state = ExecutionStatus.RUNNING;
    private @Nullable JsonNode output;
    private @Nullable String error;
    private @Nullable String cause;
    private long stoppedMillis = EventQueue.NEVER;

    /**
     * @param name its name, or null for one made from the seed when somebody asks
     * @param number counts the executions of the machine without a name
     */
    ExecutionRun(
            ExecutionHost host,
            Machine machine,
            @Nullable String name,
            int number,
            JsonNode input,
            Object inputAsGiven) {
        this(
                host,
                machine,
                name,
                null,
                number,
                role(host, machine),
                input,
                inputAsGiven,
                null,
                null,
                StateWatch.NOBODY);
    }

    /** A child execution of a Map Run. */
    ExecutionRun(ExecutionHost host, Machine machine, String name, String arn, MapRunFacts mapRun, ChildInput child) {
        this(
                host,
                machine,
                name,
                arn,
                0,
                role(host, machine),
                child.input(),
                child.input(),
                mapRun,
                child,
                StateWatch.NOBODY);
    }

    private static String role(ExecutionHost host, Machine machine) {
        return machine.roleArn() == null ? host.roleArn() : machine.roleArn();
    }

    /** A run of one state alone, which may have no role. */
    ExecutionRun(
            ExecutionHost host,
            Machine machine,
            String name,
            String arn,
            @Nullable String roleArn,
            JsonNode input,
            StateWatch watch) {
        this(host, machine, name, arn, 0, roleArn, input, input, null, null, watch);
    }

    private ExecutionRun(
            ExecutionHost host,
            Machine machine,
            @Nullable String name,
            @Nullable String arn,
            int number,
            @Nullable String roleArn,
            JsonNode input,
            Object inputAsGiven,
            @Nullable MapRunFacts mapRun,
            @Nullable ChildInput child,
            StateWatch watch) {
        this.watch = watch;
        this.host = host;
        this.machine = machine;
        this.arn = arn;
        this.name = name;
        this.number = number;
        this.roleArn = roleArn;
        this.express = machine.express();
        this.input = input;
        this.inputAsGiven = inputAsGiven;
        this.startedMillis = host.nowMillis();
        this.mapRun = mapRun;
        this.child = child;
        this.root = new Frame(
                this,
                machine.program().graph(),
                new Variables(null),
                null,
                0,
                child == null ? null : child.item(),
                mapRun == null || child == null ? "" : mapRun.statePath() + "[" + child.index() + "]/",
                0);
    }

    /** The Map Run that it is a child execution of; null of any other. */
    public @Nullable MapRunFacts mapRun() {
        return mapRun;
    }

    /** Which child execution of its Map Run it is; -1 of any other. */
    public int childIndex() {
        return child == null ? -1 : child.index();
    }

    /** What a child execution of a Map Run works on. */
    ChildInput child() {
        if (child == null) {
            throw new IllegalStateException("The execution " + name() + " belongs to no Map Run");
        }
        return child;
    }

    public String arn() {
        String known = arn;
        if (known == null) {
            known = host.arns().execution(machine, name());
            arn = known;
        }
        return known;
    }

    public String name() {
        String known = name;
        if (known == null) {
            known = nextName(host.ids(), machine, number);
            name = known;
        }
        return known;
    }

    /** The name of the n-th execution of a machine that is given none. */
    static String nextName(Ids ids, Machine machine, int number) {
        return ids.uuid("execution " + machine.name() + " " + number);
    }

    public Machine machine() {
        return machine;
    }

    public JsonNode input() {
        return input;
    }

    /** The role that it runs in; null of a state that is tested alone without one. */
    public @Nullable String roleArn() {
        return roleArn;
    }

    /** The input as the caller wrote it: text, or a tree. */
    public Object inputAsGiven() {
        return inputAsGiven;
    }

    /** How often it was redriven. */
    public int redriveCount() {
        return redriveCount;
    }

    /** When it was last redriven, in milliseconds since the epoch; 0 where it never was. */
    public long redrivenMillis() {
        return redrivenMillis;
    }

    public ExecutionStatus state() {
        return state;
    }

    /** The output of an execution that succeeded; null of any other. */
    public @Nullable JsonNode output() {
        return output;
    }

    public @Nullable String error() {
        return error;
    }

    public @Nullable String cause() {
        return cause;
    }

    /** The clock of the engine that it runs in. */
    long nowMillis() {
        return host.nowMillis();
    }

    public long startedMillis() {
        return startedMillis;
    }

    /** When it ended, in milliseconds since the epoch; {@link EventQueue#NEVER} while it runs. */
    public long stoppedMillis() {
        return stoppedMillis;
    }

    public List<HistoryEvent> events() {
        return history.events();
    }

    /** The steps of the data flow of its states. */
    public DataFlowLog dataFlow() {
        return dataFlow;
    }

    /** What no event of its history tells. */
    public NoteLog notes() {
        return notes;
    }

    /** The calls that wait for an answer, in the order in which they were scheduled. */
    public List<OpenTask> openTasks() {
        return List.copyOf(openTasks);
    }

    public boolean isRunning() {
        return state == ExecutionStatus.RUNNING;
    }

    /** Counts the calls of a state, over visits and attempts; the first is 1. */
    int countCall(String statePath) {
        return calls.merge(statePath, 1, Integer::sum);
    }

    /** Counts a state that is entered: how many have been since the clock last moved on, or the engine was last asked. */
    long countStep(long atStandstill) {
        if (atStandstill != standstill) {
            standstill = atStandstill;
            steps = 0;
        }
        return ++steps;
    }

    /**
     * Writes an event.
     *
     * @throws ExecutionEndedException if the history is full, which ends the execution
     */
    long write(HistoryEventType type, long previousEventId, EventDetails details) {
        if (!express && history.size() >= Quotas.HISTORY_EVENTS - 1) {
            host.historyIsFull(this, previousEventId);
            throw new ExecutionEndedException();
        }
        return history.write(type, previousEventId, host.now(), details);
    }

    /** Writes the last event, for which there is always room. */
    void writeLast(HistoryEventType type, long previousEventId, EventDetails details) {
        history.write(type, previousEventId, host.now(), details);
    }

    /** The engine gives up on it, for a reason that AWS does not have. */
    void abandon() {
        if (isRunning()) {
            end(ExecutionStatus.ABORTED, null, null, null);
        }
    }

    /** Ends it. */
    void end(ExecutionStatus how, @Nullable JsonNode result, @Nullable String endError, @Nullable String endCause) {
        state = how;
        output = result;
        error = endError;
        cause = endCause;
        stoppedMillis = host.nowMillis();
        if (quota != null) {
            quota.cancel();
        }
        if (timeout != null) {
            timeout.cancel();
        }
        List<Runnable> told = List.copyOf(listeners);
        listeners.clear();
        told.forEach(Runnable::run);
        if (mapRun == null) {
            host.ended(this);
        }
    }

    /**
     * Another execution has started this one.
     *
     * @throws StepLimitException if the chain of those that started one another is too long
     */
    void startedBy(ExecutionRun parent) {
        depth = parent.depth + 1;
        if (depth > Limits.CHAINED_EXECUTIONS) {
            throw new StepLimitException(Limits.CHAINED_EXECUTIONS
                    + " executions have started one another, the last one of " + machine.name()
                    + ". If this is not an endless chain, let the test start the machines one by one.");
        }
    }

    /** Tells once when the execution has ended. */
    void whenEnded(Runnable listener) {
        listeners.add(listener);
    }

    /** Runs again from where it failed. */
    void reopen() {
        host.reopened(this);
        state = ExecutionStatus.RUNNING;
        output = null;
        error = null;
        cause = null;
        stoppedMillis = EventQueue.NEVER;
        redriveCount++;
        redrivenMillis = host.nowMillis();
    }
}
