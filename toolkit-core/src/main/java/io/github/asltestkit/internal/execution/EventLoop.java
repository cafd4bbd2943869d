package io.github.asltestkit.internal.execution;

import io.github.asltestkit.internal.program.Step;
import io.github.asltestkit.internal.schedule.EventQueue;
import io.github.asltestkit.internal.schedule.Timer;
import io.github.asltestkit.internal.schedule.Turns;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The virtual clock, and what happens in which order: frames that can step do so in the order in which they became ready,
 * before any timer of the same instant; timers fire in the order of (instant, sequence).
 */
final class EventLoop {
    /** How many actions of a test may run within one another: each takes some of the stack. */
    private static final int MOST_WITHIN_ONE_ANOTHER = 100;

    /** An execution takes more memory than a state. */
    private static final int STEPS_OF_A_START = 2;

    private final EventQueue queue = new EventQueue();
    private final Deque<Runnable> ready = new ArrayDeque<>(4);
    private final long stepLimit;
    private final Runnable abandon;

    /** What is done outside of steps, when all that is ready has been done. */
    private final Deque<Runnable> between = new ArrayDeque<>(1);

    private Runnable onSettled = () -> {};
    private @Nullable Lines lines;
    private Runnable onChange = () -> {};
    private long nowMillis;

    /** The clock as it was last asked for. */
    private Instant now = Instant.EPOCH;

    /** Changes when the clock moves on and when somebody outside asks for something: no endless loop of a definition does that. */
    private long standstill;

    private long startedAt = -1;
    private long started;
    private long actedAt = -1;
    private long acted;

    private boolean stepping;
    private int acting;

    /**
     * A loop whose clock stands still.
     *
     * @param startMillis where its clock starts, since the epoch
     * @param stepLimit how many states an execution may enter at one instant before it is taken for an endless loop
     * @param abandon gives up on all executions, when a step fails with an exception of our own or of a user's code
     */
    EventLoop(long startMillis, long stepLimit, Runnable abandon) {
        this.nowMillis = startMillis;
        this.stepLimit = stepLimit;
        this.abandon = abandon;
    }

    long nowMillis() {
        return nowMillis;
    }

    /** The clock; one object until it moves on. */
    Instant now() {
        if (now.toEpochMilli() != nowMillis) {
            now = EventQueue.instant(nowMillis);
        }
        return now;
    }

    /** Sets a timer some time from now. */
    Timer timer(long delayMillis, Timer.Kind kind, Timer.Reason reason, Runnable action) {
        long due = nowMillis > 0 && delayMillis > Long.MAX_VALUE - nowMillis ? Long.MAX_VALUE : nowMillis + delayMillis;
        return queue.schedule(due, kind, reason, action);
    }

    /** Sets a timer for a line of states. */
    Timer timer(Frame frame, long delayMillis, Timer.Reason reason, Runnable action) {
        Timer timer = timer(delayMillis, Timer.Kind.WORK, reason, action);
        Lines chosen = lines;
        if (chosen != null) {
            chosen.waits(frame, timer);
        }
        return timer;
    }

    /** The timers that wait, in the order in which they will fire. */
    List<Timer> pendingTimers() {
        return queue.pending();
    }

    /** From now on somebody chooses which of several lines of states goes on first. */
    void takeTurns(Turns turns) {
        lines = new Lines(queue, turns);
    }

    /** A line of states can step now. */
    void ready(Frame frame, Runnable step) {
        Lines chosen = lines;
        if (chosen == null) {
            ready.add(step);
        } else {
            chosen.ready(frame, step);
        }
    }

    /** Something can be done now. */
    void ready(Runnable step) {
        Lines chosen = lines;
        if (chosen == null) {
            ready.add(step);
        } else {
            chosen.ready(step);
        }
    }

    /** A state ends the lines of states below it. */
    void endsBelow(Visit above) {
        Lines chosen = lines;
        if (chosen != null) {
            chosen.ended(above);
        }
    }

    /** Does something, then all that can be done without the clock moving. */
    void doNow(Runnable first) {
        askedAnew();
        settle(first);
    }

    /** Moves the clock to an instant and does all that falls due on the way. */
    void advanceTo(long millis) {
        requireBetweenSteps();
        askedAnew();
        settle(() -> {});
        fireUntil(millis);
        moveTo(millis);
        onChange.run();
    }

    /**
     * Moves the clock to the next timer's instant and does all that is due then; false where there is no timer. Who asks for
     * that again and again may be in an endless loop: the states entered at one instant are counted on.
     */
    boolean advanceToNextEvent() {
        requireBetweenSteps();
        settle(() -> {});
        Timer next = queue.peek();
        if (next == null) {
            return false;
        }
        fireUntil(next.dueMillis());
        onChange.run();
        return true;
    }

    private void settle(Runnable first) {
        drive(first);
        if (!stepping) {
            fireUntil(nowMillis);
        }
    }

    /** Whether a step is at hand: a call is being answered, say. */
    boolean isStepping() {
        return stepping;
    }

