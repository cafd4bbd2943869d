package io.github.asltestkit.assertj.error;

import io.github.asltestkit.mock.RecordedCall;
import java.util.List;

/** An execution made other calls than expected, or in another order. */
public final class ShouldMakeCallsOf {
    private ShouldMakeCallsOf() {}

    public static Message of(Evidence evidence, List<String> expected, List<RecordedCall> calls) {
        List<String> actual = Calls.names(expected, calls);
        Message.Builder message = Message.verdict("The calls are not the expected ones.")
                .fact("expected", expected.isEmpty() ? "(none)" : String.join(", ", expected))
                .fact("but were", actual.isEmpty() ? "(none)" : String.join(", ", actual))
                .block();
        Calls.list(message, evidence, calls);
        return Why.ofStatus(evidence).addTo(message).build(expected, actual);
    }
}
