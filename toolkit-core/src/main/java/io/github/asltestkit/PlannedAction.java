package io.github.asltestkit;

import static org.apiguardian.api.API.Status.MAINTAINED;

import io.github.asltestkit.internal.message.CallSite;
import org.apiguardian.api.API;

/** Something that a test does {@link Meanwhile}. */
@API(status = MAINTAINED, since = "0.1")
public final class PlannedAction {
    private final String text;
    private final CallSite site;
    private boolean hasRun;
    private boolean lenient;

    PlannedAction(String text, CallSite site) {
        this.text = text;
        this.site = site;
    }

    /** It need not come about: it is not reported at the end of a test if it never ran. */
    public PlannedAction lenient() {
        lenient = true;
        return this;
    }

    void ran() {
        hasRun = true;
    }

    boolean isMissing() {
        return !hasRun && !lenient;
    }

    /** When it is to run, for messages. */
    String text() {
        return text;
    }

    /** Where in the test it was planned. */
    CallSite site() {
        return site;
    }
}
