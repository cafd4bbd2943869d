package io.github.asltestkit.diff;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/** In what two executions of one scenario differ, in the order in which they are compared. */
@API(status = EXPERIMENTAL, since = "0.1")
public enum DifferenceKind {
    /** They end with another status, error or cause. */
    STATUS("status"),
    /** They end with another output. */
    OUTPUT("output"),
    /** A call is made by one of them only. */
    CALL("call of one side only"),
    /** A call is made with other parameters. */
    PARAMETERS("parameters"),
    /** They enter other states. */
    PATH("path"),
    /** A state is attempted more or less often. */
    ATTEMPTS("attempts"),
    /** Something happens earlier or later. */
    TIME("time");

    private final String words;

    DifferenceKind(String words) {
        this.words = words;
    }

    /** The kind as a message has it, such as {@code parameters}. */
    public String words() {
        return words;
    }
}
