package io.github.asltestkit.internal.execution;

import io.github.asltestkit.integration.TaskCall;
import io.github.asltestkit.integration.TaskReaction;

/** An attempt of a task, for whoever asks what it waits for or ends it by hand. */
public interface OpenTask {

    /** The call as the port sees it. */
    TaskCall call();

    /** Whether it still waits for its outcome. */
    boolean isOpen();

    /** Whether the service has accepted the request: the job runs, the callback's message is sent. */
    boolean isSubmitted();

    /** Whether a worker has taken it (an Activity), or it was started (anything else). */
    boolean isStarted();

    /** Whether it has a token, and nothing scripted is still to happen to it. */
    boolean waitsForWorker();

    /**
     * When what was scripted ends it, in milliseconds since the epoch;
     * {@link io.github.asltestkit.internal.schedule.EventQueue#NEVER} where nobody scripted an end.
     */
    long scriptedEndMillis();

    /** Somebody says how the world goes on. */
    void take(TaskReaction.Step next, Reporter by);
}
