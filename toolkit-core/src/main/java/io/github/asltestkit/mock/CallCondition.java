package io.github.asltestkit.mock;

import io.github.asltestkit.integration.TaskCall;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One thing that is asked of a call.
 *
 * @param kind what it is about
 * @param subject what is looked at, such as {@code Payload.sku}
 * @param expected what is asked of it, such as {@code equals "A-100"}
 * @param actual how a call shows it
 * @param test whether a call has it
 */
record CallCondition(
        Kind kind, String subject, String expected, Function<TaskCall, String> actual, Predicate<TaskCall> test) {

    enum Kind {
        /** Chooses the state or resource, rather than one of its calls. */
        SELECTS,
        /** Asks for one value of something that has one: two of them about one subject cannot both hold. */
        EQUALS,
        /** Anything else. */
        ASKS
    }

    boolean matches(TaskCall call) {
        return test.test(call);
    }

    boolean selects() {
        return kind == Kind.SELECTS;
    }

    /** Whether no call can have both. */
    boolean excludes(CallCondition other) {
        return kind == Kind.EQUALS
                && other.kind == Kind.EQUALS
                && subject.equals(other.subject)
                && !expected.equals(other.expected);
    }
}
