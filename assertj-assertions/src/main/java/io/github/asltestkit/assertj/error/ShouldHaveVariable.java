package io.github.asltestkit.assertj.error;

import io.github.asltestkit.inspection.Branch;
import io.github.asltestkit.internal.message.DidYouMean;
import java.util.Set;

/** No state of a line assigned a variable. */
public final class ShouldHaveVariable {
    private ShouldHaveVariable() {}

    public static Message of(Evidence evidence, Branch line, String variable) {
        Set<String> names = Variables.names(line);
        Message.Builder message = Message.verdict(
                        evidence.sentenceSubject(line) + " has no variable " + variable + ": no state assigned it.")
                .fact("assigned", names.isEmpty() ? "(none)" : String.join(", ", names))
                .fact("hint", DidYouMean.hint(variable, names));
        return Why.ofLine(evidence, line).addTo(message).build(variable, names);
    }
}