    /** While a call is answered, nothing that falls due could be done: time would pass the execution by. */
    private void requireBetweenSteps() {
        if (stepping) {
            throw new IllegalStateException("Time cannot be skipped while a call is answered.\n\n"
                    + "Let the mock say when the call is answered (returnsAfter, callbackSucceedsAfter), start an"
                    + " execution with start(...)\nand let the test run it to its end, or move the clock in the test.");
        }
    }

    private void askedAnew() {
        if (!stepping && acting == 0) {
            standstill++;
        }
    }

    private void moveTo(long millis) {
        if (millis > nowMillis) {
            nowMillis = millis;
            standstill++;
        }
    }

    /**
     * Skips time until a condition holds: whether it does.
     *
     * @param goesOn whether there is still something to wait for
     */
    boolean runUntil(BooleanSupplier goesOn, BooleanSupplier condition) {
        requireBetweenSteps();
        askedAnew();
        drive(() -> {});
        while (!condition.getAsBoolean()) {
            if (!goesOn.getAsBoolean() || queue.peek() == null || !hasWork()) {
                return false;
            }
            fireNext();
        }
        return true;
    }

    /** Whether a timer waits that somebody set: all but the quotas on executions. */
    boolean hasWork() {
        Timer next = queue.peek();
        if (next != null && next.kind() == Timer.Kind.WORK) {
            return true;
        }
        return queue.hasWork();
    }

    private void fireUntil(long millis) {
        Timer next = queue.peek();
        while (next != null && next.dueMillis() <= millis) {
            fireNext();
            next = queue.peek();
        }
    }

    private void fireNext() {
        Timer next = queue.peek();
        if (lines != null && next != null) {
            moveTo(next.dueMillis());
            drive(() -> {});
            return;
        }
        Timer timer = queue.poll();
        if (timer != null) {
            moveTo(timer.dueMillis());
            drive(timer::fire);
        }
    }

    /**
     * Does something, then all that became ready by it. What a mock's answer asks of the same engine meanwhile is queued
     * and done after the step at hand.
     */
    private void drive(Runnable first) {
        if (stepping) {
            ready(first);
            return;
        }
        stepping = true;
        try {
            first.run();
            Runnable step = nextStep();
            while (step != null) {
                step.run();
                step = nextStep();
            }
        } catch (RuntimeException | Error stopped) {
            // A call nobody mocked, or a failure of a user's own code: no execution goes on from here.
            abandon.run();
            ready.clear();
            between.clear();
            if (lines != null) {
                lines.clear();
            }
            throw stopped;
        } finally {
            stepping = false;
            onChange.run();
        }
        betweenSteps();
    }

    /** What a test has asked for: it may use the harness as the test itself does, time included. */
    private void betweenSteps() {
        onSettled.run();
        Runnable next = between.poll();
        while (next != null) {
            act(next);
            onSettled.run();
            next = between.poll();
        }
    }

    /** An action may lead to the next one, at the same instant or within itself: both are bounded. */
    private void act(Runnable action) {
        if (actedAt != standstill) {
            actedAt = standstill;
            acted = 0;
        }
        if (++acted > stepLimit || acting == MOST_WITHIN_ONE_ANOTHER) {
            between.clear();
            throw new StepLimitException("Actions of the test have led to one another "
                    + (acting == MOST_WITHIN_ONE_ANOTHER ? acting : stepLimit)
                    + " times while the clock stood still. Does one of them bring about what it waits for?");
        }
        acting++;
        try {
            action.run();
        } finally {
            acting--;
        }
    }

    /** Does something when all that is ready has been done, outside of any step. */
    void betweenSteps(Runnable action) {
        between.add(action);
    }

    /** Tells somebody, outside of any step, whenever all that is ready has been done. */
    void onSettled(Runnable told) {
        onSettled = told;
    }

    private @Nullable Runnable nextStep() {
        Lines chosen = lines;
        return chosen == null ? ready.poll() : chosen.next(nowMillis);
    }

    /** Tells somebody, whenever all that there was to do is done. */
    void onChange(Runnable told) {
        onChange = told;
    }

    /** Counts an execution that another one starts at the instant at hand: machines that start more and more trip here. */
    void countStart(ExecutionRun run) {
        if (startedAt != standstill) {
            startedAt = standstill;
            started = 0;
        }
        if (++started > Math.max(1, stepLimit / STEPS_OF_A_START)) {
            throw new StepLimitException(
                    (started - 1) + " executions were started by others while the clock stood still,"
                            + " the last one of " + run.machine().name()
                            + ". If that is no endless loop, raise the limit with HarnessOptions.withStepLimit.");
        }
    }

    /** Counts a state entered at the instant at hand; a loop that lets no time pass and does not end trips here. */
    void countStep(ExecutionRun run, Step step) {
        if (run.countStep(standstill) > stepLimit) {
            throw new StepLimitException("Execution " + run.name() + " of "
                    + run.machine().name() + " entered " + stepLimit
                    + " states while the clock stood still, the last one "
                    + step.name()
                    + ". If this is not an endless loop, raise the limit with HarnessOptions.withStepLimit.");
        }
    }
}
