package io.github.asltestkit.mock;

import java.util.List;
import java.util.stream.Collectors;

/** What a test is told about mocks that it gave and nobody called. */
final class UnusedMocksMessage {

    private UnusedMocksMessage() {}

    static String of(List<MockedResponse> unused, List<RecordedCall> journal) {
        StringBuilder text = new StringBuilder();
        text.append(unused.size() == 1 ? "A mocked response was" : unused.size() + " mocked responses were")
                .append(" never used.\n");
        for (MockedResponse response : unused) {
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
                text.append("    ")
                        .append(condition.subject())
                        .append(" ".repeat(width - condition.subject().length()))
                        .append("  ")
                        .append(condition.expected())
                        .append('\n');
            }
        }
        String made = journal.isEmpty()
                ? "none"
                : journal.stream()
                        .map(call -> call.call().statePath())
                        .distinct()
                        .collect(Collectors.joining(", "));
        text.append("\n  calls that were made: ").append(made).append('\n');
        text.append("\n  Remove what is not needed, or mark it lenient() where it may stay unused.\n");
        return text.toString();
    }
}
