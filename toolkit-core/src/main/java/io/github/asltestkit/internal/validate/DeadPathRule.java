package io.github.asltestkit.internal.validate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.asltestkit.definition.Choice;
import io.github.asltestkit.definition.ChoiceRule;
import io.github.asltestkit.definition.State;
import io.github.asltestkit.definition.StateGraph;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A path that reads what the Pass states before never give. Looks only where all that leads to a state are Pass states
 * whose output is written down in the definition, and at plain paths: names and indexes.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/concepts-input-output-filtering.html">Processing input
 *     and output in Step Functions</a>
 */
final class DeadPathRule extends GraphRule {
    private static final String CODE = "PATH_NEVER_MATCHES";
    private static final Pattern STEP =
            Pattern.compile("\\.(?<name>[A-Za-z_][\\w-]*)|\\['(?<quoted>[^'\\\\]+)']|\\[(?<index>\\d{1,6})]");

    /** What is known of a state's input: a tree in which a name that ends in {@code .$} says only that there is a field. */
    private record Known(JsonNode tree, boolean template) {}

    @Override
    public List<RuleInfo> about() {
        return List.of(RuleInfo.warning(
                CODE,
                "A path reads what the Pass state before it never gives",
                "The execution fails with States.Runtime",
                "concepts-input-output-filtering.html"));
    }

    @Override
    void check(StateGraph graph, Findings findings) {
        Map<String, List<State>> before = Graphs.predecessors(graph);
        for (State state : graph.states().values()) {
            List<Known> inputs = new ArrayList<>();
            for (State previous : before.getOrDefault(state.name(), List.of())) {
                Known output = output(previous);
                if (output == null) {
                    inputs.clear();
                    break;
                }
                inputs.add(output);
            }
            if (!inputs.isEmpty() && !state.name().equals(graph.startAt()) && Expressions.isJsonPath(state)) {
                check(state, inputs, before.getOrDefault(state.name(), List.of()), findings);
            }
        }
    }

    /** What a Pass state gives, where it does not depend on what it is given. */
    private static @Nullable Known output(State state) {
        if (!(state instanceof State.Pass pass) || !Expressions.isJsonPath(state)) {
            return null;
        }
        JsonNode resultPath = pass.fields().resultPath();
        boolean whole = resultPath == null || "$".equals(resultPath.textValue());
        JsonNode parameters = pass.fields().parameters();
        if (!whole || pass.fields().outputPath() != null || (pass.result() == null) == (parameters == null)) {
            return null;
        }
        JsonNode tree = pass.result() == null ? parameters : pass.result();
        return tree == null || tree.toString().contains("${") ? null : new Known(tree, pass.result() == null);
    }

    private static void check(State state, List<Known> inputs, List<State> before, Findings findings) {
        JsonNode inputPath = state.fields().inputPath();
        Map<String, String> reads =
                inputPath == null ? reads(state) : Map.of(state.pointer() + "/InputPath", inputPath.asText());
        reads.forEach((pointer, path) -> {
            if (inputs.stream().allMatch(input -> isDead(path, input))) {
                findings.warning(
                        CODE,
                        "'" + before.get(0).name() + "' gives nothing that " + path + " could match",
                        pointer,
                        null);
            }
        });
    }

    private static Map<String, String> reads(State state) {
        Map<String, String> reads = new LinkedHashMap<>();
        String at = state.pointer();
        fields(state.fields().parameters(), at + "/Parameters", reads);
        if (state instanceof State.MapState map) {
            fields(map.itemSelector(), at + "/ItemSelector", reads);
            put(reads, at + "/ItemsPath", map.itemsPath());
        } else if (state instanceof State.Wait wait) {
            put(reads, at + "/SecondsPath", wait.secondsPath());
            put(reads, at + "/TimestampPath", wait.timestampPath());
        } else if (state instanceof State.Fail fail) {
            put(reads, at + "/ErrorPath", fail.errorPath());
            put(reads, at + "/CausePath", fail.causePath());
        } else if (state instanceof State.ChoiceState choose) {
            Map<String, String> compared = new LinkedHashMap<>();
            boolean asksPresence = false;
            for (Choice choice : choose.choices()) {
                asksPresence |= comparisons(choice.rule(), compared);
            }
            if (!asksPresence) {
                reads.putAll(compared);
            }
        }
        return reads;
    }

    private static void put(Map<String, String> reads, String pointer, @Nullable String path) {
        if (path != null) {
            reads.put(pointer, path);
        }
    }

    private static void fields(@Nullable JsonNode template, String pointer, Map<String, String> reads) {
        if (template != null) {
            Expressions.forEachField(template, pointer, (at, field) -> {
                if (field.getKey().endsWith(".$")) {
                    put(reads, at, field.getValue().textValue());
                }
            });
        }
    }

    /** Collects the variables of a rule; whether it asks if one is present. */
    private static boolean comparisons(ChoiceRule rule, Map<String, String> reads) {
        List<ChoiceRule.Comparison> comparisons = Expressions.comparisons(rule);
        comparisons.forEach(comparison -> put(reads, comparison.pointer() + "/Variable", comparison.variable()));
        return comparisons.stream().anyMatch(comparison -> comparison.operator().equals("IsPresent"));
    }

    private static boolean isDead(String path, Known input) {
        if (!path.startsWith("$") || path.startsWith("$$")) {
            return false;
        }
        Matcher step = STEP.matcher(path);
        JsonNode node = input.tree();
        int at = 1;
        while (at < path.length()) {
            if (!step.region(at, path.length()).lookingAt()) {
                return false;
            }
            String name = step.group("name") == null ? step.group("quoted") : step.group("name");
            if (name != null && input.template() && node.has(name + ".$")) {
                return false;
            }
            JsonNode below = name == null ? node.path(Integer.parseInt(step.group("index"))) : node.path(name);
            if (below instanceof MissingNode) {
                return isPlain(path, step, at);
            }
            node = below;
            at = step.end();
        }
        return false;
    }

    /** Whether the rest is names and indexes too: anything else, a function say, is read in another way. */
    private static boolean isPlain(String path, Matcher step, int from) {
        int at = from;
        while (at < path.length() && step.region(at, path.length()).lookingAt()) {
            at = step.end();
        }
        return at == path.length();
    }
}
