package io.github.asltestkit.assertj;

import io.github.asltestkit.diagnostic.Diagnostic;
import java.util.List;

/** A definition has problems that it was expected not to have. */
final class ShouldHaveNoDiagnostics {
    private ShouldHaveNoDiagnostics() {}

    static Message of(List<Diagnostic> all, String expected, List<Diagnostic> unexpected) {
        Message.Builder message = Message.verdict("The definition was expected to have " + expected + ", but it has "
                        + (unexpected.size() == 1 ? "one" : String.valueOf(unexpected.size())) + ".")
                .lines(Problems.list(unexpected));
        return message.build(expected, all);
    }
}
