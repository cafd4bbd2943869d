package io.github.asltestkit.internal.parse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import io.github.asltestkit.definition.Choice;
import io.github.asltestkit.definition.ChoiceRule;
import io.github.asltestkit.definition.QueryLanguage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Reads the rules of a Choice state. */
final class ChoiceReader {
    private static final Set<String> RULE_FIELDS = Set.of("Next", "Comment", "Assign", "Output");
    private static final Set<String> NESTED_FIELDS = Set.of("Comment");
    private static final List<String> TESTS = List.of("And", "Or", "Not", "Variable", "Condition");
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
        onlyKnown(fields, around);
        List<String> tests = TESTS.stream().filter(fields::has).toList();
        if (tests.size() != 1) {
            problems.schema(
                    "The object must have only one of the following fields, [" + String.join(", ", TESTS) + "]",
                    fields.pointer());
            return new ChoiceRule.Or(List.of());
        }
        if (language == QueryLanguage.JSONATA && !tests.contains("Condition")) {
            fields.require(List.of("Condition"));
            return new ChoiceRule.Or(List.of());
        }
        return switch (tests.get(0)) {
            case "And" -> new ChoiceRule.And(rules(fields, "And"));
            case "Or" -> new ChoiceRule.Or(rules(fields, "Or"));
            case "Not" ->
                new ChoiceRule.Not(
                        rule(new Fields(fields.json().path("Not"), fields.pointer("Not"), problems), NESTED_FIELDS));
            case "Condition" -> condition(fields);
            default -> comparison(fields);
        };
    }

    private List<ChoiceRule> rules(Fields fields, String field) {
        List<ChoiceRule> rules = new ArrayList<>();
        List<JsonNode> elements = fields.array(field, true);
        for (int i = 0; i < elements.size(); i++) {
            rules.add(rule(new Fields(elements.get(i), fields.pointer(field) + "/" + i, problems), NESTED_FIELDS));
        }
        return rules;
    }

    private ChoiceRule condition(Fields fields) {
        JsonNode condition = fields.json().path("Condition");
        if (!condition.isTextual() && !condition.isBoolean()) {
            problems.schema("Expected value of type [STRING, BOOLEAN]", fields.pointer("Condition"));
            return new ChoiceRule.Condition(BooleanNode.FALSE);
        }
        return new ChoiceRule.Condition(condition);
    }

    private ChoiceRule comparison(Fields fields) {
        String variable = fields.requiredText("Variable");
        List<String> operators = new ArrayList<>();
        fields.json().fieldNames().forEachRemaining(name -> {
            if (OPERATORS.contains(name)) {
                operators.add(name);
            }
        });
        fields.exactlyOne(OPERATORS.toArray(new String[0]));
        if (operators.isEmpty()) {
            return new ChoiceRule.Or(List.of());
        }
        String operator = operators.get(0);
        JsonNode value = fields.json().path(operator);
        checkOperand(operator, value, fields.pointer(operator));
        return new ChoiceRule.Comparison(variable, operator, value, fields.pointer());
    }

    private void checkOperand(String operator, JsonNode value, String pointer) {
        boolean path = operator.endsWith("Path");
        if (!path && (operator.startsWith("Is") || operator.equals("BooleanEquals"))) {
            expect(value.isBoolean(), "BOOLEAN", pointer);
        } else if (!path && operator.startsWith("Numeric")) {
            expect(value.isNumber(), "NUMBER", pointer);
        } else if (!path && operator.startsWith("Timestamp")) {
            expect(value.isTextual(), "STRING", pointer);
            String text = value.textValue();
            if (text != null && text.contains("${")) {
                problems.unresolved(text, pointer, "a timestamp");
            } else if (text != null && !Timestamps.isValid(text)) {
                problems.schema("String does not match RFC3339 timestamp", pointer);
            }
        } else {
            expect(value.isTextual(), "STRING", pointer);
        }
    }

    private void expect(boolean right, String type, String pointer) {
        if (!right) {
            problems.schema("Expected value of type [" + type + "]", pointer);
        }
    }

    private void onlyKnown(Fields fields, Set<String> around) {
        boolean jsonata = language == QueryLanguage.JSONATA;
        Set<String> known = new HashSet<>(around);
        known.addAll(jsonata ? List.of("Condition") : List.of("And", "Or", "Not", "Variable"));
        if (!jsonata) {
            known.addAll(OPERATORS);
            known.remove("Output");
        }
        fields.json().fieldNames().forEachRemaining(name -> {
            if (known.contains(name)) {
                return;
            }
            if (jsonata
                    ? TESTS.contains(name) || OPERATORS.contains(name)
                    : name.equals("Condition") || (name.equals("Output") && around.contains(name))) {
                fields.ofOtherLanguage(name, language);
            } else {
                fields.unsupported(name, new TreeSet<>(known));
            }
        });
    }
}
