package io.github.asltestkit.assertj;

import io.github.asltestkit.mock.CallJournal;
import io.github.asltestkit.mock.RecordedCall;
import java.util.List;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ListAssert;
import org.jspecify.annotations.Nullable;

/**
 * Assertions on the calls of a harness, all or some: {@code assertThat(harness.calls().ofLambda("charge-card")).wereMade(2)}.
 */
public class CallJournalAssert extends AbstractAssert<CallJournalAssert, CallJournal> {

    public CallJournalAssert(@Nullable CallJournal actual) {
        super(actual, CallJournalAssert.class);
    }

    /** There are exactly so many of these calls. */
    public CallJournalAssert wereMade(int times) {
        isNotNull();
        if (actual.size() != times) {
            throw failure(ShouldBeMade.times(actual, times, calls(times)));
        }
        return this;
    }

    /** There is exactly one of these calls. */
    public CallJournalAssert wasMadeOnce() {
        return wereMade(1);
    }

    /** There are none of these calls. */
    public CallJournalAssert wereNeverMade() {
        return wereMade(0);
    }

    /** There are so many of these calls, or more. */
    public CallJournalAssert wereMadeAtLeast(int times) {
        isNotNull();
        if (actual.size() < times) {
            throw failure(ShouldBeMade.times(actual, times, calls(times) + " or more"));
        }
        return this;
    }

    /** There are so many of these calls, or fewer. */
    public CallJournalAssert wereMadeAtMost(int times) {
        isNotNull();
        if (actual.size() > times) {
            throw failure(ShouldBeMade.times(actual, times, calls(times) + " or fewer"));
        }
        return this;
    }

    /** These calls were made by exactly these states, in this order; a state that is retried calls again. */
    public CallJournalAssert wereMadeBy(String... states) {
        isNotNull();
        List<String> names =
                actual.list().stream().map(call -> call.call().stateName()).toList();
        if (!names.equals(List.of(states))) {
            throw failure(ShouldBeMade.by(actual, List.of(states), names));
        }
        return this;
    }

    /** Goes on with the calls as an AssertJ list, in the order in which they were made. */
    public ListAssert<RecordedCall> list() {
        isNotNull();
        return Assertions.assertThat(actual.list()).as("calls (" + actual.description() + ")");
    }

    private static String calls(int number) {
        return number + (number == 1 ? " call" : " calls");
    }

    private AssertionError failure(Message message) {
        return failureWithActualExpected(message.actual(), message.expected(), "%s", message.text());
    }
}
