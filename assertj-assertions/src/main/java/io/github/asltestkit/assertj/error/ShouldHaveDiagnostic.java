package io.github.asltestkit.assertj.error;

import io.github.asltestkit.diagnostic.Diagnostic;
import io.github.asltestkit.internal.message.DidYouMean;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A definition does not have a problem that it was expected to have. */
public final class ShouldHaveDiagnostic {
    private ShouldHaveDiagnostic() {}

    public static Message of(List<Diagnostic> all, String code, @Nullable String pointer) {
        String expected = code + (pointer == null ? "" : " at " + pointer);
        List<String> codes = all.stream().map(Diagnostic::code).distinct().toList();
        Message.Builder message = Message.verdict("The definition was expected to have a problem " + expected
                        + ", but it has " + (all.isEmpty() ? "none." : "others."))
                .fact("hint", codes.contains(code) ? null : DidYouMean.hint(code, codes))
                .block()
                .lines(Problems.list(all));
        return message.build(expected, all);
    }
}
