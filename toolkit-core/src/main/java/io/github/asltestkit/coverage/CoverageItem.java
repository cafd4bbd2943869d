package io.github.asltestkit.coverage;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/**
 * One thing that an execution may take or not.
 *
 * @param kind what it is
 * @param pointer where it stands in the definition, such as {@code /States/Charge/Catch/1}
 * @param line the line of the file on which it stands, counted from 1; 0 where that is not known
 * @param column the column of that line, counted from 1; 0 where that is not known
 * @param subject what a message calls it, such as {@code Catch[1] of Charge, States.Timeout,}
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record CoverageItem(ItemKind kind, String pointer, int line, int column, String subject) {

    /** The sentence that says that it was not taken: {@code Catch[1] of Charge, States.Timeout, was never taken}. */
    public String missed() {
        return subject + " " + kind.missed();
    }

    /** Whether it stands below the state that another item is. */
    boolean isWithin(CoverageItem state) {
        return pointer.equals(state.pointer) ? kind != ItemKind.STATE : pointer.startsWith(state.pointer + "/");
    }
}
