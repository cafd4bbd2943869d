package io.github.asltestkit.assertj.error;

import io.github.asltestkit.inspection.Branch;

/** The path does not match a pattern. */
public final class ShouldTakePathMatching {
    private ShouldTakePathMatching() {}

    public static Message of(Evidence evidence, Branch line, String pattern) {
        String actual = String.join(" -> ", line.path());
        Message.Builder message = Message.verdict(
                        evidence.sentenceSubject(line) + " took a path that does not match the pattern.")
                .line("expected pattern", pattern)
                .fact("actual path", actual.isEmpty() ? "(no state)" : actual);
        return Why.ofLine(evidence, line).addTo(message).build(pattern, actual);
    }
}
