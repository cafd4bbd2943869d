package io.github.asltestkit.internal.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.asltestkit.definition.Choice;
import io.github.asltestkit.definition.ChoiceRule;
import io.github.asltestkit.definition.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A Choice rule is true where it was false. */
final class RuleNegated implements Operator {
    /** What belongs to the element of Choices, not to its rule. */
    private static final Set<String> OF_THE_CHOICE = Set.of("Next", "Comment", "Assign", "Output");

    @Override
    public List<Change> changes(Site site) {
        List<Change> changes = new ArrayList<>();
        if (site.state() instanceof State.ChoiceState state) {
            for (int i = 0; i < state.choices().size(); i++) {
                Choice choice = state.choices().get(i);
                JsonNode json = site.definition().json().at(choice.pointer());
                String text = "negate Choices[" + i + "]";
                changes.add(
                        choice.rule() instanceof ChoiceRule.Condition condition
                                ? Change.put(
                                        site,
                                        text,
                                        choice.pointer() + "/Condition",
                                        negated(condition.condition()),
                                        Advice.path(site))
                                : Change.put(site, text, choice.pointer(), negatedRule(json), Advice.path(site)));
            }
        }
        return changes;
    }

    private static JsonNode negated(JsonNode condition) {
        return condition.isTextual()
                ? TextNode.valueOf(JsonataTexts.wrapped(condition.textValue(), "$not(", ")"))
                : BooleanNode.valueOf(!condition.asBoolean());
    }

    private static JsonNode negatedRule(JsonNode choice) {
        ObjectNode negated = JsonNodeFactory.instance.objectNode();
        ObjectNode rule = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> field : choice.properties()) {
            (OF_THE_CHOICE.contains(field.getKey()) ? negated : rule).set(field.getKey(), field.getValue());
        }
        if (rule.size() == 1 && rule.has("Not")) {
            negated.setAll((ObjectNode) rule.get("Not"));
        } else {
            negated.set("Not", rule);
        }
        return negated;
    }
}
