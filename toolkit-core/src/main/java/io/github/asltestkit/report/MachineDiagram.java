package io.github.asltestkit.report;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.definition.Catcher;
import io.github.asltestkit.definition.Choice;
import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.definition.State;
import io.github.asltestkit.definition.StateGraph;
import io.github.asltestkit.definition.StateType;
import io.github.asltestkit.definition.Transition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** A state machine as a graph: states, the ways between them, and the groups of states in Parallel and Map states. */
@API(status = EXPERIMENTAL, since = "0.1")
public final class MachineDiagram {
    private final Graph graph;

    /** What a way is. */
    enum Way {
        NEXT,
        RULE,
        DEFAULT,
        CATCH
    }

    /** A way from a state; {@code to} is null where it ends the graph. */
    record Edge(String from, @Nullable String to, Way way, String label, String pointer) {}

    /** A state, with the graphs in it: one for each branch, or the processor of a Map. */
    record Node(String name, StateType type, @Nullable String resource, String pointer, List<Graph> groups) {

        /** What stands below the name. */
        String caption() {
            return resource == null ? type.aslName() : type.aslName() + " \u00b7 " + resource;
        }
    }

    /** States that run one after the other. */
    record Graph(String label, String startAt, String pointer, List<Node> nodes, List<Edge> edges) {}

    private MachineDiagram(Graph graph) {
        this.graph = graph;
    }

    /** The diagram of a definition. */
    public static MachineDiagram of(Definition definition) {
        return new MachineDiagram(graph("", definition.states()));
    }

    Graph graph() {
        return graph;
    }

    /** The diagram as Mermaid text, which GitHub, GitLab and many others draw in a README. */
    public String mermaid() {
        return Mermaid.text(graph);
    }

    /**
     * The diagram as an SVG file that stands alone, with colours for light and dark. The Eclipse Layout Kernel lays it out,
     * so it has to be on the class path: {@code org.eclipse.elk:org.eclipse.elk.alg.layered}, and
     * {@code org.eclipse.xtext:org.eclipse.xtext.xbase.lib}, which that needs.
     *
     * @throws IllegalStateException if it is not on the class path, saying what to add
     */
    public String svg() {
        try {
            return Svg.text(ElkLayout.layout(graph));
        } catch (NoClassDefFoundError missing) {
            throw new IllegalStateException(
                    "SVG needs a layout library on the class path, and it is missing (" + missing.getMessage()
                            + ").\n\n"
                            + "  Add org.eclipse.elk:org.eclipse.elk.alg.layered and"
                            + " org.eclipse.xtext:org.eclipse.xtext.xbase.lib to the tests.\n"
                            + "  mermaid() needs none, nor does \"Save as SVG\" in the report.",
                    missing);
        }
    }

    /** Whether {@link #svg()} can do its work: the library that it needs is on the class path. */
    static boolean canBeLaidOut() {
        ClassLoader loader = MachineDiagram.class.getClassLoader();
        return loader != null
                && loader.getResource("org/eclipse/elk/alg/layered/options/LayeredMetaDataProvider.class") != null
                && loader.getResource("org/eclipse/xtext/xbase/lib/Functions.class") != null;
    }

    /** The diagram that {@link #json()} tells. */
    static MachineDiagram ofJson(JsonNode json) {
        return new MachineDiagram(graph(json));
    }

    private static Graph graph(JsonNode json) {
        List<Node> nodes = new ArrayList<>();
        for (JsonNode node : json.path("nodes")) {
            List<Graph> groups = new ArrayList<>();
            node.path("groups").forEach(group -> groups.add(graph(group)));
            nodes.add(new Node(
                    node.path("name").asText(),
                    StateType.valueOf(node.path("type").asText().toUpperCase(Locale.ROOT)),
                    node.path("detail").textValue(),
                    node.path("pointer").asText(),
                    groups));
        }
        List<Edge> edges = new ArrayList<>();
        for (JsonNode edge : json.path("edges")) {
            edges.add(new Edge(
                    edge.path("from").asText(),
                    edge.path("to").textValue(),
                    Way.valueOf(edge.path("way").asText()),
                    edge.path("label").asText(),
                    edge.path("pointer").asText()));
        }
        return new Graph(
                json.path("label").asText(),
                json.path("start").asText(),
                json.path("pointer").asText(),
                nodes,
                edges);
    }

