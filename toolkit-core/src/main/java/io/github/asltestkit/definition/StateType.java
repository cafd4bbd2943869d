package io.github.asltestkit.definition;

import static org.apiguardian.api.API.Status.MAINTAINED;

import org.apiguardian.api.API;

/** The eight state types. */
@API(status = MAINTAINED, since = "0.1")
public enum StateType {
    /** Passes its input on, or a result of its own. */
    PASS("Pass"),
    /** Calls a service, a Lambda function or an Activity. */
    TASK("Task"),
    /** Goes where the first rule leads that is true. */
    CHOICE("Choice"),
    /** Waits for a time, or until an instant. */
    WAIT("Wait"),
    /** Ends its line of states well. */
    SUCCEED("Succeed"),
    /** Ends its line of states with an error. */
    FAIL("Fail"),
    /** Runs several lines of states with one input. */
    PARALLEL("Parallel"),
    /** Runs one line of states for each of many items. */
    MAP("Map");

    private final String aslName;

    StateType(String aslName) {
        this.aslName = aslName;
    }

    /** The value of the {@code Type} field. */
    public String aslName() {
        return aslName;
    }
}
