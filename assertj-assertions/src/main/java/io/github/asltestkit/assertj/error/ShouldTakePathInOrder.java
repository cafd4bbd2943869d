package io.github.asltestkit.assertj.error;

import io.github.asltestkit.inspection.Branch;
import io.github.asltestkit.internal.message.Text;
import java.util.List;

/** The states did not come in the order expected, gaps allowed. */
public final class ShouldTakePathInOrder {
    private ShouldTakePathInOrder() {}

    public static Message of(Evidence evidence, Branch line, List<String> expected) {
        List<String> actual = line.path();
        int missing = Paths.foundInOrder(actual, expected);
        String after = missing == 0 ? "" : " after " + Text.cut(expected.get(missing - 1), 30);
        int column = String.join(" -> ", expected.subList(0, missing)).length() + (missing == 0 ? 0 : 4);
        Message.Builder message = Message.verdict(
                        evidence.sentenceSubject(line) + " did not enter the expected states in that order.")
                .line("expected in order", String.join(" -> ", expected));
        if (column < 60) {
            message.mark(column, Text.cut(expected.get(missing), 30) + " was not entered" + after);
        }
        message.line("actual path", actual.isEmpty() ? "(no state)" : String.join(" -> ", actual));
        if (column >= 60) {
            message.fact("missing", expected.get(missing) + after);
        }
        return Why.ofLine(evidence, line)
                .addTo(message)
                .build(String.join(" -> ", expected), String.join(" -> ", actual));
    }
}
