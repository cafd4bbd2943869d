package io.github.asltestkit.mock;

import io.github.asltestkit.internal.message.Text;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a test is told about mocks that it gave and nobody called. */
final class UnusedMocksMessage {
    private static final int MOST_SHOWN = 20;

    private UnusedMocksMessage() {}

    /**
     * The text.
     *
     * @param answering which mock answered a call, by its id
     * @param states the types of all states by their names; empty if they are not known
     * @param given all mocks in the order in which they were given
     */
    static String of(
            List<MockedResponse> unused,
            List<RecordedCall> journal,
            Map<Long, MockedResponse> answering,
            Map<String, String> states,
            List<MockedResponse> given) {
        StringBuilder text = new StringBuilder();
        text.append(unused.size() == 1 ? "A mocked response was" : unused.size() + " mocked responses were")
                .append(" never used.\n");
        for (MockedResponse response : unused.subList(0, Math.min(MOST_SHOWN, unused.size()))) {
            text.append("\n  \"")
                    .append(response.name())
                    .append("\"  -> at ")
                    .append(response.site().text())
                    .append('\n');
            int width = response.conditions().stream()
                    .mapToInt(condition -> condition.subject().length())
                    .max()
                    .orElse(0);
            for (CallCondition condition : response.conditions()) {
                String subject = condition.subject()
                        + " ".repeat(width - condition.subject().length());
                text.append("    ")
                        .append(Text.cut(subject + "  " + condition.expected(), Text.WIDTH - 4))
                        .append('\n');
            }
            String unknown = UnknownState.of(response, states);
            if (unknown != null) {
                text.append("    ").append(unknown).append('\n');
            }
            MockedResponse other = overridden(response, journal, answering);
            if (other != null) {
                boolean later = given.indexOf(other) > given.indexOf(response);
                text.append("    Its calls were answered by \"")
                        .append(other.name())
                        .append(
                                later
                                        ? "\", which was given later\n      -> at "
                                        : "\", before it was given\n      -> at ")
                        .append(other.site().text())
                        .append('\n');
            }
        }
        if (unused.size() > MOST_SHOWN) {
            text.append("\n  and ").append(unused.size() - MOST_SHOWN).append(" more\n");
        }
        String made = journal.isEmpty()
                ? "none"
                : journal.stream()
                        .map(call -> call.call().statePath())
                        .distinct()
                        .limit(Text.WIDTH)
                        .collect(Collectors.joining(", "));
        text.append("\n  ")
                .append(Text.cut("calls that were made: " + made, Text.WIDTH - 2))
                .append('\n');
        text.append("\n  Remove it if it is not needed, or mark it lenient() if it may stay unused.\n");
        return text.toString();
    }

    /** The later mock that took the calls that this one would have answered; null where there were none. */
    private static @Nullable MockedResponse overridden(
            MockedResponse response, List<RecordedCall> journal, Map<Long, MockedResponse> answering) {
        for (RecordedCall call : journal) {
            if (response.matches(call.call())) {
                return answering.get(call.call().id());
            }
        }
        return null;
    }
}
