package io.github.asltestkit.assertj;

import io.github.asltestkit.inspection.Branch;

/** The path does not match a pattern. */
final class ShouldTakePathMatching {
    private ShouldTakePathMatching() {}

    static Message of(Told told, Branch line, String pattern) {
        String actual = String.join(" -> ", line.path());
        Message.Builder message = Message.verdict(
                        told.sentenceSubject(line) + " took a path that does not match the pattern.")
                .line("expected pattern", pattern)
                .fact("actual path", actual.isEmpty() ? "(no state)" : actual);
        return Why.ofLine(told, line).addTo(message).build(pattern, actual);
    }
}
