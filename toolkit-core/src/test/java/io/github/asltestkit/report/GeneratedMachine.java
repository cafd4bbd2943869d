package io.github.asltestkit.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A definition of a given number of states, as large ones are: a long chain of tasks with Choices that skip and go back,
 * Catchers that lead to a few common states, and now and then a Parallel or a Map state with states in it.
 */
final class GeneratedMachine {
    private static final List<String> VERBS =
            List.of("Validate", "Reserve", "Charge", "Notify", "Archive", "Compute", "LookUp", "Transform");
    private static final List<String> NOUNS = List.of(
            "Order",
            "Customer address",
            "Payment_authorization",
            "WarehouseStockOfTheRegion",
            "Invoice",
            "Shipment-label");
    private static final int BLOCK = 12;

    private final ObjectNode states = JsonNodeFactory.instance.objectNode();
    private final List<String> top = new ArrayList<>();
    private int count;

    private GeneratedMachine() {}

    /** The text of a definition with exactly that many states, nested ones among them; at least 20. */
    static String of(int size) {
        GeneratedMachine machine = new GeneratedMachine();
        ObjectNode definition = JsonNodeFactory.instance.objectNode();
        definition.put("StartAt", machine.name(0));
        machine.chain(size);
        definition.set("States", machine.states);
        return definition.toPrettyString();
    }

    private String name(int number) {
        return VERBS.get(number % VERBS.size()) + " " + NOUNS.get(number % NOUNS.size()) + " " + number;
    }

    private void chain(int size) {
        int last = size - 2; // two states are where errors lead to
        while (count < last) {
            int number = count;
            boolean nested = number % BLOCK == BLOCK - 1 && last - count > 6;
            String kind = nested ? (number % (2 * BLOCK) == BLOCK - 1 ? "Parallel" : "Map") : null;
            ObjectNode state = states.putObject(name(number));
            top.add(name(number));
            count++;
            if ("Parallel".equals(kind)) {
                state.put("Type", "Parallel").putNull("ResultPath");
                ArrayNode branches = state.putArray("Branches");
                branch(branches.addObject(), 2);
                branch(branches.addObject(), 1);
            } else if ("Map".equals(kind)) {
                state.put("Type", "Map").put("ItemsPath", "$.items").putNull("ResultPath");
                branch(state.putObject("ItemProcessor"), 2);
            } else if (number % 5 == 3) {
                choice(state, number, last);
                continue;
            } else {
                task(state, number);
            }
            if (count < last) {
                state.put("Next", name(count));
            } else {
                state.put("End", true);
            }
        }
        states.putObject("Tell the operators").put("Type", "Pass").put("Next", "Given up");
        states.putObject("Given up").put("Type", "Fail").put("Error", "Given.Up");
    }

    private void branch(ObjectNode graph, int length) {
        graph.put("StartAt", name(count));
        ObjectNode inside = graph.putObject("States");
        for (int i = 0; i < length; i++) {
            ObjectNode state = inside.putObject(name(count)).put("Type", "Pass");
            count++;
            if (i + 1 < length) {
                state.put("Next", name(count));
            } else {
                state.put("End", true);
            }
        }
    }

    private void choice(ObjectNode state, int number, int last) {
        state.put("Type", "Choice");
        ArrayNode choices = state.putArray("Choices");
        choices.addObject()
                .put("Variable", "$.order.total")
                .put("NumericGreaterThan", 100 + number)
                .put("Next", top.get(Math.max(0, top.size() - 3)));
        choices.addObject()
                .put("Variable", "$.fails")
                .put("BooleanEquals", true)
                .put("Next", "Tell the operators");
        state.put("Default", count < last ? name(count) : "Tell the operators");
    }

    private static void task(ObjectNode state, int number) {
        state.put("Type", "Task").put("Resource", "arn:aws:states:::lambda:invoke");
        state.putObject("Parameters").put("FunctionName", "function-" + number).put("Payload.$", "$");
        state.put("ResultPath", "$.result");
        if (number % 2 == 0) {
            ObjectNode catcher = state.putArray("Catch").addObject();
            catcher.putArray("ErrorEquals").add("States.TaskFailed");
            catcher.put("ResultPath", "$.error").put("Next", "Tell the operators");
        }
    }
}