    /** The graph as JSON, as the page of the report draws it. */
    ObjectNode json() {
        return json(graph);
    }

    // ---- from definition to graph --------------------------------------------------------------------------------

    private static Graph graph(String label, StateGraph states) {
        List<Node> nodes = new ArrayList<>();
        List<Edge> edges = new ArrayList<>();
        for (State state : states.states().values()) {
            String resource = state instanceof State.Task task ? resource(task.resource()) : null;
            nodes.add(new Node(state.name(), state.type(), resource, state.pointer(), groups(state)));
            edges(state, edges);
        }
        return new Graph(label, states.startAt(), states.pointer(), nodes, edges);
    }

    private static List<Graph> groups(State state) {
        List<Graph> groups = new ArrayList<>();
        for (StateGraph below : state.graphs()) {
            groups.add(graph(label(state, groups.size()), below));
        }
        return groups;
    }

    private static String label(State state, int index) {
        if (!(state instanceof State.MapState map)) {
            return "branch " + index;
        }
        return map.itemProcessor().distributed() ? "each item, in an execution of its own" : "each item";
    }

    private static void edges(State state, List<Edge> edges) {
        Transition transition = state.transition();
        if (state instanceof State.ChoiceState choice) {
            choice(choice, edges);
        } else if (transition != null) {
            next(state, transition, state.catchers(), edges);
        } else {
            edges.add(new Edge(state.name(), null, Way.NEXT, "", state.pointer()));
        }
    }

    private static void choice(State.ChoiceState state, List<Edge> edges) {
        for (Choice choice : state.choices()) {
            edges.add(new Edge(state.name(), choice.next(), Way.RULE, RuleText.of(choice.rule()), choice.pointer()));
        }
        if (state.defaultState() != null) {
            edges.add(
                    new Edge(state.name(), state.defaultState(), Way.DEFAULT, "Default", state.pointer() + "/Default"));
        }
    }

    private static void next(State state, Transition transition, List<Catcher> catchers, List<Edge> edges) {
        String field = transition.end() ? "/End" : "/Next";
        edges.add(new Edge(state.name(), transition.next(), Way.NEXT, "", state.pointer() + field));
        for (Catcher catcher : catchers) {
            edges.add(new Edge(
                    state.name(),
                    catcher.next(),
                    Way.CATCH,
                    String.join(", ", catcher.errorEquals()),
                    catcher.pointer()));
        }
    }

    // ---- to JSON -------------------------------------------------------------------------------------------------

    private static ObjectNode json(Graph graph) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("label", graph.label()).put("start", graph.startAt()).put("pointer", graph.pointer());
        ArrayNode nodes = json.putArray("nodes");
        for (Node node : graph.nodes()) {
            ObjectNode one = nodes.addObject();
            one.put("name", node.name())
                    .put("type", node.type().aslName())
                    .put("detail", node.resource())
                    .put("pointer", node.pointer());
            ArrayNode groups = one.putArray("groups");
            node.groups().forEach(group -> groups.add(json(group)));
        }
        ArrayNode edges = json.putArray("edges");
        for (Edge edge : graph.edges()) {
            edges.addObject()
                    .put("from", edge.from())
                    .put("to", edge.to())
                    .put("way", edge.way().name())
                    .put("label", edge.label())
                    .put("pointer", edge.pointer());
        }
        return json;
    }

    /** {@code sqs:sendMessage} for {@code arn:aws:states:::sqs:sendMessage}; of a function or Activity, its name. */
    static String resource(String arn) {
        int states = arn.indexOf(":states:::");
        if (states >= 0) {
            return arn.substring(states + ":states:::".length());
        }
        for (String kind : List.of(":function:", ":activity:")) {
            int at = arn.indexOf(kind);
            if (at >= 0) {
                return kind.substring(1, kind.length() - 1) + " " + arn.substring(at + kind.length());
            }
        }
        return arn;
    }
}
