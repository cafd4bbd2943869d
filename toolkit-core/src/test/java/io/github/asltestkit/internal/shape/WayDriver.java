package io.github.asltestkit.internal.shape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.Execution;
import io.github.asltestkit.HarnessOptions;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.history.ExecutionStatus;
import io.github.asltestkit.history.HistoryEvent;
import io.github.asltestkit.integration.TaskCall;
import io.github.asltestkit.integration.TaskIntegration;
import io.github.asltestkit.integration.TaskReaction;
import io.github.asltestkit.internal.json.JsonText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Drives a machine the way that a warning names: looks for an input, and for results of tasks, with which an execution takes
 * it. What has to be there is known by the origins of what the states read; which values it takes is tried out.
 */
public final class WayDriver {
    private static final int TRIES = 150;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final JsonNode ABSENT = JSON.missingNode();
    private static final List<JsonNode> USUAL = List.of(
            JSON.textNode("x"),
            JSON.numberNode(1),
            JSON.booleanNode(true),
            json("[{}]"),
            json("{}"),
            JSON.textNode("{}"),
            JSON.textNode("2024-01-01T00:00:00Z"),
            JSON.numberNode(1000),
            JSON.booleanNode(false),
            json("[]"),
            json("[1]"),
            json("[\"x\"]"),
            JSON.numberNode(0),
            JSON.nullNode(),
            JSON.textNode("a/b"),
            JSON.textNode("1"),
            ABSENT);

    private static final Pattern CONSTANT = Pattern.compile("'([^']*)'|\\\\?\"([^\"\\\\]*)\\\\?\"|\\b(\\d+)\\b");

    private final StateMachine machine;
    private final Flaw.NeverThere flaw;
    private final JsonNode script;
    private final List<Need> needs = new ArrayList<>();
    private final List<JsonNode> candidates = new ArrayList<>(USUAL);

    /** A value that has to be somewhere in the input (root is empty) or in the result of a state (root is its pointer). */
    private record Need(String root, List<Object> steps) {}

    private WayDriver(StateMachine machine, DataFlow flow, Flaw.NeverThere flaw, JsonNode script) {
        this.script = script;
        this.machine = alone(machine, flow, flaw);
        this.flaw = flaw;
        Set<Need> all = new LinkedHashSet<>();
        for (Found found : flow.reads(flaw.way())) {
            add(found.shape().origin(), all);
        }
        needs.addAll(all);
        needs.sort(Comparator.comparing(need -> need.steps().size()));
        constants();
    }

    /** The machine with no other fault in the state: an execution fails with the first that it comes to. */
    private static StateMachine alone(StateMachine machine, DataFlow flow, Flaw.NeverThere flaw) {
        ObjectNode mended = machine.definition().json().deepCopy();
        for (Flaw other : flow.flaws()) {
            if (other instanceof Flaw.NeverThere never
                    && never.state().equals(flaw.state())
                    && !never.read().pointer().equals(flaw.read().pointer())) {
                String pointer = never.read().pointer();
                String name = pointer.substring(pointer.lastIndexOf('/') + 1)
                        .replace("~1", "/")
                        .replace("~0", "~");
                if (mended.at(pointer.substring(0, pointer.lastIndexOf('/'))) instanceof ObjectNode object) {
                    object.put(name, object.path(name).asText().startsWith("{%") ? "x" : "$$.State.Name");
                }
            }
        }
        return StateMachine.parse(machine.name() + ".asl.json", mended.toString());
    }

    private static void add(Origin origin, Set<Need> needs) {
        if (origin instanceof Origin.Input input) {
            needs.add(new Need("", input.steps()));
        } else if (origin instanceof Origin.Result result) {
            needs.add(new Need(result.state(), result.steps()));
        } else if (origin instanceof Origin.Several several) {
            several.origins().forEach(one -> add(one, needs));
        }
    }

    /** What the Choice states compare with. */
    private void constants() {
        Set<JsonNode> all = new LinkedHashSet<>();
        flaw.way().states().stream()
                .filter(state -> state instanceof io.github.asltestkit.definition.State.ChoiceState)
                .forEach(state -> collect(machine.definition().json().at(state.pointer() + "/Choices"), all));
        candidates.addAll(all);
    }

    private static void collect(JsonNode node, Set<JsonNode> all) {
        if (node.isValueNode()) {
            all.add(node);
            if (node.isNumber()) {
                all.add(JSON.numberNode(node.asInt() + 1));
                all.add(JSON.numberNode(node.asInt() - 1));
            }
            Matcher constant = CONSTANT.matcher(node.asText());
            while (constant.find()) {
                all.add(
                        constant.group(3) == null
                                ? JSON.textNode(constant.group(1) == null ? constant.group(2) : constant.group(1))
                                : JSON.numberNode(Long.parseLong(constant.group(3)
                                        .substring(
                                                0, Math.min(9, constant.group(3).length())))));
            }
        }
        node.forEach(part -> collect(part, all));
    }

    /** What came of the tries: whether one of them failed as foretold, and else how far the best one came. */
    public record Outcome(boolean confirmed, String text) {}

    /**
     * Drives the way of a flaw.
     *
     * @param script results by the names of states, and the input by the empty name, where the search is not to find them
     */
    public static Outcome drive(StateMachine machine, DataFlow flow, Flaw.NeverThere flaw, JsonNode script) {
        return new WayDriver(machine, flow, flaw, script).search();
    }

