package io.github.asltestkit.assertj.error;

import io.github.asltestkit.diagnostic.Diagnostic;
import java.util.List;

/** The problems of a definition are others than expected. */
public final class ShouldHaveDiagnostics {
    private ShouldHaveDiagnostics() {}

    public static Message of(List<Diagnostic> all, List<String> expected) {
        List<String> actual = all.stream().map(Diagnostic::code).toList();
        Message.Builder message = Message.verdict("The problems of the definition are not the expected ones.")
                .fact("expected", expected.isEmpty() ? "(none)" : String.join(", ", expected))
                .fact("but were", actual.isEmpty() ? "(none)" : String.join(", ", actual))
                .block()
                .lines(Problems.list(all));
        return message.build(expected, actual);
    }
}
