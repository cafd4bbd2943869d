package io.github.asltestkit.report;

import io.github.asltestkit.report.MachineDiagram.Edge;
import io.github.asltestkit.report.MachineDiagram.Graph;
import io.github.asltestkit.report.MachineDiagram.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkLabel;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;
import org.jspecify.annotations.Nullable;

/**
 * Lays a diagram out with the Eclipse Layout Kernel, for whoever has it: the one class that knows it. No way leads into a
 * group or out of one, so each graph is laid out by itself, from the innermost outwards, and is then a box in the next.
 */
final class ElkLayout {
    private static final double HEADER = 44;
    private static final double GAP = 14;
    private static final double WIDEST = 250;

    private ElkLayout() {}

    static Layout layout(Graph graph) {
        LayoutMetaDataService.getInstance().registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
        return ofGraph(graph);
    }

    private static Layout ofGraph(Graph graph) {
        ElkNode root = ElkGraphUtil.createGraph();
        root.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
        root.setProperty(CoreOptions.DIRECTION, Direction.DOWN);
        root.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.POLYLINE);
        root.setProperty(CoreOptions.PADDING, new ElkPadding(22, 12));
        root.setProperty(CoreOptions.SPACING_NODE_NODE, 34.0);
        root.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, 38.0);
        Map<String, ElkNode> nodes = new HashMap<>();
        Map<String, List<Layout.Group>> groups = new HashMap<>();
        ElkNode start = node(root, 14, 14);
        for (Node state : graph.nodes()) {
            List<Layout.Group> inner = groups(state);
            groups.put(state.name(), inner);
            double width = Math.max(Math.min(WIDEST, Math.max(96, width(state))), innerWidth(inner));
            nodes.put(state.name(), node(root, width, innerHeight(inner)));
        }
        boolean ends = graph.edges().stream().anyMatch(edge -> edge.to() == null);
        ElkNode end = ends ? node(root, 18, 18) : null;
        List<ElkEdge> ways = new ArrayList<>();
        ways.add(ElkGraphUtil.createSimpleEdge(start, nodes.get(graph.startAt())));
        for (Edge edge : graph.edges()) {
            ElkNode to = edge.to() == null ? end : nodes.get(edge.to());
            ElkEdge way = ElkGraphUtil.createSimpleEdge(nodes.get(edge.from()), to);
            if (!edge.label().isEmpty()) {
                String text = Layout.cut(edge.label(), 190, 11);
                ElkGraphUtil.createLabel(text, way).setDimensions(Layout.width(text, 11) + 6, 16);
            }
            ways.add(way);
        }
        new RecursiveGraphLayoutEngine().layout(root, new BasicProgressMonitor());
        return result(graph, root, nodes, groups, ways, start, end);
    }

    private static ElkNode node(ElkNode root, double width, double height) {
        ElkNode node = ElkGraphUtil.createNode(root);
        node.setDimensions(width, height);
        return node;
    }

    private static double width(Node state) {
        double sides = state.groups().isEmpty() ? 52 : 28;
        return Math.max(Layout.width(state.name(), 13), Layout.width(state.caption(), 11)) + sides;
    }

    // ---- groups in a state ---------------------------------------------------------------------------------------

    private static List<Layout.Group> groups(Node state) {
        List<Layout.Group> groups = new ArrayList<>();
        double x = GAP;
        for (Graph below : state.groups()) {
            Layout laid = ofGraph(below);
            groups.add(new Layout.Group(x, HEADER, below.label(), laid));
            x += laid.width() + GAP;
        }
        return groups;
    }

    private static double innerWidth(List<Layout.Group> groups) {
        return groups.stream()
                .mapToDouble(group -> group.x() + group.layout().width() + GAP)
                .max()
                .orElse(0);
    }

    private static double innerHeight(List<Layout.Group> groups) {
        return groups.stream()
                .mapToDouble(group -> HEADER + group.layout().height() + GAP)
                .max()
                .orElse(HEADER);
    }

    // ---- what came of it -----------------------------------------------------------------------------------------

    private static Layout result(
            Graph graph,
            ElkNode root,
            Map<String, ElkNode> nodes,
            Map<String, List<Layout.Group>> groups,
            List<ElkEdge> ways,
            ElkNode start,
            @Nullable ElkNode end) {
        List<Layout.Box> boxes = new ArrayList<>();
        for (Node state : graph.nodes()) {
            ElkNode at = nodes.get(state.name());
            List<Layout.Group> inner = groups.get(state.name());
            if (at != null && inner != null) {
                boxes.add(new Layout.Box(state, at.getX(), at.getY(), at.getWidth(), at.getHeight(), inner));
            }
        }
        List<Layout.Line> lines = new ArrayList<>();
        for (int i = 0; i < ways.size(); i++) {
            ElkEdge way = ways.get(i);
            Edge edge = i == 0 ? null : graph.edges().get(i - 1);
            ElkLabel label = way.getLabels().isEmpty() ? null : way.getLabels().get(0);
            lines.add(new Layout.Line(
                    edge,
                    points(way),
                    label == null ? "" : label.getText(),
                    label == null ? null : middle(label.getX(), label.getY(), label.getWidth(), label.getHeight())));
        }
        return new Layout(
                root.getWidth(),
                root.getHeight(),
                boxes,
                lines,
                middle(start.getX(), start.getY(), start.getWidth(), start.getHeight()),
                end == null ? null : middle(end.getX(), end.getY(), end.getWidth(), end.getHeight()));
    }

    private static Layout.Point middle(double x, double y, double width, double height) {
        return new Layout.Point(x + width / 2, y + height / 2);
    }

    private static List<Layout.Point> points(ElkEdge way) {
        List<Layout.Point> points = new ArrayList<>();
        for (ElkEdgeSection section : way.getSections()) {
            points.add(new Layout.Point(section.getStartX(), section.getStartY()));
            section.getBendPoints().forEach(bend -> points.add(new Layout.Point(bend.getX(), bend.getY())));
            points.add(new Layout.Point(section.getEndX(), section.getEndY()));
        }
        return points;
    }
}
