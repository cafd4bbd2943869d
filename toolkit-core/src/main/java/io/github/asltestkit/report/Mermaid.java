package io.github.asltestkit.report;

import io.github.asltestkit.definition.StateType;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A diagram as a Mermaid flowchart.
 *
 * @see <a href="https://mermaid.js.org/syntax/flowchart.html">Flowcharts</a>
 */
final class Mermaid {
    private static final int LONGEST_LABEL = 60;

    private final StringBuilder text = new StringBuilder("flowchart TD\n");
    private int ids;
    private int ends;

    private Mermaid() {}

    static String text(MachineDiagram.Graph graph) {
        Mermaid mermaid = new Mermaid();
        mermaid.graph(graph, "    ");
        return mermaid.text.toString();
    }

    private void graph(MachineDiagram.Graph graph, String indent) {
        Map<String, String> names = new LinkedHashMap<>();
        String start = "begin" + ends;
        String end = "end" + ends++;
        text.append(indent).append(start).append("((start))\n");
        for (MachineDiagram.Node node : graph.nodes()) {
            String id = "s" + ids++;
            names.put(node.name(), id);
            if (node.groups().isEmpty()) {
                text.append(indent).append(id).append(shape(node)).append('\n');
            } else {
                group(node, id, indent);
            }
        }
        text.append(indent).append(end).append("((end))\n");
        text.append(indent).append(start).append(" --> ");
        text.append(names.get(graph.startAt())).append('\n');
        for (MachineDiagram.Edge edge : graph.edges()) {
            String to = edge.to() == null ? end : names.get(edge.to());
            boolean dotted = edge.way() == MachineDiagram.Way.CATCH;
            text.append(indent).append(names.get(edge.from())).append(dotted ? " -.->" : " -->");
            if (!edge.label().isEmpty()) {
                text.append("|").append(quoted(edge.label())).append("|");
            }
            text.append(' ').append(to).append('\n');
        }
    }

    private void group(MachineDiagram.Node node, String id, String indent) {
        text.append(indent).append("subgraph ").append(id).append('[');
        text.append(quoted(node.name())).append("]\n");
        for (MachineDiagram.Graph below : node.groups()) {
            String inner = indent + "    ";
            text.append(inner).append("subgraph g").append(ids++).append('[');
            text.append(quoted(below.label())).append("]\n");
            graph(below, inner + "    ");
            text.append(inner).append("end\n");
        }
        text.append(indent).append("end\n");
    }

    private static String shape(MachineDiagram.Node node) {
        String name = quoted(node.name());
        StateType type = node.type();
        return switch (type) {
            case CHOICE -> "{" + name + "}";
            case WAIT -> "([" + name + "])";
            case SUCCEED, FAIL -> "[[" + name + "]]";
            default -> "[" + name + "]";
        };
    }

    /** In quotes, with Mermaid's own escapes. */
    private static String quoted(String label) {
        String cut = label.length() <= LONGEST_LABEL ? label : label.substring(0, LONGEST_LABEL - 3) + "...";
        return "\""
                + cut.replace("#", "#35;")
                        .replace("\"", "#quot;")
                        .replace("<", "#lt;")
                        .replace('\n', ' ') + "\"";
    }
}
