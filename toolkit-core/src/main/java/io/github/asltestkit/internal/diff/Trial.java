package io.github.asltestkit.internal.diff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.diff.ScenarioKind;
import io.github.asltestkit.explore.Choice;
import io.github.asltestkit.explore.Plan;
import io.github.asltestkit.replay.Recording;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A scenario to be tried.
 *
 * @param kind where it comes from
 * @param name what its input is called, or null if it is made up
 * @param input the input; null if it is made of the values
 * @param recording the recording whose answers it gets, or null
 * @param values what is at places that the definitions read, instead of what would be made up
 * @param plan what goes wrong
 * @param bare whether answers that are made up hold nothing but the values, and what their shapes have to
 * @param afterFirst whether the plan is one of the new definition's calls, which then runs first
 */
record Trial(
        ScenarioKind kind,
        @Nullable String name,
        @Nullable JsonNode input,
        @Nullable Recording recording,
        Map<Place, JsonNode> values,
        Plan plan,
        boolean bare,
        boolean afterFirst) {

    static Trial madeUp() {
        return new Trial(ScenarioKind.GOAL, null, null, null, Map.of(), Plan.SCRIPT, false, false);
    }

    static Trial ofInput(String name, JsonNode input) {
        return new Trial(ScenarioKind.INPUT, name, input, null, Map.of(), Plan.SCRIPT, false, false);
    }

    static Trial of(Recording recording) {
        return new Trial(
                ScenarioKind.RECORDING,
                recording.name(),
                recording.inspection().input(),
                recording,
                Map.of(),
                Plan.SCRIPT,
                false,
                false);
    }

    /** With some places changed. */
    Trial with(Map<Place, JsonNode> more) {
        Map<Place, JsonNode> all = new LinkedHashMap<>(values);
        // What was chosen last goes last, so that it wins where two places end alike.
        more.keySet().forEach(all::remove);
        all.putAll(more);
        JsonNode changed = input;
        if (input instanceof ObjectNode object) {
            ObjectNode copy = object.deepCopy();
            more.forEach((place, value) -> MadeData.put(copy, place.steps(), value, copy.objectNode()));
            changed = copy;
        }
        ScenarioKind now = kind == ScenarioKind.FAULT ? kind : ScenarioKind.GOAL;
        return new Trial(now, name, changed, recording, all, plan, bare, afterFirst);
    }

    Trial withOnly(Map<Place, JsonNode> fewer) {
        return new Trial(kind, name, input, recording, fewer, plan, bare, afterFirst);
    }

    Trial withInput(JsonNode other) {
        return new Trial(kind, name, other, recording, values, plan, bare, afterFirst);
    }

    /** With one thing more that goes wrong. */
    Trial with(Choice fault, boolean ofNewDefinition) {
        return new Trial(ScenarioKind.FAULT, name, input, recording, values, plan.with(fault), bare, ofNewDefinition);
    }

    /** With answers that hold no more than they need. */
    Trial withBareAnswers() {
        return new Trial(kind, name, input, recording, values, plan, true, afterFirst);
    }

    Trial with(Plan other) {
        return new Trial(kind, name, input, recording, values, other, bare, afterFirst);
    }
}
