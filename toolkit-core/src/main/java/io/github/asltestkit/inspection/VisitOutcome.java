package io.github.asltestkit.inspection;

import static org.apiguardian.api.API.Status.MAINTAINED;

import org.apiguardian.api.API;

/** How a stay in a state, an attempt, a branch or an iteration ended. */
@API(status = MAINTAINED, since = "0.1")
public enum VisitOutcome {
    /** It has not ended. */
    RUNNING,
    /** It came to its end. */
    SUCCEEDED,
    /** It failed, and a Catcher led on from there. Stays in a state only. */
    CAUGHT,
    /** It failed, and nothing led on from there. */
    FAILED,
    /** It failed because its time was up or its heartbeat was missed. Attempts only. */
    TIMED_OUT,
    /** It was ended from outside: by another branch or iteration, by StopExecution, or by the execution's timeout. */
    ABORTED
}
