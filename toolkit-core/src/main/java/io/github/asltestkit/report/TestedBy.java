package io.github.asltestkit.report;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.regex.Pattern;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A test and what became of it.
 *
 * @param id the same for the same test on any machine; of two runs of one test, the later counts
 * @param group what the report lists it under, such as the class's name
 * @param name what the report calls it
 * @param status how it ended
 * @param failure what it failed with; null where it did not
 * @param finishedMillis when it ended, in milliseconds since the epoch
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record TestedBy(
        String id,
        String group,
        String name,
        Status status,
        @Nullable String failure,
        long finishedMillis) {
    private static final Pattern UNFIT = Pattern.compile("[^A-Za-z0-9_.-]+");

    /** How a test ended. */
    public enum Status {
        /** It passed. */
        PASSED,
        /** It failed, by an assertion or an exception. */
        FAILED,
        /** An assumption did not hold. */
        ABORTED
    }

    /** The name of its page: {@code index.html#test/slug}. */
    public String slug() {
        String readable = UNFIT.matcher(group.substring(group.lastIndexOf('.') + 1) + "." + name)
                .replaceAll("-");
        String cut = readable.length() <= 80 ? readable : readable.substring(0, 80);
        return cut + "-" + Integer.toHexString(id.hashCode());
    }
}
