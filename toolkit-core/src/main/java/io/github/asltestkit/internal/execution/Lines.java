package io.github.asltestkit.internal.execution;

import io.github.asltestkit.internal.schedule.EventQueue;
import io.github.asltestkit.internal.schedule.Timer;
import io.github.asltestkit.internal.schedule.Turns;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The lines of states that can go on at the instant at hand, where somebody chooses which of them does so first. */
final class Lines {
    /** What the engine itself does between the steps of lines: at once, and in its own order. */
    private static final String ENGINE = "";

    /** What passes by itself, such as the TimeoutSeconds of an execution. */
    private static final String CLOCK = "clock";

    private final EventQueue queue;
    private final Turns turns;
    private final Map<String, Deque<Runnable>> ready = new LinkedHashMap<>();
    private final Map<Timer, String> waiting = new HashMap<>();
    private String current = ENGINE;

    Lines(EventQueue queue, Turns turns) {
        this.queue = queue;
        this.turns = turns;
    }

    private static String name(Frame frame) {
        return frame.run.arn() + " " + frame.pathPrefix;
    }

    /** The engine does something next. */
    void ready(Runnable step) {
        ready(ENGINE, step);
    }

    /** A line can step. */
    void ready(Frame frame, Runnable step) {
        ready(name(frame), step);
    }

    private void ready(String line, Runnable step) {
        ready.computeIfAbsent(line, name -> new ArrayDeque<>()).add(step);
    }

    /** A line waits for a timer. */
    void waits(Frame frame, Timer timer) {
        waiting.put(timer, name(frame));
    }

    /** A state with lines below it has ended them. */
    void ended(Visit above) {
        turns.ended(name(above.frame) + above.step.name() + "[");
    }

    /** Nothing goes on from here. */
    void clear() {
        ready.clear();
    }

    /** What happens next at an instant; null if nothing more does. */
    @Nullable
    Runnable next(long nowMillis) {
        Runnable own = poll(ENGINE);
        if (own == null) {
            own = poll(current);
        }
        if (own != null) {
            return own;
        }
        Map<String, Timer> due = due(nowMillis);
        List<String> lines = new ArrayList<>(ready.keySet());
        due.keySet().stream().filter(line -> !ready.containsKey(line)).forEach(lines::add);
        if (lines.isEmpty()) {
            current = ENGINE;
            return null;
        }
        current = lines.get(turns.next(nowMillis, lines));
        Runnable step = poll(current);
        Timer timer = due.get(current);
        if (step != null || timer == null) {
            return step;
        }
        waiting.remove(timer);
        queue.take(timer);
        return timer::fire;
    }

    private @Nullable Runnable poll(String line) {
        Deque<Runnable> steps = ready.get(line);
        if (steps == null) {
            return null;
        }
        Runnable step = steps.poll();
        if (steps.isEmpty()) {
            ready.remove(line);
        }
        return step;
    }

    /** The first timer of each line that is due. */
    private Map<String, Timer> due(long nowMillis) {
        Map<String, Timer> due = new LinkedHashMap<>();
        Timer next = queue.peek();
        if (next == null || next.dueMillis() > nowMillis) {
            return due;
        }
        for (Timer timer : queue.pending()) {
            if (timer.dueMillis() > nowMillis) {
                break;
            }
            due.putIfAbsent(waiting.getOrDefault(timer, CLOCK), timer);
        }
        return due;
    }
}
