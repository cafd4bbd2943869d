package io.github.asltestkit.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where everything of one graph stands.
 *
 * @param start the middle of the mark of the start
 * @param end the middle of the mark of the end; null where the graph has none
 */
record Layout(
        double width,
        double height,
        List<Box> boxes,
        List<Line> lines,
        Point start,
        @Nullable Point end) {

    record Point(double x, double y) {}

    /** A state, with the graphs in it. */
    record Box(MachineDiagram.Node state, double x, double y, double width, double height, List<Group> groups) {}

    /** A graph in a state; its place is that within the state. */
    record Group(double x, double y, String label, Layout layout) {}

    /** A way from state to state; {@code edge} is null for the one from the start. */
    record Line(
            MachineDiagram.@Nullable Edge edge,
            List<Point> points,
            String label,
            @Nullable Point labelAt) {}

    /** About how wide a text is: nothing here has the font. */
    static double width(String text, double size) {
        return text.length() * size * 0.58;
    }

    static String cut(String text, double room, double size) {
        int most = Math.max(2, (int) (room / (size * 0.58)));
        return text.length() <= most ? text : text.substring(0, most - 1) + "\u2026";
    }
}
