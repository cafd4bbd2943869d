package io.github.asltestkit.internal.parse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import io.github.asltestkit.definition.Choice;
import io.github.asltestkit.definition.ChoiceRule;
import io.github.asltestkit.definition.QueryLanguage;
import io.github.asltestkit.internal.message.DidYouMean;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Reads the rules of a Choice state. */
final class ChoiceReader {
    private static final Set<String> RULE_FIELDS = Set.of("Next", "Comment", "Assign", "Output");
    private static final Set<String> OPERATORS = operators();

    private final Problems problems;
    private final QueryLanguage language;

    ChoiceReader(Problems problems, QueryLanguage language) {
        this.problems = problems;
        this.language = language;
    }

    private static Set<String> operators() {
        Set<String> operators = new TreeSet<>(Set.of(
                "BooleanEquals",
                "BooleanEqualsPath",
                "StringMatches",
                "IsNull",
                "IsPresent",
                "IsNumeric",
                "IsString",
                "IsBoolean",
                "IsTimestamp"));
        for (String type : List.of("String", "Numeric", "Timestamp")) {
            for (String comparison :
                    List.of("Equals", "LessThan", "GreaterThan", "LessThanEquals", "GreaterThanEquals")) {
                operators.add(type + comparison);
                operators.add(type + comparison + "Path");
            }
        }
        return operators;
    }

    List<Choice> choices(Fields state) {
        List<Choice> choices = new ArrayList<>();
        List<JsonNode> elements = state.array("Choices", true);
        for (int i = 0; i < elements.size(); i++) {
            Fields fields = new Fields(elements.get(i), state.pointer("Choices") + "/" + i, problems);
            choices.add(new Choice(
                    rule(fields, RULE_FIELDS),
                    fields.requiredText("Next"),
                    fields.text("Comment"),
                    fields.any("Output"),
                    fields.any("Assign"),
                    fields.pointer()));
        }
        return choices;
    }

    private ChoiceRule rule(Fields fields, Set<String> around) {
        if (language == QueryLanguage.JSONATA) {
            fields.require(List.of("Condition"));
            unknown(fields, Set.of("Condition"), around);
            JsonNode condition = fields.any("Condition");
            if (condition != null && !condition.isTextual() && !condition.isBoolean()) {
                problems.schema("Value is not of type string or boolean", fields.pointer("Condition"));
            }
            return new ChoiceRule.Condition(condition == null ? BooleanNode.FALSE : condition);
        }
        if (fields.has("And")) {
            unknown(fields, Set.of("And"), around);
            return new ChoiceRule.And(rules(fields, "And"));
        }
        if (fields.has("Or")) {
            unknown(fields, Set.of("Or"), around);
            return new ChoiceRule.Or(rules(fields, "Or"));
        }
        JsonNode not = fields.any("Not");
        if (not != null) {
            unknown(fields, Set.of("Not"), around);
            return new ChoiceRule.Not(rule(new Fields(not, fields.pointer("Not"), problems), Set.of("Comment")));
        }
        return comparison(fields, around);
    }

    private List<ChoiceRule> rules(Fields fields, String field) {
        List<ChoiceRule> rules = new ArrayList<>();
        List<JsonNode> elements = fields.array(field, true);
        for (int i = 0; i < elements.size(); i++) {
            rules.add(rule(new Fields(elements.get(i), fields.pointer(field) + "/" + i, problems), Set.of("Comment")));
        }
        return rules;
    }

    private ChoiceRule comparison(Fields fields, Set<String> around) {
        String variable = fields.requiredText("Variable");
        List<String> operators = new ArrayList<>();
        fields.json().fieldNames().forEachRemaining(name -> {
            if (OPERATORS.contains(name)) {
                operators.add(name);
            }
        });
        Set<String> known = new TreeSet<>(OPERATORS);
        known.add("Variable");
        unknown(fields, known, around);
        if (operators.size() != 1) {
            problems.schema("A choice rule must have exactly one comparison operator", fields.pointer());
            return new ChoiceRule.Or(List.of());
        }
        String operator = operators.get(0);
        JsonNode value = fields.json().get(operator);
        checkOperand(operator, value, fields.pointer(operator));
        return new ChoiceRule.Comparison(variable, operator, value, fields.pointer());
    }

    private void checkOperand(String operator, JsonNode value, String pointer) {
        String expected;
        boolean right;
        if (operator.startsWith("Is") || operator.equals("BooleanEquals")) {
            expected = "boolean";
            right = value.isBoolean();
        } else if (operator.startsWith("Numeric") && !operator.endsWith("Path")) {
            expected = "number";
            right = value.isNumber();
        } else {
            expected = "string";
            right = value.isTextual();
        }
        if (!right) {
            problems.schema("Value is not of type " + expected, pointer);
        }
    }

    private void unknown(Fields fields, Set<String> own, Set<String> around) {
        Set<String> known = new TreeSet<>(own);
        known.addAll(around);
        fields.json().fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                problems.error(
                        Problems.SCHEMA,
                        "Field '" + name + "' is not supported by a choice rule",
                        fields.pointer(name),
                        DidYouMean.hint(name, known));
            }
        });
    }
}
