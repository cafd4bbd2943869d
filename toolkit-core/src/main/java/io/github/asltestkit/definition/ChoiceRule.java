package io.github.asltestkit.definition;

import static org.apiguardian.api.API.Status.MAINTAINED;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.apiguardian.api.API;

/**
 * The test of a Choice rule.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html">Choice workflow state</a>
 */
@API(status = MAINTAINED, since = "0.1")
public sealed interface ChoiceRule {

    /**
     * The test of a rule in JSONata.
     *
     * @param condition {@code Condition}: a boolean, or the text of an expression with its delimiters
     */
    record Condition(JsonNode condition) implements ChoiceRule {}

    /**
     * A comparison of a rule in JSONPath.
     *
     * @param variable {@code Variable}: the path of what is compared
     * @param operator the name of the field that says how, such as {@code NumericLessThanPath}
     * @param value the value of that field: what is compared with, or the path of it
     * @param pointer the JSON pointer of the object that holds both
     */
    record Comparison(String variable, String operator, JsonNode value, String pointer) implements ChoiceRule {}

    /**
     * All of the rules hold.
     *
     * @param rules in the order of the definition
     */
    record And(List<ChoiceRule> rules) implements ChoiceRule {}

    /**
     * One of the rules holds.
     *
     * @param rules in the order of the definition
     */
    record Or(List<ChoiceRule> rules) implements ChoiceRule {}

    /**
     * A rule does not hold.
     *
     * @param rule that rule
     */
    record Not(ChoiceRule rule) implements ChoiceRule {}
}
