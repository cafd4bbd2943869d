package io.github.asltestkit.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** The test of a Choice rule. */
public sealed interface ChoiceRule {

    /** JSONata: {@code Condition}, a boolean literal or an expression. */
    record Condition(JsonNode condition) implements ChoiceRule {}

    /** JSONPath: {@code Variable} compared by an operator, such as {@code NumericLessThanPath}, to a value. */
    record Comparison(String variable, String operator, JsonNode value, String pointer) implements ChoiceRule {}

    record And(List<ChoiceRule> rules) implements ChoiceRule {}

    record Or(List<ChoiceRule> rules) implements ChoiceRule {}

    record Not(ChoiceRule rule) implements ChoiceRule {}
}
