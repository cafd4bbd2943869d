package io.github.asltestkit.internal.expression;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.internal.expression.Recordings.Case;
import io.github.asltestkit.internal.expression.jsonpath.ChoiceOperators;
import io.github.asltestkit.internal.expression.jsonpath.PayloadTemplate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The recordings whose one Choice rule or one template decides their output. */
class RecordedExpressionsTest {
    private static final Set<String> NOT_OPERATORS = Set.of("Variable", "Next");

    @TestFactory
    Stream<DynamicTest> a_choice_rule_decides_as_recorded() {
        return Recordings.cases("choice_operators.")
                .map(recorded -> test(recorded, () -> {
                    JsonNode rule = choice(recorded).path("Choices").get(0);
                    String operator = rule.properties().stream()
                            .map(Map.Entry::getKey)
                            .filter(key -> !NOT_OPERATORS.contains(key))
                            .findFirst()
                            .orElseThrow();
                    Condition condition =
                            ChoiceOperators.compile(rule.path("Variable").textValue(), operator, rule.get(operator));
                    boolean matched =
                            condition.test(TestScope.of(recorded.json().path("input")));
                    String expected = recorded.json().at("/expected/output").toString();
                    assertThat(expected).contains(matched ? "ConditionTrue" : "ConditionFalse");
                }));
    }

    @TestFactory
    Stream<DynamicTest> a_template_yields_what_was_recorded() {
        List<Case> cases = Stream.of("intrinsic_functions.", "base.test_base__TestSnfBase.test_json_path_array")
                .flatMap(Recordings::cases)
                .filter(RecordedExpressionsTest::isOneTemplate)
                .toList();
        return cases.stream()
                .map(recorded -> test(recorded, () -> {
                    JsonNode state = states(recorded).get(0);
                    JsonNode input = recorded.json().path("input");
                    ObjectNode context = JsonNodeFactory.instance.objectNode();
                    context.putObject("Execution").set("Input", input);
                    JsonNode output = PayloadTemplate.compile(state.path("Parameters"), "Parameters")
                            .evaluate(TestScope.of(input).withContext(context));
                    assertThat(byValue(output))
                            .isEqualTo(byValue(recorded.json().at("/expected/output")));
                }));
    }

    private static boolean isOneTemplate(Case recorded) {
        List<JsonNode> states = states(recorded);
        String text = recorded.json().path("definition").toString();
        return states.size() == 1
                && states.get(0).has("Parameters")
                && !states.get(0).has("ResultPath")
                && !text.contains("$$.StateMachine")
                && !text.contains("MathRandom")
                && !text.contains("UUID");
    }

    private static DynamicTest test(Case recorded, org.junit.jupiter.api.function.Executable body) {
        return DynamicTest.dynamicTest(recorded.name(), body);
    }

    private static List<JsonNode> states(Case recorded) {
        return StreamSupport.stream(recorded.json().at("/definition/States").spliterator(), false)
                .toList();
    }

    private static JsonNode choice(Case recorded) {
        return states(recorded).stream()
                .filter(state -> state.has("Choices"))
                .findFirst()
                .orElseThrow();
    }

    /** A value in which numbers are equal if their values are. */
    private static Object byValue(JsonNode node) {
        if (node.isObject()) {
            Map<String, Object> map = new TreeMap<>();
            node.properties().forEach(field -> map.put(field.getKey(), byValue(field.getValue())));
            return map;
        }
        if (node instanceof ArrayNode array) {
            return StreamSupport.stream(array.spliterator(), false)
                    .map(RecordedExpressionsTest::byValue)
                    .toList();
        }
        return node.isNumber() ? (Object) node.doubleValue() : node.toString();
    }
}
