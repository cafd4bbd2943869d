package io.github.asltestkit.internal.shape;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.asltestkit.Execution;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonataFunctionShapesTest {
    /** What some functions want besides their first argument. */
    private static final Map<String, String> FURTHER = Map.of(
            "substring", ", 0",
            "substringBefore", ", 'x'",
            "substringAfter", ", 'x'",
            "pad", ", 1",
            "replace", ", 'a', 'b'",
            "formatNumber", ", '#'",
            "formatInteger", ", 'w'",
            "power", ", 2",
            "parseInteger", ", '#'",
            "contains", ", 'x'");

    @Test
    void a_function_that_is_said_to_give_nothing_for_nothing_does() {
        List<String> others = new ArrayList<>();
        List<String> names = new ArrayList<>(JsonataFunctionShapes.OF_SOMETHING.keySet());
        names.addAll(List.of("sum", "max", "min", "average", "split", "sort", "reverse", "distinct", "merge", "type"));
        for (String name : names) {
            String further = FURTHER.getOrDefault(name, name.equals("split") ? ", 'x'" : "");
            String call = "$" + name + "($states.input.nothing" + further + ")";
            StateMachine machine = StateMachine.parse(
                    "call.asl.json",
                    "{\"QueryLanguage\": \"JSONata\", \"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Pass\","
                            + " \"Output\": \"{% " + call + " %}\", \"End\": true}}}");
            Execution execution = StateMachineHarness.create(machine).run("{}");
            if (!String.valueOf(execution.cause()).contains("returned nothing (undefined)")) {
                others.add(call + " is " + execution.status() + " " + execution.cause());
            }
        }
        assertThat(others).isEmpty();
    }
}
