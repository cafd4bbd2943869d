package io.github.asltestkit.assertj.error;

import io.github.asltestkit.internal.message.DidYouMean;
import io.github.asltestkit.mock.RecordedCall;
import java.util.List;

/** A state made no call, or not as many as expected. */
public final class ShouldCall {
    private ShouldCall() {}

    public static Message of(Evidence evidence, String state, int number, List<RecordedCall> calls) {
        long made =
                calls.stream().filter(call -> Calls.isOf(state, call.call())).count();
        String verdict = made == 0
                ? "State " + state + " made no call."
                : "State " + state + " made " + made + (made == 1 ? " call" : " calls") + ", but call " + number
                        + " was asked for.";
        Message.Builder message = Message.verdict(verdict);
        Calls.list(message, evidence, calls);
        List<String> states =
                calls.stream().map(call -> call.call().stateName()).distinct().toList();
        if (made == 0) {
            message.fact("hint", DidYouMean.hint(state, states));
        }
        return Why.ofStatus(evidence).addTo(message).build(number, made);
    }
}
