package io.github.asltestkit.mock;

import io.github.asltestkit.integration.TaskCall;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One thing that a mock asks of a call.
 *
 * @param subject what is looked at, such as {@code Payload.sku}
 * @param expected what is asked of it, such as {@code equals "A-100"}
 * @param actual how a call shows it
 * @param test whether a call has it
 * @param selects whether it chooses the state or resource, rather than one of its calls
 */
record CallCondition(
        String subject, String expected, Function<TaskCall, String> actual, Predicate<TaskCall> test, boolean selects) {

    boolean matches(TaskCall call) {
        return test.test(call);
    }
}
