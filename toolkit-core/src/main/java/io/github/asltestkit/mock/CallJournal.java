package io.github.asltestkit.mock;

import static org.apiguardian.api.API.Status.MAINTAINED;

import io.github.asltestkit.integration.TaskCall;
import io.github.asltestkit.internal.message.Text;
import io.github.asltestkit.internal.message.Times;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * The calls that a state machine has made, as they were when the journal was asked for, to be narrowed by the words that
 * narrow a mock: {@code harness.calls().ofLambda("charge-card").onAttempt(2)}. Immutable: each word gives a narrower journal,
 * and later calls are not in it.
 */
@API(status = MAINTAINED, since = "0.1")
public final class CallJournal extends CallConditions<CallJournal> implements Iterable<RecordedCall> {
    /** How many calls a text lists. */
    private static final int SHOWN = 20;

    private final List<RecordedCall> all;
    private final Instant start;
    private final List<CallCondition> conditions;

    CallJournal(List<RecordedCall> all, Instant start, List<CallCondition> conditions) {
        this.all = all;
        this.start = start;
        this.conditions = conditions;
    }

    /**
     * A journal of calls.
     *
     * @param calls in the order in which they were made
     * @param start the instant that its times are counted from
     */
    public static CallJournal of(List<RecordedCall> calls, Instant start) {
        return new CallJournal(List.copyOf(calls), start, List.of());
    }

    @Override
    CallJournal self() {
        return this;
    }

    @Override
    CallJournal and(CallCondition condition) {
        for (CallCondition other : conditions) {
            if (other.excludes(condition)) {
                throw new IllegalStateException("No call has both: " + condition.subject() + " " + other.expected()
                        + " and " + condition.expected());
            }
        }
        List<CallCondition> more = new ArrayList<>(conditions);
        more.add(condition);
        return new CallJournal(all, start, List.copyOf(more));
    }

    // ---- whose calls -----------------------------------------------------------------------------------------

    /** The calls of a state, named alone or by its path; see {@link Mocks#mock(String)}. */
    public CallJournal ofState(String state) {
        return and(Selectors.state(state));
    }

    /** The calls of a resource, by the ARN that the definition gives. */
    public CallJournal ofResource(String arn) {
        return and(Selectors.resource(arn));
    }

    /** The calls of a Lambda function, by its name or ARN; see {@link Mocks#mockLambda(String)}. */
    public CallJournal ofLambda(String functionName) {
        return and(Selectors.lambda(functionName));
    }

    /** The calls of a service's action; see {@link Mocks#mockService(String, String)}. */
    public CallJournal ofService(String service, String action) {
        return and(Selectors.service(service, action));
    }

    /** The calls that a mock answered, by its name; that of {@link Mock#named(String)}, or what it was given for. */
    public CallJournal answeredBy(String mock) {
        List<RecordedCall> answered =
                all.stream().filter(call -> call.mock().equals(mock)).toList();
        CallJournal narrowed = new CallJournal(answered, start, conditions);
        return narrowed.and(Selectors.calls("answered by \"" + mock + "\"", call -> true));
    }

    // ---- the calls -------------------------------------------------------------------------------------------

    /** The calls, in the order in which they were made. */
    public List<RecordedCall> list() {
        return all.stream().filter(this::matches).toList();
    }

    /** How many there are. */
    public int size() {
        return list().size();
    }

    /**
     * How many of them had their effect: the world was to answer them with success, whatever the state saw of it. A call that
     * waits for its worker or its job had none yet.
     */
    public int succeeded() {
        return (int) list().stream().filter(RecordedCall::succeeds).count();
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return list().isEmpty();
    }

    /** The first of them; empty where there are none. */
    public Optional<RecordedCall> first() {
        return list().stream().findFirst();
    }

    /** The last of them; empty where there are none. */
    public Optional<RecordedCall> last() {
        List<RecordedCall> calls = list();
        return calls.isEmpty() ? Optional.empty() : Optional.of(calls.get(calls.size() - 1));
    }

    @Override
    public Iterator<RecordedCall> iterator() {
        return list().iterator();
    }

    private boolean matches(RecordedCall call) {
        return Sent.matches(call.call(), conditions);
    }

    // ---- in words --------------------------------------------------------------------------------------------

    /** What was asked for, such as {@code Lambda function charge-card, attempt 2}; empty where nothing was. */
    public String description() {
        List<String> words = new ArrayList<>();
        conditions.forEach(condition -> words.add(condition.subject() + " " + condition.expected()));
        return String.join(", ", words);
    }

    /**
     * What was asked for, and all calls, those that have it marked; where none has, the nearest one side by side with it.
     * Times are counted from the start of the harness's clock.
     */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        text.append(Text.cut("  asked for: " + (conditions.isEmpty() ? "all calls" : description()), Text.WIDTH))
                .append('\n');
        if (all.isEmpty()) {
            return text.append("      calls: (none)\n").toString();
        }
        text.append('\n');
        int shown = Math.min(all.size(), SHOWN);
        for (RecordedCall recorded : all.subList(0, shown)) {
            TaskCall call = recorded.call();
            String mark = !conditions.isEmpty() && matches(recorded) ? "  * " : "    ";
            String line = mark + Times.since(start, call.scheduledAt()) + "  " + call.statePath() + " (attempt "
                    + call.attempt() + ")  " + call.parameters();
            text.append(Text.cut(line, Text.WIDTH)).append('\n');
        }
        if (all.size() > shown) {
            text.append("    and ").append(all.size() - shown).append(" more\n");
        }
        if (isEmpty()) {
            RecordedCall nearest = nearest();
            text.append("\n  nearest: ")
                    .append(Text.cut(
                            nearest.call().statePath() + " (attempt "
                                    + nearest.call().attempt() + ")",
                            Text.WIDTH - 11))
                    .append("\n\n");
            NearMiss.table(text, "asked for", conditions, nearest.call());
        }
        return text.toString();
    }

    private RecordedCall nearest() {
        List<RecordedCall> nearest = new ArrayList<>(all);
        nearest.sort(Comparator.comparingLong((RecordedCall call) -> NearMiss.score(conditions, call.call()))
                .reversed());
        return nearest.get(0);
    }
}