    private Outcome search() {
        Random random = new Random(7);
        int[] chosen = new int[needs.size()];
        Run best = run(chosen);
        for (int i = 0; i < TRIES && !best.confirmed(); i++) {
            int[] next = chosen.clone();
            for (int changes = 1 + random.nextInt(2); changes > 0 && next.length > 0; changes--) {
                next[random.nextInt(next.length)] = random.nextInt(candidates.size());
            }
            Run run = run(next);
            if (run.confirmed() || run.score() >= best.score()) {
                best = run;
                chosen = next;
            }
        }
        return new Outcome(best.confirmed(), best.text());
    }

    private record Run(boolean confirmed, int score, String text) {}

    private Run run(int[] chosen) {
        StateMachineHarness harness =
                StateMachineHarness.create(machine, HarnessOptions.defaults().withStepLimit(3_000), new World(chosen));
        Execution execution;
        try {
            execution = harness.run(value("", chosen));
        } catch (RuntimeException endless) {
            return new Run(false, 0, "threw " + endless);
        }
        List<String> entered = new ArrayList<>();
        boolean failed = false;
        String cause = "";
        for (HistoryEvent event : execution.history().events()) {
            String type = event.type().name();
            if (type.endsWith("_STATE_ENTERED")) {
                entered.add(event.details().text("name"));
            }
            if (type.equals("EVALUATION_FAILED")
                    && flaw.state().name().equals(event.details().text("state"))) {
                failed |= foretold(String.valueOf(event.details().text("cause")));
            }
            if (type.equals("EXECUTION_FAILED")) {
                cause = event.details().text("error") + ": " + event.details().text("cause");
                failed |= execution.status() == ExecutionStatus.FAILED
                        && flaw.read().error().equals(event.details().text("error"))
                        && cause.contains("'" + flaw.state().name() + "'")
                        && foretold(cause);
            }
        }
        int at = 0;
        List<String> way =
                flaw.way().states().stream().map(state -> state.name()).toList();
        for (String state : entered) {
            at += at < way.size() && way.get(at).equals(state) ? 1 : 0;
        }
        return new Run(failed && at == way.size(), at * 10, at + " of " + way.size() + " states, then " + cause);
    }

    /** Whether a cause names what the warning does. */
    private boolean foretold(String cause) {
        String path = flaw.read().path();
        String expression =
                machine.definition().json().at(flaw.read().pointer()).asText();
        String inner = expression.startsWith("{%")
                ? expression.substring(2, expression.length() - 2).strip()
                : path;
        return cause.contains(path) || cause.contains(inner) || cause.contains(expression);
    }

    private JsonNode value(String root, int[] chosen) {
        JsonNode given = script.get(root.substring(root.lastIndexOf('/') + 1));
        if (given != null) {
            return given;
        }
        JsonNode tree = JSON.objectNode();
        for (int i = 0; i < needs.size(); i++) {
            if (needs.get(i).root().equals(root)) {
                tree = put(tree, needs.get(i).steps(), 0, candidates.get(chosen[i]));
            }
        }
        return tree.isMissingNode() ? JSON.objectNode() : tree;
    }

    private static JsonNode put(JsonNode into, List<Object> steps, int at, JsonNode value) {
        if (at == steps.size()) {
            return value;
        }
        if (value.isMissingNode() && into.isMissingNode()) {
            return into;
        }
        if (steps.get(at) instanceof String name) {
            ObjectNode object = into instanceof ObjectNode known ? known.deepCopy() : JSON.objectNode();
            JsonNode below = put(object.path(name), steps, at + 1, value);
            if (below.isMissingNode()) {
                object.remove(name);
            } else {
                object.set(name, below);
            }
            return object;
        }
        int index = steps.get(at) instanceof Integer number ? Math.max(0, number) : 0;
        ArrayNode array = into instanceof ArrayNode known ? known.deepCopy() : JSON.arrayNode();
        while (array.size() <= index && index < 50) {
            array.addObject();
        }
        JsonNode below = put(array.path(index), steps, at + 1, value);
        if (index < array.size() && !below.isMissingNode()) {
            array.set(index, below);
        }
        return array;
    }

    private static JsonNode json(String text) {
        return Objects.requireNonNull(JsonText.tryParse(text));
    }

    /** Answers each call as the way needs it. */
    private final class World implements TaskIntegration {
        private final int[] chosen;

        World(int[] chosen) {
            this.chosen = chosen;
        }

        @Override
        public boolean answers(TaskCall call) {
            return true;
        }

        @Override
        public TaskReaction call(TaskCall call) {
            for (Way.Turn turn : flaw.way().turns()) {
                boolean within = turn.state().name().equals(call.stateName())
                        || turn.state().graphs().stream()
                                .flatMap(graph -> graph.allStates())
                                .anyMatch(state -> state.name().equals(call.stateName()));
                if (turn.by() == Way.By.CATCHER && within) {
                    return failure(turn.state()
                            .catchers()
                            .get(turn.index())
                            .errorEquals()
                            .get(0));
                }
            }
            String pointer = machine.definition()
                    .states()
                    .allStates()
                    .filter(state -> state.name().equals(call.stateName()))
                    .map(state -> state.pointer())
                    .findFirst()
                    .orElse("");
            return TaskReaction.succeed(value(pointer, chosen));
        }

        private TaskReaction failure(String error) {
            if (error.equals("States.Timeout") || error.equals("States.HeartbeatTimeout")) {
                return new TaskReaction(List.of(new TaskReaction.Step.TimedOut(Duration.ZERO, "States.Timeout", null)));
            }
            return TaskReaction.fail(
                    error.equals("States.ALL") || error.equals("States.TaskFailed") ? "Boom" : error, "because");
        }

        @Override
        public CancelOutcome cancel(TaskCall call, AbortReason reason) {
            return new CancelOutcome(true, "cancelled");
        }
    }
}
