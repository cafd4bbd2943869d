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
     * Hands the rule to the method of its kind. A new kind of rule is a new method, which every visitor must have.
     *
     * @param <R> what the visitor gives
     */
    <R> R accept(Visitor<R> visitor);

    /**
     * One method for each kind of rule.
     *
     * @param <R> what it gives
     */
    interface Visitor<R> {
        /** The test of a rule in JSONata. */
        R condition(Condition rule);

        /** A comparison of a rule in JSONPath. */
        R comparison(Comparison rule);

        /** All of the rules hold. */
        R and(And rule);

        /** One of the rules holds. */
        R or(Or rule);

        /** A rule does not hold. */
        R not(Not rule);
    }

    /**
     * The test of a rule in JSONata.
     *
     * @param condition {@code Condition}: a boolean, or the text of an expression with its delimiters
     */
    record Condition(JsonNode condition) implements ChoiceRule {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.condition(this);
        }
    }

    /**
     * A comparison of a rule in JSONPath.
     *
     * @param variable {@code Variable}: the path of what is compared
     * @param operator the name of the field that says how, such as {@code NumericLessThanPath}
     * @param value the value of that field: what is compared with, or the path of it
     * @param pointer the JSON pointer of the object that holds both
     */
    record Comparison(String variable, String operator, JsonNode value, String pointer) implements ChoiceRule {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.comparison(this);
        }
    }

    /**
     * All of the rules hold.
     *
     * @param rules in the order of the definition
     */
    record And(List<ChoiceRule> rules) implements ChoiceRule {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.and(this);
        }
    }

    /**
     * One of the rules holds.
     *
     * @param rules in the order of the definition
     */
    record Or(List<ChoiceRule> rules) implements ChoiceRule {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.or(this);
        }
    }

    /**
     * A rule does not hold.
     *
     * @param rule that rule
     */
    record Not(ChoiceRule rule) implements ChoiceRule {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.not(this);
        }
    }
}
