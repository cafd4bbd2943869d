package io.github.asltestkit.assertj;

import static org.apiguardian.api.API.Status.MAINTAINED;

import io.github.asltestkit.assertj.error.ShouldBeMade;
import io.github.asltestkit.assertj.error.ShouldBeMadeBy;
import io.github.asltestkit.mock.CallJournal;
import io.github.asltestkit.mock.RecordedCall;
import java.util.List;
import org.apiguardian.api.API;
import org.assertj.core.api.ListAssert;
import org.jspecify.annotations.Nullable;

/**
 * Assertions on the calls of a harness, all or some: {@code assertThat(harness.calls().ofLambda("charge-card")).wereMade(2)}.
 */
@API(status = MAINTAINED, since = "0.1")
public class CallJournalAssert extends AslAssert<CallJournalAssert, CallJournal> {

    /** Asserts on calls. */
    public CallJournalAssert(@Nullable CallJournal actual) {
        super(actual, CallJournalAssert.class);
    }

    /** There are exactly so many of these calls. */
    public CallJournalAssert wereMade(int times) {
        return check(() -> actual.size() == times, () -> ShouldBeMade.of(actual, times, calls(times)));
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
        return check(() -> actual.size() >= times, () -> ShouldBeMade.of(actual, times, calls(times) + " or more"));
    }

    /** There are so many of these calls, or fewer. */
    public CallJournalAssert wereMadeAtMost(int times) {
        return check(() -> actual.size() <= times, () -> ShouldBeMade.of(actual, times, calls(times) + " or fewer"));
    }

    /** These calls were made by exactly these states, in this order; a state that is retried calls again. */
    public CallJournalAssert wereMadeBy(String... states) {
        List<String> expected = List.of(states);
        return check(() -> names().equals(expected), () -> ShouldBeMadeBy.of(actual, expected, names()));
    }

    private List<String> names() {
        return actual.list().stream().map(call -> call.call().stateName()).toList();
    }

    /** Goes on with the calls as an AssertJ list, in the order in which they were made. */
    public ListAssert<RecordedCall> list() {
        return leadToValue(
                ListAssert.class,
                List.class,
                actual == null || actual.description().isEmpty() ? "calls" : "calls (" + actual.description() + ")",
                () -> List.copyOf(actual.list()),
                ListAssert::new);
    }

    private static String calls(int number) {
        return number + (number == 1 ? " call" : " calls");
    }
}
