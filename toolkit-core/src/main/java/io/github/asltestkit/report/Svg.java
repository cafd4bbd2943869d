package io.github.asltestkit.report;

import io.github.asltestkit.definition.StateType;
import io.github.asltestkit.internal.io.XmlText;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A laid out diagram as an SVG file that stands alone, with colours for light and dark. */
final class Svg {
    private static final String STYLE = """
            svg{--panel:#f6f7f9;--line:#b9c1cc;--ink:#1d2430;--soft:#5d6878;--idle:#7d8896;--paper:#fff}
            @media(prefers-color-scheme:dark){svg{--panel:#1c222b;--line:#4a5564;--ink:#e6eaf0;--soft:#9aa7b8;\
            --idle:#8793a3;--paper:#14181f}}
            text{font:600 13px system-ui,"Segoe UI",Roboto,sans-serif;fill:var(--ink);text-anchor:middle}
            .s{font-weight:400;font-size:11px;fill:var(--soft)}.b{fill:var(--panel);stroke:var(--idle);stroke-width:1.5}
            .g{fill:none}.f{fill:none;stroke:var(--line);stroke-dasharray:4 3}
            .w{fill:none;stroke:var(--idle);stroke-width:1.4}.c{stroke-dasharray:2 3}.t{fill:var(--idle)}
            .d{fill:var(--soft)}.r{fill:none;stroke:var(--soft);stroke-width:1.5}.h{fill:var(--paper);opacity:.85}
            """;

    private final XmlText xml = XmlText.compact();

    private Svg() {}

    static String text(Layout layout) {
        Svg svg = new Svg();
        long width = (long) Math.ceil(layout.width());
        long height = (long) Math.ceil(layout.height());
        svg.xml.start(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "width",
                width,
                "height",
                height,
                "viewBox",
                "0 0 " + width + " " + height);
        svg.xml.words("\n").start("style").words("\n" + STYLE).end().words("\n");
        svg.contents(layout);
        return svg.xml.end().text();
    }

    private void contents(Layout layout) {
        layout.lines().forEach(this::line);
        circle("d", layout.start(), 6);
        Layout.Point end = layout.end();
        if (end != null) {
            circle("r", end, 8);
            circle("d", end, 4.5);
        }
        layout.boxes().forEach(this::box);
    }

    private void box(Layout.Box box) {
        double middle = box.width() / 2;
        xml.start("g", "transform", "translate(" + at(box.x(), box.y()) + ")");
        shape(box);
        label("", middle, 19, Layout.cut(box.state().name(), box.width() - 16, 13));
        label("s", middle, 34, Layout.cut(box.state().caption(), box.width() - 16, 11));
        for (Layout.Group group : box.groups()) {
            Layout inner = group.layout();
            xml.start("g", "transform", "translate(" + at(group.x(), group.y()) + ")");
            xml.empty("rect", "class", "f", "width", at(inner.width()), "height", at(inner.height()), "rx", 6);
            label("s", 8 + Layout.width(group.label(), 11) / 2, 14, group.label());
            contents(inner);
            xml.end();
        }
        xml.end().words("\n");
    }

    private void shape(Layout.Box box) {
        double width = box.width();
        double height = box.height();
        if (box.state().type() == StateType.CHOICE) {
            double cut = 14;
            String right = "M14,0H" + at(width - cut) + "L" + at(width, height / 2);
            String left = "L" + at(width - cut, height) + "H14L0," + at(height / 2) + "Z";
            xml.empty("path", "class", "b", "d", right + left);
            return;
        }
        double round = switch (box.state().type()) {
            case WAIT -> height / 2;
            case SUCCEED, FAIL -> 2;
            default -> 8;
        };
        String kind = box.groups().isEmpty() ? "b" : "b g";
        xml.empty("rect", "class", kind, "width", at(width), "height", at(height), "rx", at(round));
    }

    private void line(Layout.Line line) {
        boolean caught = line.edge() != null && line.edge().way() == MachineDiagram.Way.CATCH;
        List<Layout.Point> points = line.points();
        String way = points.stream().map(point -> at(point.x(), point.y())).collect(Collectors.joining("L", "M", ""));
        xml.empty("path", "class", caught ? "w c" : "w", "d", way);
        if (points.size() > 1) {
            tip(points.get(points.size() - 2), points.get(points.size() - 1));
        }
        Layout.Point middle = line.labelAt();
        if (middle != null) {
            double width = Layout.width(line.label(), 11);
            double left = middle.x() - width / 2;
            double top = middle.y() - 8;
            xml.empty("rect", "class", "h", "x", at(left), "y", at(top), "width", at(width), "height", 15);
            label("s", middle.x(), middle.y() + 3.5, line.label());
        }
        xml.words("\n");
    }

    private void tip(Layout.Point before, Layout.Point end) {
        double angle = Math.atan2(end.y() - before.y(), end.x() - before.x());
        StringBuilder way = new StringBuilder("M").append(at(end.x(), end.y()));
        for (double turn : new double[] {0.4, -0.4}) {
            way.append('L').append(at(end.x() - 8 * Math.cos(angle + turn), end.y() - 8 * Math.sin(angle + turn)));
        }
        xml.empty("path", "class", "t", "d", way.append('Z'));
    }

    private void circle(String kind, Layout.Point middle, double radius) {
        xml.empty("circle", "class", kind, "cx", at(middle.x()), "cy", at(middle.y()), "r", radius);
        xml.words("\n");
    }

    private void label(String kind, double x, double y, String words) {
        if (kind.isEmpty()) {
            xml.start("text", "x", at(x), "y", at(y));
        } else {
            xml.start("text", "class", kind, "x", at(x), "y", at(y));
        }
        xml.words(words).end();
    }

    private static String at(double x, double y) {
        return at(x) + "," + at(y);
    }

    private static String at(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
