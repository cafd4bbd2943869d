package io.github.asltestkit.internal.execution;

import io.github.asltestkit.integration.TaskIntegration.AbortReason;
import io.github.asltestkit.internal.schedule.Timer;

/** A state that waits for an instant. */
final class TimerActivity implements Activity {
    private final Timer timer;

    private TimerActivity(Timer timer) {
        this.timer = timer;
    }

    /** Lets a visit wait for a time, then go on. */
    static void start(StateFlow flow, Visit visit, long delayMillis, Timer.Reason reason, Runnable then) {
        Timer timer = flow.after(visit, delayMillis, reason, () -> {
            visit.activity = null;
            then.run();
        });
        visit.activity = new TimerActivity(timer);
    }

    @Override
    public void abort(AbortReason reason) {
        timer.cancel();
    }
}
