package io.github.asltestkit.assertj.error;

import io.github.asltestkit.mock.RecordedCall;
import java.util.List;

/** An execution did not make some calls in the order expected. */
public final class ShouldMakeCallsInOrder {
    private ShouldMakeCallsInOrder() {}

    public static Message of(Evidence evidence, List<String> expected, List<RecordedCall> calls) {
        int found = Calls.foundInOrder(expected, calls);
        Message.Builder message = Message.verdict("The calls were not made in the order expected.")
                .fact("expected in order", String.join(", ", expected))
                .fact("missing", expected.get(found) + (found == 0 ? "" : " after " + expected.get(found - 1)))
                .block();
        Calls.list(message, evidence, calls);
        return Why.ofStatus(evidence).addTo(message).build(expected, Calls.names(expected, calls));
    }
}
