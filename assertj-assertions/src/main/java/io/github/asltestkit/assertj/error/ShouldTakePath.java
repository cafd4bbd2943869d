package io.github.asltestkit.assertj.error;

import io.github.asltestkit.inspection.Branch;
import io.github.asltestkit.inspection.StateVisit;
import io.github.asltestkit.internal.message.Text;
import java.util.List;

/** A line of states took another path than expected. */
public final class ShouldTakePath {
    private ShouldTakePath() {}

    /** The column of the first difference, at most. */
    private static final int MARK = 50;

    public static Message of(Evidence evidence, Branch line, List<String> expected) {
        List<String> actual = line.path();
        int at = 0;
        while (at < Math.min(actual.size(), expected.size()) && actual.get(at).equals(expected.get(at))) {
            at++;
        }
        int from = 0;
        while (from < at && prefix(expected, from, at).length() > MARK) {
            from++;
        }
        String difference = "position " + (at + 1) + ": "
                + (at < expected.size() ? Text.cut(expected.get(at), 30) + " expected" : "no further state expected")
                + ", "
                + (at < actual.size() ? Text.cut(actual.get(at), 30) + " entered" : "none entered");
        Message.Builder message = Message.verdict(
                        evidence.sentenceSubject(line) + " took a different path than expected.")
                .line("expected path", shown(expected, from))
                .line("actual path", shown(actual, from))
                .mark(prefix(expected, from, at).length(), difference);
        StateVisit before = at == 0 || actual.isEmpty() ? null : line.visits().get(at - 1);
        Why why = before == null
                        || (before.next() == null
                                && before.outcome() != io.github.asltestkit.inspection.VisitOutcome.SUCCEEDED)
                ? Why.ofStatus(evidence)
                : Why.ofStep(evidence, before);
        return why.addTo(message).build(String.join(" -> ", expected), String.join(" -> ", actual));
    }

    private static String prefix(List<String> path, int from, int to) {
        StringBuilder text = new StringBuilder(from == 0 ? "" : "... -> ");
        path.subList(from, to).forEach(name -> text.append(Text.ascii(name)).append(" -> "));
        return text.toString();
    }

    private static String shown(List<String> path, int from) {
        if (path.isEmpty()) {
            return "(no state)";
        }
        return (from == 0 ? "" : "... -> ") + String.join(" -> ", path.subList(from, path.size()));
    }
}
