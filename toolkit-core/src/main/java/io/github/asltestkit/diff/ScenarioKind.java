package io.github.asltestkit.diff;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/** Where a scenario comes from. */
@API(status = EXPERIMENTAL, since = "0.1")
public enum ScenarioKind {
    /** A recorded execution: its input and the answers that it met. */
    RECORDING("recording", "recordings"),
    /** An input that the test gave. */
    INPUT("input of yours", "inputs of yours"),
    /** An input or answer that was found to take a way through one of the definitions. */
    GOAL("input that was found", "inputs that were found"),
    /** A call that goes wrong. */
    FAULT("failure", "failures");

    private final String one;
    private final String many;

    ScenarioKind(String one, String many) {
        this.one = one;
        this.many = many;
    }

    /** So many of them in words, such as {@code 12 failures}. */
    public String counted(int number) {
        return number + " " + (number == 1 ? one : many);
    }
}
