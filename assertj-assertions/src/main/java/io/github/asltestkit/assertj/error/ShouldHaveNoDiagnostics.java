package io.github.asltestkit.assertj.error;

import io.github.asltestkit.diagnostic.Diagnostic;
import java.util.List;

/** A definition has problems that it was expected not to have. */
public final class ShouldHaveNoDiagnostics {
    private ShouldHaveNoDiagnostics() {}

    public static Message of(List<Diagnostic> all, String expected, List<Diagnostic> unexpected) {
        Message.Builder message = Message.verdict("The definition was expected to have " + expected + ", but it has "
                        + (unexpected.size() == 1 ? "one" : String.valueOf(unexpected.size())) + ".")
                .lines(Problems.list(unexpected));
        return message.build(expected, all);
    }
}
