package io.github.asltestkit.assertj.error;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.SingleStateResult;
import io.github.asltestkit.inspection.StateVisit;
import io.github.asltestkit.internal.message.DidYouMean;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A state did not take a step of the data flow. */
public final class ShouldInspect {
    private ShouldInspect() {}

    public static Message of(SingleStateResult result, String step) {
        List<String> steps = new ArrayList<>();
        result.inspectionData().fieldNames().forEachRemaining(steps::add);
        return of(result.stateName(), step, steps, SingleStateFacts.why(result));
    }

    public static Message of(Evidence evidence, StateVisit visit, String step) {
        List<String> steps = new ArrayList<>(List.of("input"));
        for (Map.Entry<String, JsonNode> taken : visit.inspectionData().entrySet()) {
            steps.add(taken.getKey());
        }
        return of(visit.path(), step, steps, new Why(null, evidence.place(visit, "")));
    }

    private static Message of(String state, String step, List<String> steps, Why why) {
        Message.Builder message = Message.verdict(state + " took no step " + step + ".")
                .fact("steps", String.join(", ", steps))
                .fact("hint", DidYouMean.hint(step, steps));
        return why.addTo(message).build(step, steps);
    }
}
