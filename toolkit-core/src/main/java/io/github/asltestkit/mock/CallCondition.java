package io.github.asltestkit.mock;

import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One thing that is asked of a call.
 *
 * @param kind what it is about
 * @param subject what is looked at, such as {@code order.sku}
 * @param expected what is asked of it, such as {@code equals "A-100"}
 * @param actual how a call shows it
 * @param test whether a call has it
 */
record CallCondition(Kind kind, String subject, String expected, Function<Sent, String> actual, Predicate<Sent> test) {

    enum Kind {
        /** Chooses the state or resource, rather than one of its calls. */
        SELECTS,
        /** Chooses a Lambda function: what other conditions ask of the parameters is asked of its payload. */
        SELECTS_FUNCTION,
        /** Asks for one value of something that has one: two of them about one subject cannot both hold. */
        EQUALS,
        /** Anything else. */
        ASKS
    }

    boolean matches(Sent sent) {
        return test.test(sent);
    }

    boolean selects() {
        return kind == Kind.SELECTS || kind == Kind.SELECTS_FUNCTION;
    }

    boolean selectsFunction() {
        return kind == Kind.SELECTS_FUNCTION;
    }

    /** Whether no call can have both. */
    boolean excludes(CallCondition other) {
        return kind == Kind.EQUALS
                && other.kind == Kind.EQUALS
                && subject.equals(other.subject)
                && !expected.equals(other.expected);
    }
}
