package io.github.asltestkit.assertj.error;

import io.github.asltestkit.mock.RecordedCall;
import java.util.List;

/** The jobs of other states were cancelled than expected. */
public final class ShouldCancelJobsOf {
    private ShouldCancelJobsOf() {}

    public static Message of(Evidence evidence, List<String> expected, List<RecordedCall> calls) {
        List<String> actual = Calls.names(expected, Cancellations.cancelled(calls));
        Message.Builder message = Message.verdict("The jobs that were cancelled are not the expected ones.")
                .fact("expected", expected.isEmpty() ? "(none)" : String.join(", ", expected))
                .fact("but were", actual.isEmpty() ? "(none)" : String.join(", ", actual))
                .block();
        for (int i = 0; i < Math.min(calls.size(), Calls.SHOWN); i++) {
            RecordedCall call = calls.get(i);
            message.line(call.call().statePath(), Cancellations.actual(call));
        }
        return Why.ofStatus(evidence).addTo(message).build(expected, actual);
    }
}
