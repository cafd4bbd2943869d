package io.github.asltestkit.internal.generate;

import io.github.asltestkit.history.ExecutionStatus;
import io.github.asltestkit.inspection.ExecutionInspection;
import io.github.asltestkit.inspection.StateVisit;
import io.github.asltestkit.mock.RecordedCall;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a scenario.
 *
 * @param scenario what was run
 * @param taken the coverage items that it took, by their positions in the outline
 * @param lines the execution, and the child executions of distributed Map states
 * @param status how it ended; RUNNING if it waits for somebody
 * @param error the error that it ended with, or null
 * @param stopped why the toolkit stopped it; null if it did not
 * @param missed what it asked for in S3 and did not find
 * @param calls the calls of all executions, in their order
 */
public record Ran(
        Scenario scenario,
        BitSet taken,
        List<Line> lines,
        ExecutionStatus status,
        @Nullable String error,
        @Nullable String stopped,
        List<String> missed,
        List<RecordedCall> calls) {

    /**
     * An execution.
     *
     * @param inspection all that is known of it
     * @param parent the stay in the Map state that it is a child execution of, or null
     * @param around the execution of that stay, or null
     */
    public record Line(
            ExecutionInspection inspection,
            @Nullable StateVisit parent,
            @Nullable Line around) {}

    private static final int CAUSE = 200;

    /** A stay in a state, and the execution that it belongs to. */
    record Stay(StateVisit visit, Line line) {}

    /** All stays, those of child executions behind those of their parent. */
    List<Stay> stays() {
        List<Stay> all = new ArrayList<>();
        for (Line line : lines) {
            line.inspection().allVisits().stream()
                    .filter(visit -> visit.state() != null)
                    .sorted(Comparator.comparingLong(StateVisit::enteredEventId))
                    .forEach(visit -> all.add(new Stay(visit, line)));
        }
        return all;
    }

    /** What tells one way through the definition from another. */
    String way() {
        StringBuilder text = new StringBuilder();
        for (Stay stay : stays()) {
            StateVisit visit = stay.visit();
            text.append(visit.path()).append(' ').append(visit.outcome());
            text.append(' ').append(visit.attempts().size()).append('>');
            if (text.length() > 20_000) {
                break;
            }
        }
        text.append(status).append(' ').append(error).append(' ').append(missed);
        if (!lines.isEmpty()) {
            // The rest of a cause holds data.
            String cause = String.valueOf(lines.get(0).inspection().cause());
            text.append(cause, 0, Math.min(CAUSE, cause.length()));
        }
        return text.toString();
    }
}
